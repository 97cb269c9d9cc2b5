package dev.beforehand.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.time.Duration;

/** Makes the one connection to Slack that a process needs; each starts threads of its own. */
final class SlackClients {

    private SlackClients() {}

    /**
     * A client that never sends a request twice by itself: HTTP libraries do so on a reused connection, and a message
     * would then stand in the channel twice.
     */
    static Slack connect(String apiUrl, Duration timeout) {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(apiUrl);
        config.setStatsEnabled(false);
        config.setHttpClientReadTimeoutMillis((int) timeout.toMillis());
        config.setHttpClientWriteTimeoutMillis((int) timeout.toMillis());
        config.setHttpClientCallTimeoutMillis((int) timeout.multipliedBy(2).toMillis());
        var http = SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .retryOnConnectionFailure(false)
                .connectTimeout(timeout)
                .addNetworkInterceptor(AnswerLost::watch)
                .build();
        return Slack.getInstance(config, new SlackHttpClient(http));
    }
}
