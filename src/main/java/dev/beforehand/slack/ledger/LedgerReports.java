package dev.beforehand.slack.ledger;

import static org.springframework.transaction.event.TransactionPhase.BEFORE_COMMIT;

import dev.beforehand.invoices.LedgerImported;
import dev.beforehand.slack.FinanceLeads;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Passes each ledger report on to the finance leads. */
@Component
class LedgerReports {

    private final LedgerReportMessage message;
    private final FinanceLeads leads;

    LedgerReports(LedgerReportMessage message, FinanceLeads leads) {
        this.message = message;
        this.leads = leads;
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void imported(LedgerImported imported) {
        leads.tell(() -> message.render(imported.report()));
    }
}
