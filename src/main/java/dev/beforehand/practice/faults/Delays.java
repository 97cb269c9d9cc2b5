package dev.beforehand.practice.faults;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How late things come that are late, and how soon they may come.
 *
 * @param answer to a call
 * @param delivery to Beforehand; a person waits three seconds for the ack
 * @param message after another in the same channel: one that comes sooner is refused
 */
@ConfigurationProperties("beforehand.practice.delays")
public record Delays(
        @DefaultValue("2s") Duration answer,
        @DefaultValue("2s") Duration delivery,
        @DefaultValue("1s") Duration message) {}
