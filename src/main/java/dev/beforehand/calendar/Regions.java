package dev.beforehand.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The parts of countries that have holidays of their own, as the holidays' library names them. Safe for many threads. */
public final class Regions {

    private static final Map<String, Map<String, String>> CODES_BY_NAME = new ConcurrentHashMap<>();

    private Regions() {}

    /**
     * The code of a region, {@code by} of {@code DE}; empty where none is known.
     *
     * @param country an ISO 3166 code
     * @param text the code, {@code DE-BY}, or the region's name in English or German
     */
    public static Optional<String> code(String country, String text) {
        var name = text.strip().toLowerCase(Locale.ROOT);
        var prefix = country.toLowerCase(Locale.ROOT) + "-";
        return Optional.ofNullable(
                names(country).get(name.startsWith(prefix) ? name.substring(prefix.length()) : name));
    }

    /** The codes of all regions of a country, in the order of the alphabet; none where none is known. */
    public static List<String> of(String country) {
        return names(country).values().stream().distinct().sorted().toList();
    }

    private static Map<String, String> names(String country) {
        return CODES_BY_NAME.computeIfAbsent(country.toLowerCase(Locale.ROOT), Regions::read);
    }

    private static Map<String, String> read(String country) {
        var names = new TreeMap<String, String>();
        if (HolidayManager.getSupportedCalendarCodes().stream().anyMatch(country::equalsIgnoreCase)) {
            HolidayManager.getInstance(ManagerParameters.create(country))
                    .getCalendarHierarchy()
                    .getChildren()
                    .forEach((code, region) -> enter(names, code, region));
        }
        return names;
    }

    private static void enter(Map<String, String> names, String code, CalendarHierarchy region) {
        for (var language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            names.putIfAbsent(region.getDescription(language).toLowerCase(Locale.ROOT), code);
        }
        names.put(code, code);
    }
}
