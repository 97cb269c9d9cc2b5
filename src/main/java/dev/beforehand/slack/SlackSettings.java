package dev.beforehand.slack;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach Slack and to know it.
 *
 * @param botToken speaks for Beforehand in the workspace
 * @param signingSecret tells Slack's requests from everybody else's; not needed with Socket Mode
 * @param appToken opens Socket Mode; empty: Slack calls {@code POST /slack/events}
 * @param apiUrl the Web API, ending in {@code /api/}
 */
@ConfigurationProperties("beforehand.slack")
record SlackSettings(
        @DefaultValue("") String botToken,
        @DefaultValue("") String signingSecret,
        @DefaultValue("") String appToken,
        @DefaultValue("https://slack.com/api/") String apiUrl) {

    SlackSettings {
        botToken = botToken.strip();
        signingSecret = signingSecret.strip();
        appToken = appToken.strip();
        apiUrl = apiUrl.isBlank() ? "https://slack.com/api/" : apiUrl.strip();
        if (botToken.isEmpty()) {
            throw new IllegalArgumentException(
                    "SLACK_BOT_TOKEN is not set. Find it at https://api.slack.com/apps under your app's 'OAuth &"
                            + " Permissions' as 'Bot User OAuth Token' (xoxb-...).");
        }
        if (signingSecret.isEmpty() && appToken.isEmpty()) {
            throw new IllegalArgumentException(
                    "SLACK_SIGNING_SECRET is not set, so nobody could tell Slack's requests from anybody else's. Find it"
                            + " at https://api.slack.com/apps under your app's 'Basic Information', 'App Credentials',"
                            + " 'Signing Secret'; or set SLACK_APP_TOKEN to use Socket Mode instead of HTTP.");
        }
        if (!apiUrl.matches("https?://.+/api/")) {
            throw new IllegalArgumentException("SLACK_API_URL is '" + apiUrl
                    + "'; it has to be a web address that ends in /api/, like https://slack.com/api/.");
        }
    }

    boolean socketMode() {
        return !appToken.isEmpty();
    }

    /** Says nothing, so that no secret gets into a log. */
    @Override
    public String toString() {
        return "SlackSettings[" + apiUrl + (socketMode() ? ", Socket Mode]" : ", HTTP]");
    }
}
