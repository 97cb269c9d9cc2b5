package dev.beforehand.slack.setup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Whether the address that clients are to use answers. */
@Component
@EnableConfigurationProperties(PortalSettings.class)
class PortalCheck implements SetupCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int SERVER_ERRORS = 500;

    private final PortalSettings settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    PortalCheck(PortalSettings settings) {
        this.settings = settings;
    }

    @Override
    public SetupItem item() {
        return SetupItem.PORTAL;
    }

    @Override
    public Finding look() {
        var url = settings.url();
        if (url.isEmpty()) {
            return new Finding(Finding.State.OPTIONAL, "none", "");
        }
        return url.matches("https://[^/\\s]+(/\\S*)?") ? asked(url) : Finding.missing("not-https", url);
    }

    private Finding asked(String url) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status < SERVER_ERRORS ? Finding.good(url) : Finding.missing("silent", url);
        } catch (IOException | IllegalArgumentException e) {
            return Finding.missing("silent", url);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.unknown("unanswered");
        }
    }
}
