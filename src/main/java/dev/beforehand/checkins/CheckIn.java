package dev.beforehand.checkins;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A conversation with a client about invoices that are about to fall due; one a client and week.
 *
 * @param weekOf the Monday of the week in which it was flagged
 * @param claimedBy who has it, or was done with it
 * @param outcome what came of it; where it is not done, what came of it before something new opened it again
 */
public record CheckIn(
        @Id CheckInId id,
        ClientId clientId,
        LocalDate weekOf,
        State state,
        @Nullable ColleagueId claimedBy,
        @Nullable Instant claimedAt,
        @Nullable Outcome outcome,
        @Nullable Instant closedAt) {

    /** Where a check-in stands. */
    public enum State {
        /** Waits for somebody to claim it. */
        OPEN,
        CLAIMED,
        DONE,
        /** All its invoices were paid or voided before anybody was done with it. */
        CANCELLED;

        public boolean isClosed() {
            return this == DONE || this == CANCELLED;
        }
    }

    /** What came of the conversation. */
    public enum Outcome {
        ON_TRACK,
        WILL_PAY,
        PROBLEM,
        NO_ANSWER
    }
}
