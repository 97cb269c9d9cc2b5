package dev.beforehand.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.slack.RequestSignature.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestSignatureTests {

    // The example of Slack's own documentation of signatures.
    static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    static final String TIMESTAMP = "1531420618";
    static final String BODY =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    @Test
    void slacksOwnExampleIsGenuine() {
        assertThat(verdict(SECRET, TIMESTAMP, SIGNATURE, BODY)).isEqualTo(Verdict.GENUINE);
    }

    @ParameterizedTest
    @CsvSource({
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b504",
        "v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503",
        "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        "v0=",
        "ä"
    })
    void anyOtherSignatureIsForged(String signature) {
        assertThat(verdict(SECRET, TIMESTAMP, signature, BODY)).isEqualTo(Verdict.FORGED);
        assertThat(verdict(SECRET, TIMESTAMP, SIGNATURE, BODY + " ")).isEqualTo(Verdict.FORGED);
    }

    @ParameterizedTest
    @CsvSource({"-1531420618", "1531420618.0", "''", "99999999999999999999", "+1531420618", "1531420317", "1531420919"})
    void aTimestampThatIsNoneOrFarOffIsRefused(String timestamp) {
        assertThat(verdict(SECRET, timestamp, SIGNATURE, BODY)).isEqualTo(Verdict.TOO_FAR_FROM_NOW);
    }

    @Test
    void withoutASecretNothingIsGenuine() {
        assertThat(verdict("", TIMESTAMP, SIGNATURE, BODY)).isEqualTo(Verdict.UNSIGNED);
    }

    private static Verdict verdict(String secret, String timestamp, String signature, String body) {
        var clock = Clock.fixed(Instant.ofEpochSecond(1531420618), ZoneOffset.UTC);
        return new RequestSignature(secret, clock).of(timestamp, signature, body.getBytes(StandardCharsets.UTF_8));
    }
}
