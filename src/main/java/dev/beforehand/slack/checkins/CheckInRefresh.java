package dev.beforehand.slack.checkins;

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
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.Refreshes;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the cards as the database has them after each change. An event that is lost is made up for by the next: a card
 * is always rendered whole.
 */
@Component
class CheckInRefresh {

    private final CheckInCards cards;
    private final CheckIns checkIns;
    private final Plans plans;
    private final Reminders reminders;
    private final Refreshes refreshes;
    private final CardQueue queue;
    private final Afterwards afterwards;

    CheckInRefresh(
            CheckInCards cards,
            CheckIns checkIns,
            Plans plans,
            Reminders reminders,
            Refreshes refreshes,
            CardQueue queue,
            Afterwards afterwards) {
        this.cards = cards;
        this.checkIns = checkIns;
        this.plans = plans;
        this.reminders = reminders;
        this.refreshes = refreshes;
        this.queue = queue;
        this.afterwards = afterwards;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(CheckInChanged event) {
        soon(event.checkIn());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(AgreementChanged event) {
        afterwards.run(
                "Refreshing the check-ins of an agreement", () -> about(event).forEach(this::soon));
    }

    private List<CheckInId> about(AgreementChanged event) {
        return event.invoices().isEmpty()
                ? checkIns.newestOf(event.client()).stream().toList()
                : checkIns.naming(event.invoices());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(PlanChanged event) {
        afterwards.run(
                "Refreshing the check-ins of a plan",
                () -> plans.find(event.plan()).stream()
                        .flatMap(plan -> checkIns.naming(invoices(plan)).stream())
                        .forEach(this::soon));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void closed(InvoicesClosed event) {
        afterwards.run("Refreshing the check-ins of paid invoices", () -> queue.add(checkIns.naming(event.invoices())));
    }

    /** Balances and due dates may be others now. */
    @TransactionalEventListener(fallbackExecution = true)
    void imported(LedgerImported event) {
        if (event.report().changedSomething()) {
            afterwards.run("Refreshing the check-ins after an import", () -> queue.add(checkIns.running()));
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(ReminderChanged event) {
        afterwards.run(
                "Refreshing the check-ins of a letter",
                () -> reminders.find(event.reminder()).ifPresent(this::changed));
    }

    private void changed(Reminder letter) {
        var about = checkIns.naming(letter.named().stream().map(Named::invoice).toList());
        if (letter.requestedBy() == null) {
            queue.add(about);
        } else {
            about.forEach(this::soon);
        }
    }

    void soon(CheckInId id) {
        refreshes.soon(CheckInCards.subject(id), () -> cards.refresh(id));
    }

    private static List<InvoiceId> invoices(PaymentPlan plan) {
        return plan.invoices().stream().map(PlannedInvoice::invoiceId).toList();
    }
}
