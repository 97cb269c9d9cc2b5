package dev.beforehand.checkins;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param lead how many days before its due date an invoice is flagged for a check-in
 * @param grace how many working days after the promised one a promise still holds the letters back: a transfer takes as
 *     long to be booked
 */
@Validated
@ConfigurationProperties("beforehand.checkins")
record CheckInSettings(
        @Min(0) @Max(90) @DefaultValue("7") int lead,
        @Min(0) @Max(30) @DefaultValue("2") int grace) {}
