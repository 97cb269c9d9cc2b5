package dev.beforehand.checkins;

import dev.beforehand.clients.ColleagueId;

/** What became of the wish to have a check-in. */
public sealed interface Claim {

    /** It is the asker's now, or was already. */
    record Claimed() implements Claim {}

    record AlreadyClaimed(ColleagueId by) implements Claim {}

    /** It is done or cancelled. */
    record Closed(CheckIn.State state) implements Claim {}

    record Unknown() implements Claim {}
}
