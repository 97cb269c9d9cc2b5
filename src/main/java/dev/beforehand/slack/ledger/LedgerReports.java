package dev.beforehand.slack.ledger;

import dev.beforehand.invoices.LedgerImported;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.FinanceLeads;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Passes each ledger report on to the finance leads; its activity row stays where the message is lost. */
@Component
class LedgerReports {

    private final LedgerReportMessage message;
    private final FinanceLeads leads;
    private final Afterwards afterwards;

    LedgerReports(LedgerReportMessage message, FinanceLeads leads, Afterwards afterwards) {
        this.message = message;
        this.leads = leads;
        this.afterwards = afterwards;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void imported(LedgerImported imported) {
        afterwards.run("Reporting on " + imported.report().file(), () -> leads.tell(message.render(imported.report())));
    }
}
