package dev.beforehand.calendar;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param zone the team's time zone
 * @param holidays whose public holidays are no working days: a country and, after a slash, its region ({@code gb/eng});
 *     empty for none
 */
@Validated
@ConfigurationProperties("beforehand")
record CalendarSettings(
        @NotNull ZoneId zone,
        @Nullable String holidays,
        @NotNull Digest digest) {

    /** @param days the days with a digest and letters: {@code MON-FRI}, {@code SUN-THU}, {@code MON,WED,FRI} */
    record Digest(@NotEmpty @DefaultValue("MON-FRI") String days) {}

    Set<DayOfWeek> workingDays() {
        var days = new TreeSet<DayOfWeek>();
        for (var part : digest.days().toUpperCase(Locale.ROOT).split(",")) {
            var ends = part.strip().split("-");
            var day = day(ends[0]);
            var last = day(ends[ends.length - 1]);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    WorkingDays teamDays() {
        if (holidays == null || holidays.isBlank()) {
            return new WorkingDays(workingDays(), day -> false);
        }
        var parts = holidays.strip().split("/");
        return new WorkingDays(workingDays(), new Holidays(parts[0], Arrays.copyOfRange(parts, 1, parts.length)));
    }

    private DayOfWeek day(String text) {
        for (var day : DayOfWeek.values()) {
            if (!text.isBlank() && day.name().startsWith(text.strip())) {
                return day;
            }
        }
        throw new IllegalArgumentException(
                "beforehand.digest.days is '" + digest.days() + "'; write days like MON-FRI or MON,WED,FRI.");
    }
}
