package dev.beforehand.mail;

import java.time.Instant;

/**
 * The inbox has not been readable for long.
 *
 * @param host the mail server
 * @param since when that began
 * @param reason what the server said, or what else is in the way
 */
public record InboxUnreadable(String host, Instant since, String reason) {}
