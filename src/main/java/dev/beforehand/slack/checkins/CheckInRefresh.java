package dev.beforehand.slack.checkins;

import static org.springframework.transaction.event.TransactionPhase.BEFORE_COMMIT;

import dev.beforehand.checkins.AgreementChanged;
import dev.beforehand.checkins.CheckInChanged;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.InvoicesClosed;
import dev.beforehand.invoices.LedgerImported;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.plans.PlanChanged;
import dev.beforehand.plans.PlannedInvoice;
import dev.beforehand.plans.Plans;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.Reminder.Named;
import dev.beforehand.reminders.ReminderChanged;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.Turn;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Has the cards of check-ins brought up to date with each change, written down with it. */
@Component
class CheckInRefresh {

    private final Cards cards;
    private final CheckIns checkIns;
    private final Plans plans;
    private final Reminders reminders;

    CheckInRefresh(Cards cards, CheckIns checkIns, Plans plans, Reminders reminders) {
        this.cards = cards;
        this.checkIns = checkIns;
        this.plans = plans;
        this.reminders = reminders;
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void changed(CheckInChanged event) {
        show(List.of(event.checkIn()), Turn.NOW);
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void changed(AgreementChanged event) {
        show(
                event.invoices().isEmpty()
                        ? checkIns.newestOf(event.client()).stream().toList()
                        : checkIns.naming(event.invoices()),
                Turn.NOW);
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void changed(PlanChanged event) {
        plans.find(event.plan()).ifPresent(plan -> show(checkIns.naming(invoices(plan)), Turn.NOW));
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void closed(InvoicesClosed event) {
        show(checkIns.naming(event.invoices()), Turn.LATER);
    }

    /** Balances and due dates may be others now. */
    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void imported(LedgerImported event) {
        if (event.report().changedSomething()) {
            show(checkIns.running(), Turn.LATER);
        }
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void changed(ReminderChanged event) {
        reminders.find(event.reminder()).ifPresent(this::changed);
    }

    private void changed(Reminder letter) {
        var about = checkIns.naming(letter.named().stream().map(Named::invoice).toList());
        show(about, letter.requestedBy() == null ? Turn.LATER : Turn.NOW);
    }

    void soon(CheckInId id) {
        show(List.of(id), Turn.NOW);
    }

    private void show(Collection<CheckInId> ids, Turn turn) {
        cards.show(ids.stream().map(CheckInCards::subject).toList(), turn);
    }

    private static List<InvoiceId> invoices(PaymentPlan plan) {
        return plan.invoices().stream().map(PlannedInvoice::invoiceId).toList();
    }
}
