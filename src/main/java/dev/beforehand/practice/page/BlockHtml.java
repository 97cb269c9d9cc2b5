package dev.beforehand.practice.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/** Slack's blocks as HTML. Pure: the same blocks in the same place and surroundings give the same markup. */
final class BlockHtml {

    private final TextHtml text;
    private final ElementHtml elements;
    private final RichTextHtml richText;
    private final Place place;

    BlockHtml(Surroundings surroundings, Place place) {
        text = new TextHtml(surroundings);
        elements = new ElementHtml(surroundings);
        richText = new RichTextHtml(surroundings);
        this.place = place;
    }

    Html html(JsonNode blocks) {
        var parts = new ArrayList<Html>();
        blocks.forEach(block -> parts.add(block(block)));
        return Html.all(parts);
    }

    private Html block(JsonNode block) {
        var id = block.path("block_id").asString("");
        var tag = switch (block.path("type").asString("")) {
            case "header" -> Tag.of("h3", "block header").add(text.html(block.path("text")));
            case "section" -> section(block, id);
            case "divider" -> Tag.of("hr", "block");
            case "context" -> Tag.of("div", "block context").addAll(context(block.path("elements")));
            case "actions" -> Tag.of("div", "block actions").addAll(all(block.path("elements"), id));
            case "input" -> input(block, id);
            case "image" -> Tag.of("figure", "block").add(image(block)).add(caption(block.path("title")));
            case "rich_text" -> Tag.of("div", "block").add(richText.html(block.path("elements")));
            case "file" -> file(block);
            case "table" -> Tag.of("div", "block table").add(new TableHtml(text, richText).html(block));
            default -> unknown(block.path("type").asString("?"));
        };
        return tag.with("data-block-id", id).html();
    }

    private Tag section(JsonNode block, String id) {
        var words = Tag.of("div", "words");
        if (block.has("text")) {
            words.add(Tag.of("div", "text").add(text.html(block.path("text"))));
        }
        if (block.has("fields")) {
            var fields = Tag.of("div", "fields");
            block.path("fields")
                    .forEach(field -> fields.add(Tag.of("div", "field").add(text.html(field))));
            words.add(fields);
        }
        var section = Tag.of("div", "block section").add(words);
        if (block.has("accessory")) {
            var accessory = block.path("accessory");
            section.add(Tag.of("div", "accessory").add(isImage(accessory) ? image(accessory) : element(accessory, id)));
        }
        return section;
    }

    private List<Html> context(JsonNode shown) {
        var parts = new ArrayList<Html>();
        shown.forEach(element -> parts.add(
                isImage(element)
                        ? image(element)
                        : Tag.of("span").add(text.html(element)).html()));
        return parts;
    }

    private List<Html> all(JsonNode shown, String blockId) {
        var parts = new ArrayList<Html>();
        shown.forEach(element -> parts.add(element(element, blockId)));
        return parts;
    }

    private Html element(JsonNode element, String blockId) {
        return elements.html(element, Field.acting(place, blockId, element));
    }

    private Tag input(JsonNode block, String blockId) {
        var element = block.path("element");
        var field = Field.asking(place, block, text.plain(block.path("label")));
        var label = Tag.of(field.isGroup() ? "div" : "label", "label")
                .with("id", field.id() + "-label")
                .with("for", field.isGroup() ? null : field.id())
                .add(text.html(block.path("label")));
        if (block.path("optional").asBoolean(false)) {
            label.add(Tag.of("span", "optional").text(" (optional)"));
        }
        var input = Tag.of("div", "block input").add(label).add(elements.html(element, field));
        if (block.has("hint")) {
            input.add(Tag.of("p", "hint").add(text.html(block.path("hint"))));
        }
        return input.add(Tag.of("p", "error")
                .with("id", field.id() + "-error")
                .with("role", "alert")
                .with("data-error-for", blockId)
                .flag("data-keep", true));
    }

    private static boolean isImage(JsonNode element) {
        return element.path("type").asString("").equals("image");
    }

    private static Html image(JsonNode image) {
        return Tag.of("img")
                .with("src", image.path("image_url").asString(""))
                .with("alt", image.path("alt_text").asString(""))
                .html();
    }

    private Html caption(@Nullable JsonNode title) {
        return title == null || title.isMissingNode()
                ? Html.NONE
                : Tag.of("figcaption").add(text.html(title)).html();
    }

    /** To be saved, whatever it is: nothing that a client sends runs in the reader's browser. */
    private static Tag file(JsonNode file) {
        var link = Tag.of("a")
                .with("href", "/practice/page/files/" + file.path("id").asString(""))
                .with("download", file.path("title").asString(""))
                .text(file.path("title").asString(""));
        var size = DataSize.ofBytes(file.path("size").asLong(0)).toKilobytes();
        return Tag.of("div", "block file").add(link).add(Tag.of("small").text(Math.max(1, size) + " KB"));
    }

    private static Tag unknown(String type) {
        return Tag.of("p", "block unknown").text("Practice cannot show a block of type " + type + ".");
    }
}
