package dev.beforehand.practice.limits;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Says why Slack would refuse a message's blocks or a view: each reason is a sentence that ends in the place,
 * {@code [json-pointer:/blocks/2/text/text]}. An empty list means that it is accepted. Anything unknown is refused: a
 * block, an element or a field.
 */
public final class BlockLimits {

    /** About so many characters of text fit into all blocks of one message. */
    public static final int MESSAGE_TEXT = 13_000;

    private BlockLimits() {}

    /** @param blocks of a message, an array */
    public static List<String> ofMessage(JsonNode blocks) {
        var problems = new ArrayList<String>();
        if (!blocks.isArray()) {
            problems.add("must be an array of blocks [json-pointer:/blocks]");
            return problems;
        }
        new BlockRules(Surface.MESSAGE).check(new Cursor(blocks, "/blocks", problems));
        return problems;
    }

    /** @param view a modal, or the app's Home */
    public static List<String> ofView(JsonNode view) {
        var problems = new ArrayList<String>();
        ViewRules.check(new Cursor(view, "/view", problems));
        return problems;
    }

    /** Whether all text of a message's blocks is too much, for which Slack has an error of its own. */
    public static boolean isTooLong(JsonNode blocks) {
        return textOf(blocks) > MESSAGE_TEXT;
    }

    private static int textOf(JsonNode node) {
        int sum = 0;
        for (var property : node.properties()) {
            var isText = property.getKey().equals("text") && property.getValue().isString();
            sum += isText ? property.getValue().asString().length() : textOf(property.getValue());
        }
        for (var item : node.isArray() ? node : List.<JsonNode>of()) {
            sum += textOf(item);
        }
        return sum;
    }
}
