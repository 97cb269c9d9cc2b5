package dev.beforehand.practice.delivery;

import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Slack brings to Beforehand.
 *
 * @param id of its envelope in Socket Mode
 * @param attempt 0 the first time, then the number of the retry
 * @param reason why it comes again; empty the first time
 */
record Parcel(Kind kind, String id, ObjectNode payload, int attempt, String reason) {

    enum Kind {
        EVENT("events_api"),
        INTERACTION("interactive"),
        COMMAND("slash_commands");

        private final String envelope;

        Kind(String envelope) {
            this.envelope = envelope;
        }

        /** Slack's name for it in Socket Mode. */
        String envelope() {
            return envelope;
        }
    }

    static Parcel of(Kind kind, ObjectNode payload) {
        return new Parcel(kind, envelopeId(), payload, 0, "");
    }

    /** In an envelope of its own. */
    Parcel again(String why) {
        return new Parcel(kind, envelopeId(), payload, attempt + 1, why);
    }

    /** In the same envelope. */
    Parcel repeated(String why) {
        return new Parcel(kind, id, payload, attempt + 1, why);
    }

    private static String envelopeId() {
        return UUID.randomUUID().toString();
    }
}
