package dev.beforehand.slack;

/**
 * A message that stands in Slack.
 *
 * @param channel its id as Slack returned it
 * @param ts names the message within the channel; text, never a number
 */
public record Posted(String channel, String ts) {}
