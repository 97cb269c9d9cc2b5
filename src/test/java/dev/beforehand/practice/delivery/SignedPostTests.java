package dev.beforehand.practice.delivery;

import static dev.beforehand.practice.delivery.Receiver.json;
import static dev.beforehand.practice.delivery.Receiver.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignedPostTests {

    private final Practising practice = new Practising();

    @AfterEach
    void close() {
        practice.close();
    }

    @Test
    void isSignedOverItsBytesWithTheTimeOfTheClock() {
        var body = "{\"text\":\"Grüße, 日本\"}";
        send(body);

        var received = practice.beforehand.last();
        var timestamp = received.headers().get("x-slack-request-timestamp");
        assertThat(received.body()).isEqualTo(body);
        assertThat(timestamp).isEqualTo(Long.toString(Practising.NOW.getEpochSecond()));
        assertThat(received.headers().get("x-slack-signature"))
                .isEqualTo(new SlackSignature.Generator(Practising.SECRET).generate(timestamp, body));
    }

    @Test
    void tellsHowItWasAnswered() {
        practice.beforehand.answers(
                json("{\"a\":1}"), status(204), status(404), status(500), practice.beforehand.silence());

        assertThat(send("{}").content().path("a").asInt()).isEqualTo(1);
        assertThat(send("{}").isGood()).isTrue();
        assertThat(send("{}").failure()).isEqualTo("http_error");
        assertThat(send("{}").failure()).isEqualTo("http_error");
        assertThat(send("{}").failure()).isEqualTo("http_timeout");
    }

    @Test
    void tellsThatNobodyIsThere() {
        practice.beforehand.close();
        assertThat(send("{}").failure()).isEqualTo("connection_failed");
    }

    private Ack send(String body) {
        return practice.post.send(SignedPost.JSON, body, Map.of());
    }
}
