package dev.beforehand.practice.api;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The tokens that are accepted, the address of this process, and whether what comes too often is refused. */
@ConfigurationProperties("beforehand")
record ApiSettings(Slack slack, Practice practice) {

    record Slack(String botToken, String appToken) {}

    record Practice(URI url, @DefaultValue("true") boolean limits) {}
}
