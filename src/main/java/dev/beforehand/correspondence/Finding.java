package dev.beforehand.correspondence;

import dev.beforehand.clients.ClientId;
import dev.beforehand.correspondence.Incoming.Kind;
import dev.beforehand.correspondence.Incoming.State;
import dev.beforehand.correspondence.Unreachable.Consequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a mail that arrived.
 *
 * @param answers the Message-ID of our mail that it answers or is about
 * @param failures where a delivery report says that our mail did not arrive
 */
record Finding(
        Kind kind, @Nullable ClientId client, @Nullable String answers, boolean isKnownSender, List<Failure> failures) {

    /** @param said why, in the mail server's words */
    record Failure(String address, String said, Consequence consequence) {}

    static Finding mail(Kind kind, @Nullable ClientId client, @Nullable String answers, boolean isKnownSender) {
        return new Finding(kind, client, answers, isKnownSender, List.of());
    }

    /** Who has to see to it, as it arrives. */
    State state() {
        return switch (kind) {
            case REPLY, UNREADABLE, UNKNOWN_SENDER, BOUNCE -> State.WAITING;
            case AUTOMATIC, DELAY, TEAM -> State.NOTED;
        };
    }
}
