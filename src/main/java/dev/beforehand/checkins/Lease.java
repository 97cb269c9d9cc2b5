package dev.beforehand.checkins;

import dev.beforehand.clients.ColleagueId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has a check-in for as long as they are on it.
 *
 * @param from when they were last known to be on it
 * @param asked how often they were asked since whether they still are
 * @param askedAt when they were asked last; empty where they were not
 * @param shownAt when Slack showed them that question; empty where it has not yet
 */
public record Lease(
        CheckInId checkIn,
        ColleagueId holder,
        Instant from,
        int asked,
        @Nullable Instant askedAt,
        @Nullable Instant shownAt) {}
