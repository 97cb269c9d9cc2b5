package dev.beforehand.slack;

import com.google.gson.JsonObject;

/**
 * What somebody clicked, wrote or reacted with before they had a role.
 *
 * @param payload as Slack delivered it
 */
public record MeantClick(long id, String slackUserId, JsonObject payload) {}
