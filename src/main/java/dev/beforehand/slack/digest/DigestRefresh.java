package dev.beforehand.slack.digest;

import dev.beforehand.checkins.AgreementChanged;
import dev.beforehand.checkins.CheckInChanged;
import dev.beforehand.invoices.InvoicesClosed;
import dev.beforehand.plans.PlanChanged;
import dev.beforehand.reminders.LettersWaiting;
import dev.beforehand.reminders.ReminderChanged;
import dev.beforehand.slack.Refreshes;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the newest digest as the database has it after each change; on a weekend that is Friday's. */
@Component
class DigestRefresh {

    private final DigestMessage message;
    private final Refreshes refreshes;
    private final Clock clock;

    DigestRefresh(DigestMessage message, Refreshes refreshes, Clock clock) {
        this.message = message;
        this.refreshes = refreshes;
        this.clock = clock;
    }

    @TransactionalEventListener(
            classes = {
                AgreementChanged.class,
                CheckInChanged.class,
                PlanChanged.class,
                InvoicesClosed.class,
                ReminderChanged.class,
                LettersWaiting.class
            },
            fallbackExecution = true)
    void changed() {
        var today = LocalDate.now(clock);
        refreshes.soon(message.subject(today), () -> message.refreshNewest(today));
    }
}
