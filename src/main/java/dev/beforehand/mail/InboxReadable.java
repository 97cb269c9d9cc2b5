package dev.beforehand.mail;

/**
 * The inbox, of which it was said that it could not be read, can be read again.
 *
 * @param host the mail server
 */
public record InboxReadable(String host) {}
