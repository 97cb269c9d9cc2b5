package dev.beforehand.reminders;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Looks after the outbox between the daily runs: every few minutes, and at once where a person asked for a letter. */
@Component
class OutboxRound {

    private final Leftovers leftovers;
    private final Departures departures;
    private final Clock clock;

    OutboxRound(Leftovers leftovers, Departures departures, Clock clock) {
        this.leftovers = leftovers;
        this.departures = departures;
        this.clock = clock;
    }

    void go() {
        var today = LocalDate.now(clock);
        leftovers.clear(today);
        departures.run(today);
    }

    /** Before the daily jobs catch up, so that what a crash left behind is not taken for being on its way. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void started() {
        leftovers.clear(LocalDate.now(clock));
    }

    /** The row stands; should this be lost, the next round sends it. */
    @TransactionalEventListener
    void requested(LetterRequested event) {
        Thread.ofVirtual().name("letter-requested").start(() -> departures.run(LocalDate.now(clock)));
    }
}
