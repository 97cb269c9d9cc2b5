package dev.beforehand.slack.digest;

import static org.springframework.transaction.event.TransactionPhase.BEFORE_COMMIT;

import dev.beforehand.checkins.AgreementChanged;
import dev.beforehand.checkins.CheckInChanged;
import dev.beforehand.invoices.InvoicesClosed;
import dev.beforehand.plans.PlanChanged;
import dev.beforehand.reminders.LettersWaiting;
import dev.beforehand.reminders.ReminderChanged;
import dev.beforehand.slack.Turn;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the newest digest as the database has it after each change; on a weekend that is Friday's. */
@Component
class DigestRefresh {

    private final DigestMessage message;
    private final Clock clock;

    DigestRefresh(DigestMessage message, Clock clock) {
        this.message = message;
        this.clock = clock;
    }

    @TransactionalEventListener(
            classes = {AgreementChanged.class, CheckInChanged.class, PlanChanged.class},
            phase = BEFORE_COMMIT,
            fallbackExecution = true)
    void changed() {
        message.refreshNewest(LocalDate.now(clock), Turn.NOW);
    }

    /** Of these come many at once. */
    @TransactionalEventListener(
            classes = {InvoicesClosed.class, ReminderChanged.class, LettersWaiting.class},
            phase = BEFORE_COMMIT,
            fallbackExecution = true)
    void changedByItself() {
        message.refreshNewest(LocalDate.now(clock), Turn.LATER);
    }
}
