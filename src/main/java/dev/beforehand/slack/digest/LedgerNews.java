package dev.beforehand.slack.digest;

import dev.beforehand.checkins.CheckIns;
import dev.beforehand.invoices.LedgerImported;
import dev.beforehand.invoices.Payments;
import dev.beforehand.reminders.Reminders;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the ledger says in the middle of the day stands in the digest at once: nobody rings a client who has paid. */
@Component
class LedgerNews {

    private final Payments payments;
    private final CheckIns checkIns;
    private final Reminders reminders;
    private final DigestMessage message;
    private final Clock clock;

    LedgerNews(Payments payments, CheckIns checkIns, Reminders reminders, DigestMessage message, Clock clock) {
        this.payments = payments;
        this.checkIns = checkIns;
        this.reminders = reminders;
        this.message = message;
        this.clock = clock;
    }

    @EventListener
    void imported(LedgerImported event) {
        if (event.report().problem() == null) {
            var today = LocalDate.now(clock);
            payments.note(today);
            checkIns.flag(today);
            planAgain(today);
            message.showAgain(today);
        }
    }

    /** What the morning's digest lists can still be looked at; later news waits for the next one. */
    private void planAgain(LocalDate today) {
        if (reminders.isListed(today) && LocalTime.now(clock).isBefore(reminders.leaveAt())) {
            reminders.plan(today);
        }
    }
}
