package dev.beforehand.practice.api;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A call that Slack would refuse, in Slack's words. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ObjectNode answer;
    private final int retryAfterSeconds;

    private Refusal(String error, int retryAfterSeconds) {
        super(error);
        this.answer = JsonNodeFactory.instance.objectNode().put("ok", false).put("error", error);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    static Refusal of(String error) {
        return new Refusal(error, 0);
    }

    /** @param reasons each with its place */
    static Refusal of(String error, List<String> reasons) {
        var refusal = of(error);
        var errors = refusal.answer.putArray("errors");
        var messages = refusal.answer.putObject("response_metadata").putArray("messages");
        reasons.forEach(reason -> {
            errors.add(reason);
            messages.add("[ERROR] " + reason);
        });
        return refusal;
    }

    static Refusal missingScope(String needed, List<String> provided) {
        var refusal = of("missing_scope");
        refusal.answer.put("needed", needed).put("provided", String.join(",", provided));
        return refusal;
    }

    static Refusal tooOften(int seconds) {
        return new Refusal("ratelimited", seconds);
    }

    ObjectNode answer() {
        return answer;
    }

    /** When to try again; 0 where it was not refused for coming too often. */
    int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
