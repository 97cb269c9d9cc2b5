package dev.beforehand.calendar;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The working days of clients, by country and region. Safe for many threads. */
@Component
public class CountryCalendars {

    private static final Set<DayOfWeek> SATURDAY_AND_SUNDAY = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** Weekends that are not Saturday and Sunday, as Unicode's CLDR has them (supplemental data, weekData). */
    private static final Map<String, Set<DayOfWeek>> WEEKENDS = Map.ofEntries(
            fridayAndSaturday("BH"),
            fridayAndSaturday("DZ"),
            fridayAndSaturday("EG"),
            fridayAndSaturday("IL"),
            fridayAndSaturday("IQ"),
            fridayAndSaturday("JO"),
            fridayAndSaturday("KW"),
            fridayAndSaturday("LY"),
            fridayAndSaturday("OM"),
            fridayAndSaturday("QA"),
            fridayAndSaturday("SA"),
            fridayAndSaturday("SD"),
            fridayAndSaturday("SY"),
            fridayAndSaturday("YE"),
            Map.entry("AF", EnumSet.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)),
            Map.entry("IR", EnumSet.of(DayOfWeek.FRIDAY)));

    private final WorkingDays team;
    private final Map<String, WorkingDays> known = new ConcurrentHashMap<>();

    public CountryCalendars(WorkingDays team) {
        this.team = team;
    }

    /**
     * The working days there; the team's own where the country is not known, and Monday to Friday, or what is usual there,
     * where its holidays are not.
     *
     * @param country an ISO 3166 code
     * @param region as the holidays' library names it, {@code eng} or {@code by}
     */
    public WorkingDays of(@Nullable String country, @Nullable String region) {
        if (country == null || country.isBlank()) {
            return team;
        }
        var code = country.strip().toUpperCase(Locale.ROOT);
        var part = region == null ? "" : region.strip().toLowerCase(Locale.ROOT);
        return known.computeIfAbsent(code + "/" + part, key -> workingDays(code, part));
    }

    private static WorkingDays workingDays(String country, String region) {
        var weekdays = EnumSet.complementOf(EnumSet.copyOf(WEEKENDS.getOrDefault(country, SATURDAY_AND_SUNDAY)));
        if (!Holidays.areKnownOf(country)) {
            return new WorkingDays(weekdays, day -> false);
        }
        return new WorkingDays(weekdays, region.isEmpty() ? new Holidays(country) : new Holidays(country, region));
    }

    private static Map.Entry<String, Set<DayOfWeek>> fridayAndSaturday(String country) {
        return Map.entry(country, EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY));
    }
}
