package dev.beforehand.practice.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Rich text: sections, lists, quotes and preformatted text. Its text is not escaped by Slack, so it is taken as it is. */
final class RichTextHtml {

    private static final List<Map.Entry<String, String>> STYLES = List.of(
            Map.entry("code", "code"),
            Map.entry("bold", "strong"),
            Map.entry("italic", "em"),
            Map.entry("strike", "s"));

    private final Surroundings surroundings;
    private final AngleToken tokens;

    RichTextHtml(Surroundings surroundings) {
        this.surroundings = surroundings;
        tokens = new AngleToken(surroundings);
    }

    Html html(JsonNode elements) {
        var parts = new ArrayList<Html>();
        elements.forEach(element -> parts.add(part(element)));
        return Html.all(parts);
    }

    private Html part(JsonNode part) {
        var inner = part.path("elements");
        return switch (part.path("type").asString("")) {
            case "rich_text_list" -> list(part, inner);
            case "rich_text_quote" -> Tag.of("blockquote").addAll(spans(inner)).html();
            case "rich_text_preformatted" -> Tag.of("pre").addAll(spans(inner)).html();
            default -> Tag.of("div", "text").addAll(spans(inner)).html();
        };
    }

    private Html list(JsonNode list, JsonNode items) {
        var tag = Tag.of(list.path("style").asString("").equals("ordered") ? "ol" : "ul")
                .with("class", "indent-" + Math.clamp(list.path("indent").asInt(0), 0, 8));
        items.forEach(item -> tag.add(Tag.of("li").addAll(spans(item.path("elements")))));
        return tag.html();
    }

    private List<Html> spans(JsonNode elements) {
        var parts = new ArrayList<Html>();
        elements.forEach(element -> parts.add(styled(span(element), element.path("style"))));
        return parts;
    }

    private Html span(JsonNode span) {
        return switch (span.path("type").asString("")) {
            case "text" -> lines(span.path("text").asString(""));
            case "link" -> link(span);
            case "emoji" -> Emoji.html(span.path("name").asString(""));
            case "user" -> tokens.person(span.path("user_id").asString(""));
            case "channel" ->
                AngleToken.mention(
                        "#" + surroundings.channel(span.path("channel_id").asString("")), false);
            case "broadcast" -> AngleToken.mention("@" + span.path("range").asString(""), true);
            case "date" -> date(span);
            default -> Html.text(span.path("fallback").asString(""));
        };
    }

    private static Html link(JsonNode link) {
        var url = link.path("url").asString("");
        return AngleToken.link(
                Html.slackEscaped(url), Html.slackEscaped(link.path("text").asString(url)));
    }

    private Html date(JsonNode date) {
        var target = "date^" + date.path("timestamp").asString("") + "^"
                + date.path("format").asString("");
        return DateToken.html(target, date.path("fallback").asString(""), surroundings);
    }

    private static Html lines(String text) {
        return new Html(Html.escape(text).replace("\n", "<br>"));
    }

    private static Html styled(Html span, JsonNode style) {
        var styled = span;
        for (var entry : STYLES) {
            if (style.path(entry.getKey()).asBoolean(false)) {
                styled = Tag.of(entry.getValue()).add(styled).html();
            }
        }
        return styled;
    }
}
