package dev.beforehand.practice.api;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The token that is accepted, and the address of this process. */
@ConfigurationProperties("beforehand")
record ApiSettings(Slack slack, Practice practice) {

    record Slack(String botToken) {}

    record Practice(URI url) {}
}
