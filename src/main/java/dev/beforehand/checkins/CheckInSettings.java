package dev.beforehand.checkins;

import dev.beforehand.calendar.SendWindow;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param lead how many days before its due date an invoice is flagged for a check-in
 * @param grace how many working days after the promised one a promise still holds the letters back: a transfer takes as
 *     long to be booked
 * @param lease for how many working days a claim lasts before its holder is asked whether they are still on it
 * @param hours of a working day in which they are asked, in their own zone
 * @param unclaimed how many working days before the earliest due date of an unclaimed check-in the finance leads are told
 */
@Validated
@ConfigurationProperties("beforehand.checkins")
record CheckInSettings(
        @Min(0) @Max(90) @DefaultValue("7") int lead,
        @Min(0) @Max(30) @DefaultValue("2") int grace,
        @Min(1) @Max(30) @DefaultValue("2") int lease,
        @DefaultValue("09:00-17:00") String hours,
        @Min(0) @Max(30) @DefaultValue("2") int unclaimed) {

    CheckInSettings {
        window(hours);
    }

    SendWindow window() {
        return window(hours);
    }

    private static SendWindow window(String hours) {
        try {
            return SendWindow.parse(hours);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("beforehand.checkins.hours: " + e.getMessage(), e);
        }
    }
}
