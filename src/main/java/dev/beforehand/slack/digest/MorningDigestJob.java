package dev.beforehand.slack.digest;

import dev.beforehand.calendar.DailyJob;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.Promises;
import dev.beforehand.invoices.Payments;
import dev.beforehand.reminders.Reminders;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** Every working morning: notes what was paid, finds out which promises were kept, flags what falls due, plans the letters, and shows it all in the digest. */
@Component
class MorningDigestJob implements DailyJob {

    private final DigestSettings settings;
    private final Payments payments;
    private final Promises promises;
    private final CheckIns checkIns;
    private final Reminders reminders;
    private final DigestMessage message;

    MorningDigestJob(
            DigestSettings settings,
            Payments payments,
            Promises promises,
            CheckIns checkIns,
            DigestMessage message,
            Reminders reminders) {
        if (!settings.time().isBefore(reminders.leaveAt())) {
            throw new IllegalStateException("beforehand.reminders.time is " + reminders.leaveAt()
                    + ", but letters leave after the digest has listed them; set it to a time after " + settings.time()
                    + ".");
        }
        this.settings = settings;
        this.payments = payments;
        this.promises = promises;
        this.checkIns = checkIns;
        this.reminders = reminders;
        this.message = message;
    }

    @Override
    public String name() {
        return "morning-digest";
    }

    @Override
    public LocalTime time() {
        return settings.time();
    }

    @Override
    public void run(LocalDate day) {
        payments.note(day);
        promises.judge(day);
        checkIns.flag(day);
        if (!reminders.isPlanned(day)) {
            reminders.plan(day);
        }
        var obstacle = message.show(day);
        if (obstacle.isEmpty() && message.wasPosted(day)) {
            reminders.listed(day);
        }
        if (!reminders.isListed(day)) {
            throw new IllegalStateException(
                    obstacle.orElseGet(() -> "The digest of " + day + " was not posted on its day."));
        }
    }
}
