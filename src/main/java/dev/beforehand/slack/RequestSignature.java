package dev.beforehand.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tells Slack's requests from everybody else's by their signature over the raw bytes, compared in constant time. */
final class RequestSignature {

    /** What a request's signature says about it. */
    enum Verdict {
        GENUINE,
        UNSIGNED,
        TOO_FAR_FROM_NOW,
        FORGED
    }

    private static final long TOLERANCE_SECONDS = 300;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private final String secret;
    private final Clock clock;

    RequestSignature(String secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    Verdict of(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        if (timestamp == null || signature == null || secret.isEmpty()) {
            return Verdict.UNSIGNED;
        }
        if (!SECONDS.matcher(timestamp).matches()
                || Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) > TOLERANCE_SECONDS) {
            return Verdict.TOO_FAR_FROM_NOW;
        }
        var expected = sign(timestamp, body).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))
                ? Verdict.GENUINE
                : Verdict.FORGED;
    }

    private String sign(String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256.", e);
        }
    }
}
