package dev.beforehand.practice.page;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One entry of {@code actions} in Slack's {@code block_actions}: which element, and what was chosen. */
final class Action {

    private Action() {}

    /** The element itself, which alone says what it is; the page is not asked. */
    static Optional<JsonNode> find(JsonNode blocks, String blockId, String actionId) {
        for (var block : blocks) {
            if (!block.path("block_id").asString("").equals(blockId)) {
                continue;
            }
            for (var element : FormState.elements(block)) {
                if (element.path("action_id").asString("").equals(actionId)) {
                    return Optional.of(element);
                }
            }
        }
        return Optional.empty();
    }

    static ObjectNode of(JsonNode element, String blockId, List<String> given) {
        var type = element.path("type").asString("");
        var action = JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("action_id", element.path("action_id").asString(""))
                .put("block_id", blockId);
        var value = FormState.value(element, given);
        if (value != null) {
            return action.setAll(value);
        }
        if (type.equals("overflow") && !given.isEmpty()) {
            var option = FormState.option(element, given.getFirst());
            return option == null ? action : (ObjectNode) action.set("selected_option", option);
        }
        if (element.has("value")) {
            action.set("value", element.path("value"));
        }
        if (element.has("text")) {
            action.set("text", element.path("text"));
        }
        return action;
    }
}
