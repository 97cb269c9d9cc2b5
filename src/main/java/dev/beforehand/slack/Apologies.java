package dev.beforehand.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.slack.api.bolt.response.Response;
import dev.beforehand.letters.Phrases;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a person in a sentence that what they asked for was not done, where Slack would show a warning triangle. */
@Component
class Apologies {

    private final Phrases phrases;
    private final SlackGateway gateway;
    private final DirectMessages messages;
    private final Afterwards afterwards;

    Apologies(Phrases phrases, SlackGateway gateway, DirectMessages messages, Afterwards afterwards) {
        this.phrases = phrases;
        this.gateway = gateway;
        this.messages = messages;
        this.afterwards = afterwards;
    }

    /** The answer to a click or a command for which there is no handler (any more). */
    Response unknown(Delivery delivery) {
        return answer(delivery, phrases.say("error.unknown"));
    }

    /** The answer to a click or a command whose handler failed. */
    Response failed(Delivery delivery) {
        return answer(delivery, phrases.say("error.failed"));
    }

    private Response answer(Delivery delivery, String sentence) {
        var payload = delivery.payload();
        if (delivery.kind() == Delivery.Kind.COMMAND) {
            return Response.ok(Map.of("response_type", "ephemeral", "text", sentence));
        }
        return switch (delivery.type()) {
            case "block_suggestion" -> Response.ok(Map.of("options", new Object[0]));
            case "view_closed" -> Response.ok();
            case "view_submission" -> besideAnInput(payload, sentence);
            default -> {
                afterwards.run("Answering an interaction", () -> tell(payload, sentence));
                yield Response.ok();
            }
        };
    }

    /** Keeps the modal open, with all that was typed. */
    Response besideAnInput(JsonObject payload, String sentence) {
        if (payload.get("view") instanceof JsonObject view && firstInput(view) instanceof String block) {
            return Response.ok(Map.of("response_action", "errors", "errors", Map.of(block, sentence)));
        }
        afterwards.run("Answering a modal", () -> tell(payload, sentence));
        return Response.ok();
    }

    private static @Nullable String firstInput(JsonObject view) {
        if (view.get("blocks") instanceof JsonArray blocks) {
            for (var block : blocks) {
                if (block instanceof JsonObject object && "input".equals(Delivery.text(object, "type"))) {
                    return Delivery.text(object, "block_id");
                }
            }
        }
        return null;
    }

    private void tell(JsonObject payload, String sentence) {
        var message = SlackMessage.of(sentence);
        if (Delivery.text(payload, "response_url") instanceof String url) {
            gateway.respond(url, message, false);
        } else if (payload.get("user") instanceof JsonObject user && Delivery.text(user, "id") instanceof String id) {
            messages.send(id, () -> message);
        }
    }
}
