package dev.beforehand.slack.capture;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.slack.Posted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants what was said to be kept.
 *
 * @param message to which they reacted
 * @param client whose card that message is; empty where it is no card
 */
record Pin(long id, Posted message, @Nullable ClientId client, ColleagueId by, String user, Instant at) {}
