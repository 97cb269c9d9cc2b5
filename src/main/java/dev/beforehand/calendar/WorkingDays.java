package dev.beforehand.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The team's working days: the days of its digest, less the public holidays of the country that was set. */
@Component
public class WorkingDays {

    private final Set<DayOfWeek> weekdays;
    private final Predicate<LocalDate> holiday;

    WorkingDays(CalendarSettings settings) {
        this.weekdays = settings.workingDays();
        this.holiday = holidaysOf(settings);
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

    /** The last working day before this day. */
    public LocalDate before(LocalDate day) {
        do {
            day = day.minusDays(1);
        } while (!contains(day));
        return day;
    }

    private static Predicate<LocalDate> holidaysOf(CalendarSettings settings) {
        if (settings.holidays() == null || settings.holidays().isBlank()) {
            return day -> false;
        }
        var parts = settings.holidays().strip().split("/");
        var holidays = HolidayManager.getInstance(ManagerParameters.create(parts[0]));
        var region = Arrays.copyOfRange(parts, 1, parts.length);
        return day -> holidays.isHoliday(day, HolidayType.PUBLIC_HOLIDAY, region);
    }
}
