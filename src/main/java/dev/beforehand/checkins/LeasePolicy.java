package dev.beforehand.checkins;

import dev.beforehand.calendar.SendWindow;
import dev.beforehand.calendar.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When the holder of a check-in is asked whether they are still on it, and when silence gives it back: on working days, in
 * their working hours, and one step a day. A question that is not in Slack yet is none that somebody was silent about.
 *
 * @param days the team's
 * @param length of a lease, in working days
 */
record LeasePolicy(WorkingDays days, int length, SendWindow hours) {

    static final int QUESTIONS = 3;

    /** Slack may show late what was asked the day before. */
    private static final Duration TO_ANSWER = Duration.ofHours(1);

    /** What Slack has not shown for so long it will not. */
    private static final Duration TO_SHOW = Duration.ofDays(3);

    /** What is to be done about a lease now. */
    enum Step {
        WAIT,
        ASK,
        TAKE_BACK
    }

    /** @param now where the holder is */
    Step next(Lease lease, ZonedDateTime now) {
        if (!days.contains(now.toLocalDate()) || !hours.contains(now.toLocalTime())) {
            return Step.WAIT;
        }
        if (lease.asked() == 0) {
            return now.toLocalDate().isBefore(endOf(lease, now)) ? Step.WAIT : Step.ASK;
        }
        var askedAt = Objects.requireNonNull(lease.askedAt());
        var askedOn = askedAt.atZone(now.getZone()).toLocalDate();
        if (!askedOn.isBefore(now.toLocalDate()) || !couldAnswer(askedAt, lease.shownAt(), now.toInstant())) {
            return Step.WAIT;
        }
        return lease.asked() < QUESTIONS ? Step.ASK : Step.TAKE_BACK;
    }

    private static boolean couldAnswer(Instant askedAt, @Nullable Instant shownAt, Instant now) {
        var answerable = shownAt == null ? askedAt.plus(TO_SHOW) : shownAt.plus(TO_ANSWER);
        return !answerable.isAfter(now);
    }

    /** The day on which it runs out. */
    private LocalDate endOf(Lease lease, ZonedDateTime now) {
        return days.after(lease.from().atZone(now.getZone()).toLocalDate(), length);
    }
}
