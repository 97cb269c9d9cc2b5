package dev.beforehand.reminders;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Looks after the words, the cadences and the outbox between the daily runs: every few minutes, and at once where a person asked for a letter. */
@Component
class OutboxRound {

    private final WordsWatch words;
    private final CadenceWatch cadences;
    private final Reminders reminders;
    private final Leftovers leftovers;
    private final Clock clock;

    OutboxRound(WordsWatch words, CadenceWatch cadences, Reminders reminders, Leftovers leftovers, Clock clock) {
        this.words = words;
        this.cadences = cadences;
        this.reminders = reminders;
        this.leftovers = leftovers;
        this.clock = clock;
    }

    void go() {
        words.look();
        cadences.look();
        reminders.sendDue();
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
        Thread.ofVirtual().name("letter-requested").start(reminders::sendDue);
    }
}
