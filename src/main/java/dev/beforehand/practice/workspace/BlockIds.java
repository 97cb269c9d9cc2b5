package dev.beforehand.practice.workspace;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Gives each block and each interactive element that came without an id one of its own, as Slack does. */
final class BlockIds {

    private final AtomicLong last = new AtomicLong();

    ArrayNode complete(JsonNode blocks) {
        var complete = JsonNodeFactory.instance.arrayNode();
        for (var block : blocks) {
            var copy = block.deepCopy();
            if (copy instanceof ObjectNode object) {
                complete(object);
            }
            complete.add(copy);
        }
        return complete;
    }

    private void complete(ObjectNode block) {
        if (!block.hasNonNull("block_id")) {
            block.put("block_id", next());
        }
        var interactive = !block.path("type").asString("").equals("context");
        Stream.concat(
                        Stream.of(block.path("element"), block.path("accessory")),
                        block.path("elements").valueStream())
                .filter(element -> interactive && element instanceof ObjectNode && isInteractive(element))
                .filter(element -> !element.hasNonNull("action_id"))
                .forEach(element -> ((ObjectNode) element).put("action_id", next()));
    }

    private static boolean isInteractive(JsonNode element) {
        var type = element.path("type").asString("");
        return !type.isEmpty() && !type.equals("image") && !type.startsWith("rich_text");
    }

    private String next() {
        return "p" + Long.toString(last.incrementAndGet() + 46_656, 36);
    }
}
