package dev.beforehand.correspondence;

import dev.beforehand.clients.ColleagueId;
import dev.beforehand.letters.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote back to a mail.
 *
 * @param messageId made before the first try
 * @param reason why; of one that was not sent, or of which nobody knows
 */
public record Answer(
        String messageId,
        IncomingId incoming,
        ColleagueId author,
        String subject,
        String text,
        State state,
        @Nullable Sentence reason,
        Instant changedAt) {

    /** Where it stands; the names stand in the database. */
    public enum State {
        SENDING,
        SENT,
        /** It was certainly not sent. */
        FAILED,
        /** It may have been sent or not. */
        UNKNOWN
    }

    /** Without its content, as it may stand in a log. */
    @Override
    public String toString() {
        return "Answer" + messageId;
    }
}
