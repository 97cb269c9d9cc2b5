package dev.beforehand.slack;

import org.jspecify.annotations.Nullable;

/**
 * A person in Slack.
 *
 * @param email empty where the person has none, or Slack does not show it
 */
public record SlackUser(String id, String name, @Nullable String email) {}
