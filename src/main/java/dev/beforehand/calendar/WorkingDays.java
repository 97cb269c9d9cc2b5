package dev.beforehand.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;

/** Days on which people work: some days of the week, less the public holidays. The team's own are a bean. */
public final class WorkingDays {

    private final Set<DayOfWeek> weekdays;
    private final Predicate<LocalDate> holiday;

    WorkingDays(Set<DayOfWeek> weekdays, Predicate<LocalDate> holiday) {
        this.weekdays = Set.copyOf(weekdays);
        this.holiday = holiday;
    }

    public boolean contains(LocalDate day) {
        return weekdays.contains(day.getDayOfWeek()) && !holiday.test(day);
    }

    /** The day itself where it is a working day, otherwise the next one after it. */
    public LocalDate onOrAfter(LocalDate day) {
        while (!contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The day itself where it is a working day, otherwise the last one before it. */
    public LocalDate onOrBefore(LocalDate day) {
        while (!contains(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** So many working days after this day; the day itself where that is none. */
    public LocalDate after(LocalDate day, int workingDays) {
        for (int passed = 0; passed < workingDays; passed++) {
            day = onOrAfter(day.plusDays(1));
        }
        return day;
    }

    /** The last working day before this day. */
    public LocalDate before(LocalDate day) {
        return onOrBefore(day.minusDays(1));
    }
}
