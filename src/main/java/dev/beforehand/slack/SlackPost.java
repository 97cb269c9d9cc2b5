package dev.beforehand.slack;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The message in Slack that shows a subject.
 *
 * @param subject what it shows: {@code digest:C123:2026-11-23}, {@code check-in:17}
 * @param ts empty: claimed, and not known to be posted
 * @param deleted whether somebody deleted it in Slack
 */
public record SlackPost(
        String subject,
        String channel,
        @Nullable String ts,
        @Nullable String threadTs,
        Instant claimedAt,
        boolean deleted) {

    /** Where it belongs, and others with it. */
    public Place place() {
        return new Place(channel, threadTs);
    }

    /** Where it stands; empty while nobody knows whether it was posted. */
    public @Nullable Posted posted() {
        return ts == null ? null : new Posted(channel, ts);
    }
}
