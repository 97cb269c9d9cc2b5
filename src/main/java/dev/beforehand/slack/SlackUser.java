package dev.beforehand.slack;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person in Slack.
 *
 * @param email empty where the person has none, or Slack does not show it
 * @param outsider whether they are a guest, or belong to another company's workspace
 * @param deactivated whether they can no longer use Slack
 * @param language the one in which they use Slack; empty where Beforehand does not speak it
 * @param zone where they are; empty where Slack does not say
 */
public record SlackUser(
        String id,
        String name,
        @Nullable String email,
        boolean outsider,
        boolean deactivated,
        @Nullable Locale language,
        @Nullable ZoneId zone) {}
