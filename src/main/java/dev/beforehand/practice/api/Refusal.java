package dev.beforehand.practice.api;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A call that Slack would refuse, in Slack's words. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ObjectNode answer;
    private final int status;
    private final int retryAfterSeconds;

    private Refusal(String error, int status, int retryAfterSeconds) {
        super(error);
        this.status = status;
        this.answer = JsonNodeFactory.instance.objectNode().put("ok", false).put("error", error);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    static Refusal of(String error) {
        return new Refusal(error, 200, 0);
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
        return new Refusal("ratelimited", 429, seconds);
    }

    static Refusal serverError() {
        return new Refusal("internal_error", 500, 0);
    }

    ObjectNode answer() {
        return answer;
    }

    int status() {
        return status;
    }

    /** When to try again; 0 where it was not refused for coming too often. */
    int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
