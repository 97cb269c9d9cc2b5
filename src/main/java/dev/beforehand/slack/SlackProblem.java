package dev.beforehand.slack;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Why Slack refused.
 *
 * @param code Slack's own word for it, {@code channel_not_found}
 * @param words says it in the language spoken
 */
public record SlackProblem(String code, Supplier<String> words) {

    /** Slack takes nothing at all. */
    private static final Set<String> OF_ALL = Set.of(
            "token_revoked",
            "token_expired",
            "invalid_auth",
            "not_authed",
            "account_inactive",
            "team_access_not_granted",
            "org_login_required");

    /** Slack is away, or has not answered. */
    private static final Set<String> OF_SLACK =
            Set.of("unreachable", "unanswered", "service_unavailable", "request_timeout");

    /** Slack takes nothing for this channel or person. */
    private static final Set<String> OF_PLACE = Set.of(
            "missing_scope",
            "is_archived",
            "not_in_channel",
            "channel_not_found",
            "restricted_action",
            "restricted_action_read_only_channel",
            "posting_to_general_channel_denied",
            "user_not_found",
            "user_disabled",
            "user_not_visible",
            "messages_tab_disabled",
            "cannot_dm_bot");

    /** For a person: what is wrong and what to do. */
    public String sentence() {
        return words.get();
    }

    /** Whether somebody deleted the message that was to be changed. */
    public boolean messageIsGone() {
        return code.equals("message_not_found");
    }

    boolean isTooMuch() {
        return code.equals("ratelimited");
    }

    boolean threadIsGone() {
        return code.equals("thread_not_found");
    }

    boolean isOfAll() {
        return OF_ALL.contains(code) || passesByItself();
    }

    /** Something between here and Slack answered. */
    boolean isNotOfSlack() {
        return code.startsWith("http_");
    }

    public boolean isOfPlace() {
        return OF_PLACE.contains(code);
    }

    /** Nobody has to do anything about it. */
    public boolean passesByItself() {
        return OF_SLACK.contains(code);
    }
}
