package dev.beforehand.clients;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A person of the own team: an account manager, a finance lead.
 *
 * @param slackUserId empty until they were first met in Slack
 * @param email empty where Slack hides it
 */
public record Colleague(
        @Id ColleagueId id,
        @Nullable String slackUserId,
        @Nullable String email,
        String name) {}
