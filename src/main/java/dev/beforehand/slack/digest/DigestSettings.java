package dev.beforehand.slack.digest;

import jakarta.validation.constraints.NotBlank;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param channel where the digest stands: a channel's id or its name like {@code #receivables}
 * @param time from when on, in the team's zone
 */
@Validated
@ConfigurationProperties("beforehand.digest")
record DigestSettings(
        @NotBlank @DefaultValue("#receivables") String channel,
        @DefaultValue("08:30") LocalTime time) {}
