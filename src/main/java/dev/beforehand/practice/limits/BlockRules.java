package dev.beforehand.practice.limits;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The blocks of one surface, each by itself and all together. */
final class BlockRules {

    private static final int ID = 255;
    private static final int HEADER = 150;
    private static final int TEXT = 3_000;
    private static final int FIELD = 2_000;
    private static final int IMAGE_TITLE = 2_000;
    private static final int URL = 3_000;

    private final Surface surface;

    BlockRules(Surface surface) {
        this.surface = surface;
    }

    void check(Cursor blocks) {
        blocks.count(0, surface.mostBlocks());
        blocks.items().forEach(this::block);
        unique(blocks);
        RichRules.all(blocks);
    }

    private void block(Cursor block) {
        if (!block.isObject()) {
            return;
        }
        block.string("block_id", ID);
        if (!surface.takes(block.type())) {
            block.at("type").wrong("'%s' is no block that %s takes", block.type(), surface);
            return;
        }
        switch (block.type()) {
            case "section" -> section(block);
            case "actions" -> actions(block);
            case "context" -> context(block);
            case "header" -> {
                block.only("type", "block_id", "text").needs("text");
                TextRules.plain(block, "text", HEADER);
            }
            case "divider" -> block.only("type", "block_id");
            case "image" -> image(block);
            case "input" -> InputRules.check(block, surface);
            default -> RichRules.check(block);
        }
    }

    private static void section(Cursor section) {
        section.only("type", "block_id", "text", "fields", "accessory", "expand")
                .flag("expand");
        if (!section.has("text") && !section.has("fields")) {
            section.wrong("must have 'text' or 'fields'");
        }
        TextRules.any(section, "text", TEXT);
        if (section.has("fields")) {
            section.at("fields").count(1, 10).items().forEach(field -> TextRules.text(field, FIELD, true));
        }
        if (section.has("accessory")) {
            ElementRules.accessory(section.at("accessory"));
        }
    }

    private static void actions(Cursor actions) {
        actions.only("type", "block_id", "elements").needs("elements");
        if (actions.has("elements")) {
            actions.at("elements").count(1, 25).items().forEach(ElementRules::action);
        }
    }

    private static void context(Cursor context) {
        context.only("type", "block_id", "elements").needs("elements");
        if (context.has("elements")) {
            context.at("elements").count(1, 10).items().forEach(element -> {
                if (element.type().equals("image")) {
                    ElementRules.image(element);
                } else {
                    TextRules.text(element, TEXT, true);
                }
            });
        }
    }

    private static void image(Cursor image) {
        image.only("type", "block_id", "image_url", "slack_file", "alt_text", "title")
                .needs("alt_text")
                .string("alt_text", IMAGE_TITLE)
                .string("image_url", URL);
        TextRules.plain(image, "title", IMAGE_TITLE);
        if (image.has("image_url") == image.has("slack_file")) {
            image.wrong("must have either 'image_url' or 'slack_file'");
        }
    }

    private static void unique(Cursor blocks) {
        var blockIds = new HashSet<String>();
        int focused = 0;
        for (var block : blocks.items()) {
            notAgain(block, "block_id", blockIds);
            var actionIds = new HashSet<String>();
            for (var element : elements(block).toList()) {
                notAgain(element, "action_id", actionIds);
                focused += element.node().path("focus_on_load").asBoolean(false) ? 1 : 0;
            }
        }
        if (focused > 1) {
            blocks.wrong("only one element can have 'focus_on_load'");
        }
    }

    private static Stream<Cursor> elements(Cursor block) {
        return block.type().equals("context")
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(block.at("element"), block.at("accessory")), block.at("elements").items().stream());
    }

    private static void notAgain(Cursor owner, String name, Set<String> seen) {
        var id = owner.node().path(name).asString("");
        if (!id.isEmpty() && !seen.add(id)) {
            owner.at(name).wrong("must not be used twice: '%s'", id);
        }
    }
}
