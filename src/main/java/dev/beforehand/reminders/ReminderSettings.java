package dev.beforehand.reminders;

import dev.beforehand.calendar.SendWindow;
import dev.beforehand.calendar.SendWindow.Opening;
import dev.beforehand.calendar.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param time from when on the day's letters leave, in the team's zone
 * @param notice how long a letter stands in the digest at least before it leaves
 * @param hours of a working day in which a client gets letters, in the client's own zone
 */
@ConfigurationProperties("beforehand.reminders")
record ReminderSettings(
        @DefaultValue("10:00") String time,
        @DefaultValue("30m") Duration notice,
        @DefaultValue("09:00-17:00") String hours) {

    ReminderSettings {
        parse(time);
        window(hours);
        if (notice.isNegative()) {
            throw new IllegalArgumentException(
                    "beforehand.reminders.notice is " + notice + "; write a time like 30m, or 0m for none.");
        }
    }

    LocalTime leaveAt() {
        return parse(time);
    }

    private SendWindow window() {
        return window(hours);
    }

    /** When a letter to this client may leave, from that moment on. */
    Opening opening(Observation to, Instant notBefore) {
        return window().next(notBefore, to.zone(), to.days().working());
    }

    /** When letters to a client leave who is in that zone and has these working days. */
    Mornings mornings(WorkingDays team, ZoneId teamZone, WorkingDays client, ZoneId clientZone) {
        return new Mornings(team, leaveAt(), teamZone, window(), client, clientZone);
    }

    private static LocalTime parse(String time) {
        try {
            return LocalTime.parse(time.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "beforehand.reminders.time is '" + time + "'; write a time of the day like 10:00.", e);
        }
    }

    private static SendWindow window(String hours) {
        try {
            return SendWindow.parse(hours);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("beforehand.reminders.hours: " + e.getMessage(), e);
        }
    }
}
