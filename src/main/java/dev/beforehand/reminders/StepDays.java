package dev.beforehand.reminders;

import dev.beforehand.calendar.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * On which days the steps of a cadence fall for one client: those on which its letters can leave. A step before the due
 * date, or on it, moves earlier around weekends and holidays of the client and of the team, and a step after it moves
 * later: nobody hears of a due date when it is over, or is urged early.
 *
 * @param payRun the weekday on which the client pays; a step moves to it where it is near, in the same direction
 */
record StepDays(Mornings mornings, @Nullable DayOfWeek payRun) {

    /** How far a step moves for a pay run. */
    static final int NEAR = 3;

    /** How far a step may lie from its nominal day: the way to a pay run, and the longest holidays there are. */
    static final int FARTHEST = NEAR + 14;

    LocalDate of(LocalDate dueOn, int step) {
        var nominal = dueOn.plusDays(step);
        return step > 0 ? mornings.firstFrom(later(nominal)) : mornings.lastUpTo(earlier(nominal));
    }

    /** The client's own working days. */
    WorkingDays working() {
        return mornings.client();
    }

    private LocalDate later(LocalDate nominal) {
        return payRun == null ? nominal : ifNear(nominal, nominal.with(TemporalAdjusters.nextOrSame(payRun)));
    }

    private LocalDate earlier(LocalDate nominal) {
        return payRun == null ? nominal : ifNear(nominal, nominal.with(TemporalAdjusters.previousOrSame(payRun)));
    }

    private static LocalDate ifNear(LocalDate nominal, LocalDate preferred) {
        return Math.abs(ChronoUnit.DAYS.between(nominal, preferred)) <= NEAR ? preferred : nominal;
    }
}
