package dev.beforehand.slack;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For a Slack with other habits than the real one, such as that of a test.
 *
 * @param gap between two posts in a channel; a little more than the second that Slack wants, since it counts arrivals
 * @param updates of messages in a minute; a little less than Slack takes
 * @param doubt so long after a lost answer Slack has either posted it or never will
 */
@ConfigurationProperties("beforehand.slack.sender")
record SenderSettings(
        @DefaultValue("1050ms") Duration gap,
        @DefaultValue("48") int updates,
        @DefaultValue("30s") Duration doubt) {}
