package dev.beforehand.practice.delivery;

import dev.beforehand.practice.workspace.Timestamps;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Sends what a person did with an element or a view. Unlike an event it is sent once: the person can do it again. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
class Interactions {

    static final String GONE = "It is no longer there.";

    private static final String TROUBLE = "⚠ Beforehand did not answer as it should (%s). Please try again.";

    private final SignedPost post;
    private final Timestamps timestamps;

    Interactions(SignedPost post, Timestamps timestamps) {
        this.post = post;
        this.timestamps = timestamps;
    }

    Ack send(ObjectNode payload) {
        var form = "payload=" + URLEncoder.encode(payload.toString(), StandardCharsets.UTF_8);
        return post.send(SignedPost.FORM, form, Map.of());
    }

    /** @return the warning that the person sees, empty where all went well */
    Optional<String> sendAction(ObjectNode payload, ObjectNode action) {
        payload.putArray("actions").add(action.deepCopy().put("action_ts", timestamps.next()));
        return trouble(send(payload));
    }

    static Optional<String> trouble(Ack ack) {
        return ack.isGood() ? Optional.empty() : Optional.of(TROUBLE.formatted(ack.failure()));
    }
}
