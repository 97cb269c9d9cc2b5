package dev.beforehand.practice.page;

import tools.jackson.databind.JsonNode;

/** The table block: its first row is the heading. */
final class TableHtml {

    private final TextHtml text;
    private final RichTextHtml richText;

    TableHtml(TextHtml text, RichTextHtml richText) {
        this.text = text;
        this.richText = richText;
    }

    Html html(JsonNode block) {
        var columns = block.path("column_settings");
        var body = Tag.of("tbody");
        var table = Tag.of("table");
        boolean heading = true;
        for (var row : block.path("rows")) {
            var line = row(row, heading ? "th" : "td", columns);
            if (heading) {
                table.add(Tag.of("thead").add(line));
            } else {
                body.add(line);
            }
            heading = false;
        }
        return table.add(body).html();
    }

    private Tag row(JsonNode row, String cellTag, JsonNode columns) {
        var line = Tag.of("tr");
        int column = 0;
        for (var cell : row) {
            var align = columns.path(column++).path("align").asString("left");
            line.add(Tag.of(cellTag, align.matches("left|center|right") ? align : "left")
                    .with("scope", cellTag.equals("th") ? "col" : null)
                    .add(cell(cell)));
        }
        return line;
    }

    private Html cell(JsonNode cell) {
        return switch (cell.path("type").asString("")) {
            case "raw_text" -> Html.text(cell.path("text").asString(""));
            case "rich_text" -> richText.html(cell.path("elements"));
            default -> text.html(cell);
        };
    }
}
