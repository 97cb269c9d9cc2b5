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
 * @param handedBy who gave it to them; empty where they claimed it themselves
 * @param outcome what came of it; where it is not done, what came of it before something new opened it again
 * @param letGo how it came back to be claimed again; empty where nobody had it
 * @param letGoBy who had it, or gave it back in their place
 * @param escalatedOn the day on which the finance leads were told that nobody had claimed it
 */
public record CheckIn(
        @Id CheckInId id,
        ClientId clientId,
        LocalDate weekOf,
        State state,
        @Nullable ColleagueId claimedBy,
        @Nullable Instant claimedAt,
        @Nullable ColleagueId handedBy,
        @Nullable Outcome outcome,
        @Nullable Instant closedAt,
        @Nullable LetGo letGo,
        @Nullable ColleagueId letGoBy,
        @Nullable Instant letGoAt,
        @Nullable LocalDate escalatedOn) {

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

    /** How somebody came to have it no more. */
    public enum LetGo {
        GIVEN_BACK,
        /** They said nothing when they were asked. */
        NO_ANSWER,
        /** They can no longer use Slack. */
        GONE
    }

    /** What came of the conversation. */
    public enum Outcome {
        ON_TRACK,
        WILL_PAY,
        PROBLEM,
        NO_ANSWER
    }
}
