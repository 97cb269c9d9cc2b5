package dev.beforehand.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends what Slack sends, signed as Slack signs it. */
public final class SignedSlack {

    public static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI entrance;
    private final Clock clock;

    public SignedSlack(int port, Clock clock) {
        this.entrance = URI.create("http://localhost:" + port + "/slack/events");
        this.clock = clock;
    }

    public HttpResponse<String> event(String json) {
        return send(signed(JSON, json));
    }

    public HttpResponse<String> interaction(String json) {
        return send(signed(FORM, "payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8)));
    }

    public HttpResponse<String> command(String text, String triggerId) {
        return command("U0PANA", text, triggerId, "https://hooks.slack.example/1");
    }

    HttpResponse<String> command(String user, String text, String triggerId, String responseUrl) {
        return send(signed(
                FORM,
                "command=%2Finvoices&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)
                        + "&user_id=" + user + "&channel_id=C1&trigger_id=" + triggerId
                        + "&response_url=" + URLEncoder.encode(responseUrl, StandardCharsets.UTF_8)));
    }

    HttpRequest signed(String contentType, String body) {
        return signed(contentType, body, clock.instant().getEpochSecond(), SECRET);
    }

    HttpRequest signed(String contentType, String body, long timestamp, String secret) {
        return HttpRequest.newBuilder(entrance)
                .header("Content-Type", contentType)
                .header("X-Slack-Request-Timestamp", Long.toString(timestamp))
                .header("X-Slack-Signature", signature(timestamp, body, secret))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    HttpRequest unsigned(String body) {
        return HttpRequest.newBuilder(entrance)
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String signature(long timestamp, String body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = "v0:" + timestamp + ":" + body;
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
