package dev.beforehand.slack.correspondence;

import dev.beforehand.checkins.CheckInChanged;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.Conversations;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.correspondence.Incoming.State;
import dev.beforehand.plans.PlanChanged;
import dev.beforehand.plans.Plans;
import dev.beforehand.slack.Afterwards;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sees to a client's mails once somebody has written down what the client says, or has proposed a plan. Should this be
 * lost to a crash, they wait for *No action*.
 */
@Component
class TakenUp {

    private final Correspondence correspondence;
    private final CheckIns checkIns;
    private final Conversations conversations;
    private final Plans plans;
    private final Afterwards afterwards;

    TakenUp(
            Correspondence correspondence,
            CheckIns checkIns,
            Conversations conversations,
            Plans plans,
            Afterwards afterwards) {
        this.correspondence = correspondence;
        this.checkIns = checkIns;
        this.conversations = conversations;
        this.plans = plans;
        this.afterwards = afterwards;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(CheckInChanged event) {
        afterwards.run("Looking for mails that were taken up", () -> logged(event.checkIn()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(PlanChanged event) {
        afterwards.run(
                "Looking for mails that led to a plan",
                () -> plans.find(event.plan())
                        .ifPresent(plan -> settle(plan.clientId(), plan.proposedAt(), plan.proposedBy())));
    }

    private void logged(CheckInId id) {
        var client = checkIns.find(id).orElseThrow().clientId();
        var said = conversations.of(id);
        if (!said.isEmpty()) {
            settle(client, said.getLast().at(), said.getLast().authorId());
        }
    }

    /** What arrived after that is something else. */
    private void settle(ClientId client, Instant at, ColleagueId by) {
        correspondence.waitingOf(client).stream()
                .filter(mail -> !mail.arrivedAt().isAfter(at))
                .forEach(mail -> correspondence.settle(mail.id(), State.TAKEN_UP, by));
    }
}
