package dev.beforehand.clients;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody without a role wants one.
 *
 * @param meantClick what to carry out once they have it
 * @param role what was given; empty: nothing, or nobody has decided yet
 * @param decidedAt empty while nobody has decided
 */
public record AccessRequest(
        Id id,
        String slackUserId,
        String name,
        @Nullable Long meantClick,
        Instant askedAt,
        @Nullable Role role,
        @Nullable ColleagueId decidedBy,
        @Nullable Instant decidedAt) {

    /** Identifies a request; opaque outside the database. */
    public record Id(long value) {

        @Override
        public String toString() {
            return Long.toString(value);
        }
    }
}
