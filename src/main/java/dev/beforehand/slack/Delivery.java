package dev.beforehand.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Slack delivered, read just far enough to know its kind and whether it came before.
 *
 * @param payload the JSON; of a form without one, its fields
 */
record Delivery(Kind kind, JsonObject payload) {

    /** How Slack treats it: only an event is sent again when it is not acked. */
    enum Kind {
        EVENT,
        INTERACTION,
        COMMAND,
        URL_VERIFICATION,
        SSL_CHECK,
        UNKNOWN
    }

    private static final Set<String> INTERACTIONS =
            Set.of("block_actions", "block_suggestion", "view_submission", "view_closed", "shortcut", "message_action");

    /** Reads a request's body: JSON, or a form. Whatever cannot be read is of unknown kind. */
    static Delivery of(String body) {
        try {
            var payload = body.stripLeading().startsWith("{") ? object(body) : form(body);
            return new Delivery(kind(payload), payload);
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException e) {
            return new Delivery(Kind.UNKNOWN, new JsonObject());
        }
    }

    /**
     * The same for each retry and each replay of this delivery, and for a form that is sent twice as it is; empty where
     * Slack names none.
     */
    @Nullable
    String id() {
        return switch (kind) {
            case EVENT -> prefixed("event", text(payload, "event_id"));
            case COMMAND -> prefixed("command", text(payload, "trigger_id"));
            case INTERACTION -> prefixed("interaction", interactionId());
            default -> null;
        };
    }

    /** Who clicked, typed or reacted; empty where nobody did. */
    @Nullable
    String person() {
        return switch (kind) {
            case EVENT -> payload.get("event") instanceof JsonObject event ? text(event, "user") : null;
            case INTERACTION -> payload.get("user") instanceof JsonObject user ? text(user, "id") : null;
            case COMMAND -> text(payload, "user_id");
            default -> null;
        };
    }

    /** Suggestions for a menu change nothing, and Slack asks for the same ones again. */
    boolean changesNothing() {
        return "block_suggestion".equals(type());
    }

    String type() {
        var type = text(payload, "type");
        return type == null ? "" : type;
    }

    /** Slack sends it once, but its person may send it again if they see no answer. */
    boolean isSubmission() {
        return "view_submission".equals(type());
    }

    private @Nullable String interactionId() {
        if (isSubmission() && payload.get("view") instanceof JsonObject view && text(view, "id") instanceof String id) {
            return "form/" + id + "/" + text(view, "hash") + "/" + Objects.hashCode(view.get("state"));
        }
        var trigger = text(payload, "trigger_id");
        if (trigger != null) {
            return trigger;
        }
        if (payload.get("actions") instanceof JsonElement actions
                && actions.isJsonArray()
                && !actions.getAsJsonArray().isEmpty()
                && actions.getAsJsonArray().get(0) instanceof JsonObject action) {
            var at = text(action, "action_ts");
            return at == null ? null : at + "/" + text(action, "action_id");
        }
        return null;
    }

    static @Nullable String text(JsonObject object, String name) {
        var value = object.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : null;
    }

    private static @Nullable String prefixed(String prefix, @Nullable String id) {
        return id == null || id.isBlank() ? null : prefix + ":" + id;
    }

    private static Kind kind(JsonObject payload) {
        var type = text(payload, "type");
        if ("event_callback".equals(type)) {
            return Kind.EVENT;
        }
        if ("url_verification".equals(type)) {
            return Kind.URL_VERIFICATION;
        }
        if (type != null && INTERACTIONS.contains(type)) {
            return Kind.INTERACTION;
        }
        if (payload.has("command")) {
            return Kind.COMMAND;
        }
        return payload.has("ssl_check") ? Kind.SSL_CHECK : Kind.UNKNOWN;
    }

    private static JsonObject object(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    private static JsonObject form(String body) {
        var fields = new JsonObject();
        Arrays.stream(body.split("&")).map(field -> field.split("=", 2)).forEach(field -> {
            if (field.length == 2) {
                fields.addProperty(decoded(field[0]), decoded(field[1]));
            }
        });
        var json = text(fields, "payload");
        return json == null ? fields : object(json);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
