package dev.beforehand.practice.delivery;

import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How Beforehand answered a delivery.
 *
 * @param failure Slack's word for what went wrong, empty where it was acked
 * @param json whether the body says that it is JSON
 * @param retry whether it may be sent again
 */
record Ack(String failure, boolean json, String body, boolean retry) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    static Ack of(HttpResponse<String> answer) {
        var acked = answer.statusCode() / 100 == 2;
        var type = answer.headers().firstValue("Content-Type").orElse("");
        var noRetry = answer.headers().firstValue("X-Slack-No-Retry").isPresent();
        return new Ack(acked ? "" : "http_error", type.startsWith(SignedPost.JSON), answer.body(), !acked && !noRetry);
    }

    /** @param payload of an ack in Socket Mode; missing where it has none */
    static Ack of(JsonNode payload) {
        return new Ack("", true, payload.isMissingNode() ? "" : payload.toString(), false);
    }

    static Ack failed(String reason) {
        return new Ack(reason, false, "", true);
    }

    boolean isGood() {
        return failure.isEmpty();
    }

    /** The answer's body, an empty object where it is no JSON object. */
    JsonNode content() {
        try {
            var content = body.isBlank() ? JsonNodeFactory.instance.objectNode() : MAPPER.readTree(body);
            return content.isObject() ? content : JsonNodeFactory.instance.objectNode();
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
