package dev.beforehand.slack.ledger;

import dev.beforehand.clients.ColleagueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ledger file that a finance lead dropped into the direct messages.
 *
 * @param name as it may be a file's name anywhere
 * @param address where Slack has it
 * @param droppedBy in whose direct messages; of an old one, their channel
 * @param ledger the state of the ledger in which it was looked at
 * @param said what its card says of it
 * @param decidedBy who pressed a button last
 */
record Upload(
        long id,
        String name,
        String address,
        String droppedBy,
        Instant droppedAt,
        State state,
        Instant changedAt,
        String ledger,
        String said,
        @Nullable ColleagueId decidedBy) {

    /** Where it stands; the names are in the database. */
    enum State {
        /** Not looked at yet. */
        ARRIVED,
        /** Looked at, and waits for a decision. */
        WAITING,
        IMPORTING,
        IMPORTED,
        /** Nothing of it can be imported. */
        REFUSED,
        CANCELLED,
        EXPIRED
    }
}
