package dev.beforehand.practice.faults;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How late things come that are late.
 *
 * @param answer to a call
 * @param delivery to Beforehand; a person waits three seconds for the ack
 */
@ConfigurationProperties("beforehand.practice.delays")
public record Delays(
        @DefaultValue("2s") Duration answer,
        @DefaultValue("2s") Duration delivery) {}
