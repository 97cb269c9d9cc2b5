package dev.beforehand.slack;

/**
 * Why Slack refused.
 *
 * @param code Slack's own word for it, {@code channel_not_found}
 * @param sentence for a person: what is wrong and what to do
 */
public record SlackProblem(String code, String sentence) {

    /** Whether somebody deleted the message that was to be changed. */
    public boolean messageIsGone() {
        return code.equals("message_not_found");
    }
}
