package dev.beforehand.slack.plans;

import static org.springframework.transaction.event.TransactionPhase.BEFORE_COMMIT;

import dev.beforehand.invoices.InvoicesClosed;
import dev.beforehand.invoices.LedgerImported;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.plans.PaymentPlan.State;
import dev.beforehand.plans.PlanChanged;
import dev.beforehand.plans.PlanId;
import dev.beforehand.plans.Plans;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.Turn;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Has the card of a plan posted when it was proposed, and brought up to date with each change, written down with it. */
@Component
class PlanRefresh {

    private final Cards cards;
    private final Plans plans;

    PlanRefresh(Cards cards, Plans plans) {
        this.cards = cards;
        this.plans = plans;
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void changed(PlanChanged event) {
        soon(event.plan());
    }

    void soon(PlanId id) {
        cards.show(PlanCards.subject(id));
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void closed(InvoicesClosed event) {
        show(plans.over(event.invoices()).stream().filter(plan -> plan.state() == State.PROPOSED));
    }

    /** What is owed may not be what a plan divides any more. */
    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void imported(LedgerImported event) {
        if (event.report().changedSomething()) {
            show(plans.waiting().stream());
        }
    }

    private void show(Stream<PaymentPlan> changed) {
        changed.map(PaymentPlan::knownId).forEach(plan -> cards.show(PlanCards.subject(plan), Turn.LATER));
    }
}
