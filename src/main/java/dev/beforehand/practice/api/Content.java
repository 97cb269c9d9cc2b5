package dev.beforehand.practice.api;

import dev.beforehand.practice.limits.BlockLimits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a message is to show.
 *
 * @param blocks an array, empty where there are none
 */
record Content(String text, JsonNode blocks) {

    static final int POSTED = 40_000;
    static final int UPDATED = 4_000;

    /** @param mostText how long the text may be, which is less for a change */
    static Content of(Call call, int mostText) {
        var text = call.text("text");
        var blocks = call.has("blocks") ? call.json("blocks") : JsonNodeFactory.instance.arrayNode();
        if (!blocks.isArray()) {
            throw Refusal.of("invalid_blocks_format");
        }
        if (text.isEmpty() && blocks.isEmpty()) {
            throw Refusal.of("no_text");
        }
        if (text.length() > mostText) {
            throw Refusal.of("msg_too_long");
        }
        var problems = BlockLimits.ofMessage(blocks);
        if (!problems.isEmpty()) {
            throw Refusal.of("invalid_blocks", problems);
        }
        if (BlockLimits.isTooLong(blocks)) {
            throw Refusal.of("msg_blocks_too_long");
        }
        return new Content(text, blocks);
    }
}
