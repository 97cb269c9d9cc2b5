package dev.beforehand.practice.page;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Elements that are typed or picked by the browser's own means: text, numbers, dates, times. */
final class TypedHtml {

    private static final Map<String, String> INPUT_TYPES = Map.of(
            "plain_text_input", "text",
            "number_input", "number",
            "email_text_input", "email",
            "url_text_input", "url",
            "datepicker", "date",
            "timepicker", "time");

    private final TextHtml text;

    TypedHtml(TextHtml text) {
        this.text = text;
    }

    boolean knows(String type) {
        return INPUT_TYPES.containsKey(type);
    }

    Html html(JsonNode element, Field field) {
        if (element.path("multiline").asBoolean(false)) {
            return common(Tag.of("textarea").with("rows", "4"), element, field)
                    .text(initial(element, field.type()))
                    .html();
        }
        var input = Tag.of("input").with("type", INPUT_TYPES.get(field.type())).with("autocomplete", "off");
        if (field.type().equals("number_input")) {
            input.with("step", element.path("is_decimal_allowed").asBoolean(false) ? "any" : "1")
                    .with("min", element.path("min_value").asString(null))
                    .with("max", element.path("max_value").asString(null));
        }
        return common(input, element, field)
                .with("value", initial(element, field.type()))
                .html();
    }

    private Tag common(Tag tag, JsonNode element, Field field) {
        var hint = text.plain(element.path("placeholder"));
        return field.control(tag, hint)
                .with("placeholder", hint.isEmpty() ? null : hint)
                .with("minlength", element.path("min_length").asString(null))
                .with("maxlength", element.path("max_length").asString(null));
    }

    private static String initial(JsonNode element, String type) {
        return switch (type) {
            case "datepicker" -> element.path("initial_date").asString("");
            case "timepicker" -> element.path("initial_time").asString("");
            default -> element.path("initial_value").asString("");
        };
    }
}
