package dev.beforehand.practice.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Interactive elements as native controls, so that keyboard and screen readers work as everywhere. */
final class ElementHtml {

    private final Surroundings surroundings;
    private final TextHtml text;
    private final ChoiceHtml choices;
    private final TypedHtml typed;

    ElementHtml(Surroundings surroundings) {
        this.surroundings = surroundings;
        text = new TextHtml(surroundings);
        choices = new ChoiceHtml(text);
        typed = new TypedHtml(text);
    }

    Html html(JsonNode element, Field field) {
        var control = switch (field.type()) {
            case "button", "workflow_button" -> button(element, field);
            case "overflow" -> overflow(element, field);
            case "static_select" -> choices.select(element, field, Choice.groups(element));
            case "multi_static_select" -> choices.multiSelect(element, field);
            case "users_select" -> choices.select(element, field, named("", surroundings.people()));
            case "channels_select", "conversations_select" ->
                choices.select(element, field, named("#", surroundings.channels()));
            case "radio_buttons" -> choices.radioOrCheckBoxes(element, field, "radio");
            case "checkboxes" -> choices.radioOrCheckBoxes(element, field, "checkbox");
            default -> typed.knows(field.type()) ? typed.html(element, field) : unknown(field.type());
        };
        return element.has("confirm") ? Html.all(List.of(control, confirm(element.path("confirm")))) : control;
    }

    private Html button(JsonNode button, Field field) {
        return field.mark(Tag.of("button", "button " + style(button)).with("type", "button"))
                .with("data-act", "click")
                .with("data-value", button.path("value").asString(null))
                .with("data-url", url(button))
                .with("aria-label", button.path("accessibility_label").asString(null))
                .add(text.html(button.path("text")))
                .html();
    }

    private Html overflow(JsonNode overflow, Field field) {
        var menu = Tag.of("div", "menu-items");
        for (var option : overflow.path("options")) {
            menu.add(field.mark(Tag.of("button", "menu-item").with("type", "button"))
                    .with("data-act", "click")
                    .with("data-value", option.path("value").asString(""))
                    .with("data-url", url(option))
                    .add(text.html(option.path("text"))));
        }
        return field.group(Tag.of("details", "menu").flag("data-menu", true))
                .add(Tag.of("summary", "button more")
                        .with("aria-label", "More actions")
                        .text("⋯"))
                .add(menu)
                .html();
    }

    /** What the page asks before it tells of the click; the script moves it into its dialog. */
    private Html confirm(JsonNode confirm) {
        return Tag.of("template", "confirm")
                .with("data-confirm", text.plain(confirm.path("confirm")))
                .with("data-deny", text.plain(confirm.path("deny")))
                .with("data-style", style(confirm))
                .add(Tag.of("h2").add(text.html(confirm.path("title"))))
                .add(Tag.of("div", "text").add(text.html(confirm.path("text"))))
                .html();
    }

    private static String style(JsonNode element) {
        var style = element.path("style").asString("");
        return Set.of("primary", "danger").contains(style) ? style : "plain";
    }

    private static @Nullable String url(JsonNode element) {
        var url = Html.unescaped(element.path("url").asString(""));
        return AngleToken.mayBeFollowed(url) ? url : null;
    }

    private static List<Choice.Group> named(String before, Map<String, String> names) {
        var choices = names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(entry -> new Choice(entry.getKey(), words(before + entry.getValue()), null))
                .toList();
        return List.of(new Choice.Group(null, choices));
    }

    private static JsonNode words(String words) {
        return JsonNodeFactory.instance.objectNode().put("type", "plain_text").put("text", Html.slackEscaped(words));
    }

    private static Html unknown(String type) {
        return Tag.of("span", "unknown")
                .text("Practice cannot show an element of type " + type + ".")
                .html();
    }
}
