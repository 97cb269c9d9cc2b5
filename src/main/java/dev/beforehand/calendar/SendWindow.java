package dev.beforehand.calendar;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * The hours of a working day in which letters reach their readers, by the reader's own clock.
 *
 * @param to the moment at which the hours are over; after {@code from}, on the same day
 */
public record SendWindow(LocalTime from, LocalTime to) {

    /** From when to when a letter may leave; the end is no more part of it. */
    public record Opening(Instant opens, Instant closes) {}

    public SendWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "hours from " + from + " to " + to + " never come; write them like 09:00-17:00.");
        }
    }

    /** @param hours like {@code 09:00-17:00} */
    public static SendWindow parse(String hours) {
        var ends = hours.split("-");
        try {
            if (ends.length == 2) {
                return new SendWindow(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + hours + "' are no hours; write them like 09:00-17:00.", e);
        }
        throw new IllegalArgumentException("'" + hours + "' are no hours; write them like 09:00-17:00.");
    }

    public boolean contains(LocalTime time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    /** The opening that holds at this moment, from then on, or the next one after it. */
    public Opening next(Instant notBefore, ZoneId zone, WorkingDays days) {
        var day = days.onOrAfter(notBefore.atZone(zone).toLocalDate());
        var closes = day.atTime(to).atZone(zone).toInstant();
        if (!closes.isAfter(notBefore)) {
            day = days.onOrAfter(day.plusDays(1));
            closes = day.atTime(to).atZone(zone).toInstant();
        }
        var opens = day.atTime(from).atZone(zone).toInstant();
        return new Opening(opens.isBefore(notBefore) ? notBefore : opens, closes);
    }
}
