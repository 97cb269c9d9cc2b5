package dev.beforehand.slack.reminders;

import static org.springframework.transaction.event.TransactionPhase.BEFORE_COMMIT;

import dev.beforehand.reminders.LettersWaiting;
import dev.beforehand.reminders.ReminderChanged;
import dev.beforehand.slack.Cards;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Has the cards brought up to date with each change, written down with it. */
@Component
class ReminderRefresh {

    private final Cards cards;

    ReminderRefresh(Cards cards) {
        this.cards = cards;
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void changed(ReminderChanged event) {
        cards.show(ReminderCards.subject(event.reminder()));
    }

    @TransactionalEventListener(phase = BEFORE_COMMIT, fallbackExecution = true)
    void waiting(LettersWaiting event) {
        cards.show(WaitingNotice.subject(event.day()));
    }
}
