package dev.beforehand.slack.plans;

import dev.beforehand.invoices.InvoicesClosed;
import dev.beforehand.invoices.LedgerImported;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.plans.PaymentPlan.State;
import dev.beforehand.plans.PlanChanged;
import dev.beforehand.plans.PlanId;
import dev.beforehand.plans.Plans;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.Refreshes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Posts the card of a plan when it was proposed, and keeps it as the database has it after each change. */
@Component
class PlanRefresh {

    private final PlanCards cards;
    private final Plans plans;
    private final Refreshes refreshes;
    private final Afterwards afterwards;

    PlanRefresh(PlanCards cards, Plans plans, Refreshes refreshes, Afterwards afterwards) {
        this.cards = cards;
        this.plans = plans;
        this.refreshes = refreshes;
        this.afterwards = afterwards;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(PlanChanged event) {
        soon(event.plan());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void closed(InvoicesClosed event) {
        afterwards.run(
                "Refreshing the plans of paid invoices",
                () -> plans.over(event.invoices()).stream()
                        .filter(plan -> plan.state() == State.PROPOSED)
                        .map(PaymentPlan::knownId)
                        .forEach(cards::show));
    }

    /** What is owed may not be what a plan divides any more. */
    @TransactionalEventListener(fallbackExecution = true)
    void imported(LedgerImported event) {
        if (event.report().changedSomething()) {
            afterwards.run(
                    "Refreshing the plans after an import",
                    () -> plans.waiting().stream().map(PaymentPlan::knownId).forEach(cards::show));
        }
    }

    void soon(PlanId id) {
        refreshes.soon(PlanCards.subject(id), () -> cards.show(id));
    }
}
