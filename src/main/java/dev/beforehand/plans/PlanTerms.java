package dev.beforehand.plans;

import java.time.LocalDate;

/** How a plan is to be paid: in how many instalments, from which day on and how far apart. */
public record PlanTerms(int instalments, LocalDate firstOn, Interval interval) {

    /** How far one instalment lies behind the other. */
    public enum Interval {
        WEEKLY,
        FORTNIGHTLY,
        MONTHLY;

        /** Counted from the anchor and not from the day before, so that the 31st is the 31st again after February. */
        LocalDate after(LocalDate anchor, int times) {
            return switch (this) {
                case WEEKLY -> anchor.plusWeeks(times);
                case FORTNIGHTLY -> anchor.plusWeeks(2L * times);
                case MONTHLY -> anchor.plusMonths(times);
            };
        }
    }
}
