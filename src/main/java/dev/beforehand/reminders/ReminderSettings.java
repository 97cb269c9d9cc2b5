package dev.beforehand.reminders;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param cadence on which days letters leave, counted from an invoice's due date
 * @param time from when on they leave, in the team's zone
 */
@ConfigurationProperties("beforehand.reminders")
record ReminderSettings(
        @DefaultValue({"-7", "0", "3", "7", "14"}) List<String> cadence,
        @DefaultValue("10:00") String time) {

    ReminderSettings {
        cadence = List.copyOf(cadence);
        Cadence.parse(cadence);
        parse(time);
    }

    Cadence steps() {
        return Cadence.parse(cadence);
    }

    LocalTime leaveAt() {
        return parse(time);
    }

    private static LocalTime parse(String time) {
        try {
            return LocalTime.parse(time.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "beforehand.reminders.time is '" + time + "'; write a time of the day like 10:00.", e);
        }
    }
}
