package dev.beforehand.slack.setup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last letter that somebody had sent to themselves. */
record TestLetter(
        String recipient, Instant at, State state, @Nullable String reason) {

    enum State {
        SENDING,
        SENT,
        FAILED,
        /** It may have left or not. */
        UNKNOWN
    }
}
