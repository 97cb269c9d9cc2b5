package dev.beforehand.practice.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands in the fields of a form, in the shape in which Slack sends it, and what Slack's own client would say
 * about it before it sends anything.
 *
 * @param values block id -> action id -> value
 * @param errors block id -> what is wrong with its field
 */
record FormState(ObjectNode values, Map<String, String> errors) {

    /** @param form what was sent, by {@link Field#name()}; a check box or a choice among many may have several values */
    static FormState of(JsonNode blocks, Map<String, List<String>> form) {
        var values = JsonNodeFactory.instance.objectNode();
        var errors = new LinkedHashMap<String, String>();
        for (var block : blocks) {
            var blockId = block.path("block_id").asString("");
            for (var element : elements(block)) {
                var actionId = element.path("action_id").asString("");
                var given = form.getOrDefault(Field.name(blockId, actionId), List.of()).stream()
                        .filter(value -> !value.isBlank())
                        .toList();
                var value = value(element, given);
                if (value == null) {
                    continue;
                }
                values.withObjectProperty(blockId).set(actionId, value);
                var wrong = block.path("type").asString("").equals("input") ? wrong(block, element, given) : null;
                if (wrong != null) {
                    errors.put(blockId, wrong);
                }
            }
        }
        return new FormState(values, errors);
    }

    static Iterable<JsonNode> elements(JsonNode block) {
        return switch (block.path("type").asString("")) {
            case "input" -> List.of(block.path("element"));
            case "section" -> List.of(block.path("accessory"));
            case "actions" -> block.path("elements");
            default -> List.of();
        };
    }

    /** The value of an element that keeps one, or null for a button and its like. */
    static @Nullable ObjectNode value(JsonNode element, List<String> given) {
        var type = element.path("type").asString("");
        var value = JsonNodeFactory.instance.objectNode().put("type", type);
        var first = given.isEmpty() ? null : given.getFirst();
        return switch (type) {
            case "plain_text_input", "number_input", "email_text_input", "url_text_input" -> value.put("value", first);
            case "datepicker" -> value.put("selected_date", first);
            case "timepicker" -> value.put("selected_time", first);
            case "users_select" -> value.put("selected_user", first);
            case "channels_select" -> value.put("selected_channel", first);
            case "conversations_select" -> value.put("selected_conversation", first);
            case "static_select", "radio_buttons" -> {
                var option = first == null ? null : option(element, first);
                yield value.set("selected_option", option == null ? JsonNodeFactory.instance.nullNode() : option);
            }
            case "multi_static_select", "checkboxes" -> {
                var options = value.putArray("selected_options");
                given.forEach(each -> {
                    var option = option(element, each);
                    if (option != null) {
                        options.add(option);
                    }
                });
                yield value;
            }
            default -> null;
        };
    }

    /** The option with this value; the element decides what may be chosen, not the page. */
    static @Nullable JsonNode option(JsonNode element, String value) {
        for (var option : element.path("options")) {
            if (option.path("value").asString("").equals(value)) {
                return option;
            }
        }
        for (var group : element.path("option_groups")) {
            var option = option(group, value);
            if (option != null) {
                return option;
            }
        }
        return null;
    }

    private static @Nullable String wrong(JsonNode block, JsonNode element, List<String> given) {
        if (given.isEmpty()) {
            return block.path("optional").asBoolean(false) ? null : "Please complete this required field.";
        }
        return Typed.wrong(element, given.getFirst());
    }
}
