package dev.beforehand.practice.workspace;

/**
 * Somebody in the practice workspace.
 *
 * @param id as Slack forms them, {@code U0PANA}
 * @param handle the short name in lower case
 * @param language in which they use Slack, {@code de-DE}
 * @param app whether this is a bot, as whom nobody can act
 */
public record Person(String id, String handle, String name, String email, String title, String language, boolean app) {}
