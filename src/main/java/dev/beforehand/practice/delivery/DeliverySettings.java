package dev.beforehand.practice.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where Beforehand listens, and the secret that both know. */
@ConfigurationProperties("beforehand")
record DeliverySettings(Slack slack, Practice practice) {

    record Slack(String signingSecret) {}

    /**
     * @param url the address of this process
     * @param patience how long an ack may take
     * @param retries the pauses before an event is sent again
     */
    record Practice(
            URI url,
            @DefaultValue("3s") Duration patience,
            @DefaultValue({"0s", "1m", "5m"}) List<Duration> retries) {}

    URI entrance() {
        return practice.url().resolve("/slack/events");
    }
}
