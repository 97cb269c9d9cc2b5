package dev.beforehand.practice.page;

import static java.util.function.Predicate.not;

import dev.beforehand.practice.delivery.Elements;
import dev.beforehand.practice.delivery.Elements.Placed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands in the fields of blocks when a form is sent.
 *
 * @param form by {@link Field#name}; check boxes and choices among many may have several values
 */
record FormState(JsonNode blocks, Map<String, List<String>> form) {

    List<String> given(String blockId, String actionId) {
        return form.getOrDefault(Field.name(blockId, actionId), List.of()).stream()
                .filter(not(String::isBlank))
                .toList();
    }

    /** The same in Slack's shape: block id to action id to value. */
    ObjectNode values() {
        var values = JsonNodeFactory.instance.objectNode();
        Elements.in(blocks)
                .filter(placed -> !placed.type().equals("overflow"))
                .forEach(placed -> Elements.value(placed.element(), given(placed))
                        .ifPresent(value ->
                                values.withObjectProperty(placed.blockId()).set(placed.actionId(), value)));
        return values;
    }

    /** What Slack's own client refuses before it sends anything: block id to what is wrong. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        for (var block : blocks) {
            if (block.path("type").asString("").equals("input")) {
                var placed = new Placed(block.path("block_id").asString(""), block.path("element"));
                var wrong = wrong(block, placed);
                if (wrong != null) {
                    errors.put(placed.blockId(), wrong);
                }
            }
        }
        return errors;
    }

    private @Nullable String wrong(JsonNode block, Placed placed) {
        var given = given(placed);
        if (!given.isEmpty()) {
            return Typed.wrong(placed.element(), given.getFirst());
        }
        return block.path("optional").asBoolean(false) ? null : "Please complete this required field.";
    }

    private List<String> given(Placed placed) {
        return given(placed.blockId(), placed.actionId());
    }
}
