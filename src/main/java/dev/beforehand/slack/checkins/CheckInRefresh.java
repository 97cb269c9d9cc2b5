package dev.beforehand.slack.checkins;

import dev.beforehand.checkins.CheckInChanged;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.InvoicesClosed;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.plans.PlanChanged;
import dev.beforehand.plans.PlannedInvoice;
import dev.beforehand.plans.Plans;
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
    private final Refreshes refreshes;
    private final Afterwards afterwards;

    CheckInRefresh(CheckInCards cards, CheckIns checkIns, Plans plans, Refreshes refreshes, Afterwards afterwards) {
        this.cards = cards;
        this.checkIns = checkIns;
        this.plans = plans;
        this.refreshes = refreshes;
        this.afterwards = afterwards;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(CheckInChanged event) {
        soon(event.checkIn());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(PlanChanged event) {
        afterwards.run(
                "Refreshing the check-ins of a plan",
                () -> plans.find(event.plan()).stream()
                        .flatMap(plan -> checkIns.naming(invoices(plan)).stream())
                        .forEach(this::soon));
    }

    /** Thousands may be paid at once: their cards change one after the other, and never in the way of a click's. */
    @TransactionalEventListener(fallbackExecution = true)
    void closed(InvoicesClosed event) {
        afterwards.run(
                "Refreshing the check-ins of paid invoices",
                () -> checkIns.naming(event.invoices()).forEach(cards::refresh));
    }

    void soon(CheckInId id) {
        refreshes.soon(CheckInCards.subject(id), () -> cards.refresh(id));
    }

    private static List<InvoiceId> invoices(PaymentPlan plan) {
        return plan.invoices().stream().map(PlannedInvoice::invoiceId).toList();
    }
}
