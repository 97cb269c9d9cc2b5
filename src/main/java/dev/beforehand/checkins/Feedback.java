package dev.beforehand.checkins;

import dev.beforehand.clients.ColleagueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What a client said, as a colleague wrote it down.
 *
 * @param problem the reason why the client does not want to pay; empty where none was named
 * @param solved whether it says that the problem which was named before is over
 * @param form the form in which it was written down; empty where there was none
 */
public record Feedback(
        @Nullable @Id Long id,
        CheckInId checkInId,
        ColleagueId authorId,
        Instant at,
        String words,
        Mood mood,
        @Nullable Problem problem,
        boolean solved,
        @Nullable String form) {

    /** How the client sounded. */
    public enum Mood {
        FRIENDLY,
        NEUTRAL,
        UPSET
    }

    /** Reason codes of a dispute. */
    public enum Problem {
        WRONG_AMOUNT,
        NOT_DELIVERED,
        QUALITY,
        INVOICE_MISSING,
        PURCHASE_ORDER_MISSING,
        CASH_SHORTAGE,
        OTHER
    }
}
