package dev.beforehand.checkins;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What a client said, as a colleague wrote it down.
 *
 * @param checkInId the check-in in which they said it; empty where there was none
 * @param problem the reason why the client does not want to pay; empty where none was named
 * @param solved whether it says that the problem which was named before is over
 * @param form the form in which it was written down, or the message in which it stands; empty where there was none
 * @param speaker who wrote the message in which it stands
 * @param link where that message can be read
 */
public record Feedback(
        @Nullable @Id Long id,
        ClientId clientId,
        @Nullable CheckInId checkInId,
        ColleagueId authorId,
        Instant at,
        String words,
        Mood mood,
        @Nullable Problem problem,
        boolean solved,
        @Nullable String form,
        @Nullable String speaker,
        @Nullable String link) {

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
