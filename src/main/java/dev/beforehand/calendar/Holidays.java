package dev.beforehand.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The public holidays of a country and its region; each day is worked out once. */
final class Holidays implements Predicate<LocalDate> {

    private static final int MOST_DAYS = 4000;

    private final HolidayManager manager;
    private final String[] region;
    private final Map<LocalDate, Boolean> known = new ConcurrentHashMap<>();

    /** @throws IllegalStateException where there is no such country */
    Holidays(String country, String... region) {
        this.manager = HolidayManager.getInstance(ManagerParameters.create(country));
        this.region = region;
    }

    static boolean areKnownOf(String country) {
        return HolidayManager.getSupportedCalendarCodes().stream().anyMatch(country::equalsIgnoreCase);
    }

    @Override
    public boolean test(LocalDate day) {
        if (known.size() > MOST_DAYS) {
            known.clear();
        }
        return known.computeIfAbsent(day, d -> manager.isHoliday(d, HolidayType.PUBLIC_HOLIDAY, region));
    }
}
