package dev.beforehand.practice.api;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The tokens that are accepted, and the address of this process. */
@ConfigurationProperties("beforehand")
record ApiSettings(Slack slack, Practice practice) {

    record Slack(String botToken, String appToken) {}

    record Practice(URI url) {}
}
