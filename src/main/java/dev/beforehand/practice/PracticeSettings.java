package dev.beforehand.practice;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param zone the team's zone */
@ConfigurationProperties("beforehand")
record PracticeSettings(ZoneId zone, @DefaultValue Digest digest, Practice practice) {

    /** @param time when a practice day begins: with its digest */
    record Digest(@DefaultValue("08:30") LocalTime time) {}

    /**
     * @param today the day on which the clock starts; where it is not set, the real day or the next working day after it
     * @param mailPort where letters arrive
     * @param inboxPort where Beforehand reads what clients answer
     */
    record Practice(@Nullable LocalDate today, int mailPort, int inboxPort) {}
}
