package dev.beforehand.practice.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment in the words of the page. */
record Timestamp(ZonedDateTime at) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.UK);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.UK);

    /** @param ts Slack's, seconds and a counter: {@code 1371457800.000100} */
    static Timestamp of(String ts, ZoneId zone) {
        return of(Instant.ofEpochSecond(Long.parseLong(ts.substring(0, ts.indexOf('.')))), zone);
    }

    static Timestamp of(Instant instant, ZoneId zone) {
        return new Timestamp(instant.atZone(zone));
    }

    LocalDate date() {
        return at.toLocalDate();
    }

    String time() {
        return TIME.format(at);
    }

    String day(LocalDate today) {
        if (date().equals(today)) {
            return "Today";
        }
        if (date().plusDays(1).equals(today)) {
            return "Yesterday";
        }
        return (date().getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(at);
    }

    /** {@code today at 08:30}, or day and time. */
    String dayAndTime(LocalDate today) {
        return date().equals(today) ? "today at " + time() : SHORT.format(at);
    }
}
