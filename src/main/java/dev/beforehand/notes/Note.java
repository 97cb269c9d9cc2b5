package dev.beforehand.notes;

import java.time.Instant;

/**
 * A message of the team that is kept.
 *
 * @param ts names the message within the channel
 * @param speaker the name of whoever wrote it
 */
public record Note(String channel, String ts, String speaker, Instant saidAt, String words) {}
