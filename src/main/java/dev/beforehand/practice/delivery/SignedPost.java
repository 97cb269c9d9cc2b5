package dev.beforehand.practice.delivery;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Posts to Beforehand's entrance as Slack does: signed over the raw bytes, and with three seconds for the answer. */
@Component
@EnableConfigurationProperties(DeliverySettings.class)
@ConditionalOnProperty("beforehand.practice.on")
class SignedPost implements Entrance, AutoCloseable {

    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    private static final String HMAC = "HmacSHA256";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final DeliverySettings settings;
    private final Clock clock;

    SignedPost(DeliverySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Ack bring(Parcel parcel) {
        return switch (parcel.kind()) {
            case EVENT -> send(JSON, parcel.payload().toString(), retry(parcel));
            case INTERACTION -> send(FORM, "payload=" + encoded(parcel.payload().toString()), retry(parcel));
            case COMMAND -> send(FORM, form(parcel.payload()), retry(parcel));
        };
    }

    private static Map<String, String> retry(Parcel parcel) {
        return parcel.attempt() == 0
                ? Map.of()
                : Map.of(
                        "X-Slack-Retry-Num",
                        Integer.toString(parcel.attempt()),
                        "X-Slack-Retry-Reason",
                        parcel.reason());
    }

    private static String form(ObjectNode fields) {
        return fields.properties().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue().asString()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** @param headers besides those of the signature */
    Ack send(String contentType, String body, Map<String, String> headers) {
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(settings.entrance())
                .timeout(settings.practice().patience())
                .header("Content-Type", contentType)
                .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", sign(timestamp, bytes))
                .POST(BodyPublishers.ofByteArray(bytes));
        headers.forEach(request::header);
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return Ack.of(answer);
        } catch (HttpTimeoutException e) {
            return Ack.failed("http_timeout");
        } catch (IOException e) {
            return Ack.failed("connection_failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Ack.failed("connection_failed");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private String sign(String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(settings.slack().signingSecret().getBytes(StandardCharsets.UTF_8), HMAC));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + HMAC + ".", e);
        }
    }
}
