package dev.beforehand.slack.reminders;

import dev.beforehand.reminders.LettersWaiting;
import dev.beforehand.reminders.ReminderChanged;
import dev.beforehand.slack.Refreshes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the cards as the database has them after each change. */
@Component
class ReminderRefresh {

    private final ReminderCards cards;
    private final WaitingNotice notice;
    private final Refreshes refreshes;

    ReminderRefresh(ReminderCards cards, WaitingNotice notice, Refreshes refreshes) {
        this.cards = cards;
        this.notice = notice;
        this.refreshes = refreshes;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(ReminderChanged event) {
        refreshes.soon(ReminderCards.subject(event.reminder()), () -> cards.show(event.reminder()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void waiting(LettersWaiting event) {
        refreshes.soon(WaitingNotice.subject(event.day()), () -> notice.show(event.day()));
    }
}
