package dev.beforehand.practice.limits;

import java.util.Set;

/** Blocks with text of many shapes: rich text, tables, Markdown, videos. */
final class RichRules {

    private static final int ROWS = 100;
    private static final int CELLS = 20;
    private static final int TABLE_TEXT = 10_000;
    private static final int MARKDOWN = 12_000;
    private static final Set<String> RICH =
            Set.of("rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote");

    private RichRules() {}

    static void check(Cursor block) {
        switch (block.type()) {
            case "rich_text" -> richText(block);
            case "table" -> table(block);
            case "markdown" ->
                block.only("type", "block_id", "text").needs("text").string("text", MARKDOWN);
            case "video" -> video(block);
            default -> throw new IllegalArgumentException(block.type());
        }
    }

    /** What holds for all blocks of a message together. */
    static void all(Cursor blocks) {
        var tables = blocks.items().stream().filter(block -> block.type().equals("table"));
        if (tables.count() > 1) {
            blocks.wrong("only one table is allowed in a message");
        }
        int markdown = blocks.items().stream()
                .filter(block -> block.type().equals("markdown"))
                .mapToInt(block -> block.node().path("text").asString("").length())
                .sum();
        if (markdown > MARKDOWN) {
            blocks.wrong("all Markdown together must be less than 12,001 characters, and has %,d", markdown);
        }
    }

    private static void richText(Cursor block) {
        block.only("type", "block_id", "elements").needs("elements");
        for (var element : block.at("elements").items()) {
            if (!RICH.contains(element.type())) {
                element.at("type").wrong("'%s' is not allowed in rich text", element.type());
            } else if (!element.node().path("elements").isArray()) {
                element.wrong("must have the field 'elements'");
            }
        }
    }

    private static void table(Cursor table) {
        table.only("type", "block_id", "rows", "column_settings").needs("rows");
        table.at("rows").count(1, ROWS);
        int text = 0;
        for (var row : table.at("rows").items()) {
            for (var cell : row.count(1, CELLS).items()) {
                text += cell(cell);
            }
        }
        if (text > TABLE_TEXT) {
            table.wrong("the cells together must be less than 10,001 characters, and have %,d", text);
        }
        if (table.has("column_settings")) {
            table.at("column_settings").count(1, CELLS).items().forEach(RichRules::column);
        }
    }

    private static int cell(Cursor cell) {
        switch (cell.type()) {
            case "raw_text" -> cell.only("type", "text").needs("text").string("text", TABLE_TEXT);
            case "rich_text" -> richText(cell);
            default -> cell.at("type").wrong("'%s' is not allowed in a table", cell.type());
        }
        return cell.node().findValues("text").stream()
                .mapToInt(text -> text.asString("").length())
                .sum();
    }

    private static void column(Cursor column) {
        if (!column.node().isNull()) {
            column.only("align", "is_wrapped")
                    .oneOf("align", "left", "center", "right")
                    .flag("is_wrapped");
        }
    }

    private static void video(Cursor video) {
        video.needs("alt_text", "title", "thumbnail_url", "video_url")
                .only(
                        "type",
                        "block_id",
                        "alt_text",
                        "author_name",
                        "description",
                        "provider_icon_url",
                        "provider_name",
                        "title",
                        "title_url",
                        "thumbnail_url",
                        "video_url")
                .string("alt_text", 2_000)
                .string("author_name", 49);
        TextRules.plain(video, "title", 199);
        TextRules.plain(video, "description", 2_000);
    }
}
