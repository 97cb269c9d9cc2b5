package dev.beforehand.practice.delivery;

import dev.beforehand.practice.workspace.Timestamps;
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

    private final Carrier carrier;
    private final Timestamps timestamps;

    Interactions(Carrier carrier, Timestamps timestamps) {
        this.carrier = carrier;
        this.timestamps = timestamps;
    }

    Ack send(ObjectNode payload) {
        return carrier.bring(Parcel.of(Parcel.Kind.INTERACTION, payload));
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
