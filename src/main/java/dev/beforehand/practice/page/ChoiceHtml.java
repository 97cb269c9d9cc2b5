package dev.beforehand.practice.page;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Elements that offer choices: selects, radio buttons, check boxes. */
final class ChoiceHtml {

    private final TextHtml text;

    ChoiceHtml(TextHtml text) {
        this.text = text;
    }

    Html select(JsonNode element, Field field, List<Choice.Group> groups) {
        var chosen = Choice.initial(element);
        var hint = text.plain(element.path("placeholder"));
        var select = field.control(Tag.of("select"), hint);
        if (chosen.isEmpty() || field.clearable()) {
            select.add(Tag.of("option")
                    .with("value", "")
                    .flag("selected", chosen.isEmpty())
                    .text(hint.isEmpty() ? "Choose…" : hint));
        }
        for (var group : groups) {
            var options = group.choices().stream()
                    .map(choice -> option(choice, chosen))
                    .toList();
            if (group.heading() == null) {
                select.addAll(options);
            } else {
                select.add(Tag.of("optgroup")
                        .with("label", text.plain(group.heading()))
                        .addAll(options));
            }
        }
        return select.html();
    }

    private Html option(Choice choice, Set<String> chosen) {
        return Tag.of("option")
                .with("value", choice.value())
                .flag("selected", chosen.contains(choice.value()))
                .text(text.plain(choice.text()))
                .html();
    }

    /** A button that opens a list of check boxes: a native multiple select needs a held key, which few people know. */
    Html multiSelect(JsonNode element, Field field) {
        var hint = text.plain(element.path("placeholder"));
        var list = Tag.of("div", "menu-items boxes");
        for (var group : Choice.groups(element)) {
            if (group.heading() != null) {
                list.add(Tag.of("p", "group").text(text.plain(group.heading())));
            }
            list.addAll(boxes(group.choices(), Choice.initial(element), field, "checkbox"));
        }
        return field.group(Tag.of("details", "menu many").flag("data-menu", true))
                .add(Tag.of("summary", "select")
                        .with("aria-label", field.nameOr(hint))
                        .add(Tag.of("span", "chosen")
                                .with("data-empty", hint.isEmpty() ? "Choose…" : hint)
                                .flag("data-keep", true)))
                .add(list)
                .html();
    }

    Html radioOrCheckBoxes(JsonNode element, Field field, String type) {
        return field.group(Tag.of("div", "boxes").with("role", type.equals("radio") ? "radiogroup" : "group"))
                .addAll(boxes(Choice.options(element), Choice.initial(element), field, type))
                .html();
    }

    private List<Html> boxes(List<Choice> choices, Set<String> chosen, Field field, String type) {
        return choices.stream()
                .map(choice -> Tag.of("label", "box")
                        .add(field.mark(Tag.of("input").with("type", type))
                                .with("name", field.name())
                                .with("value", choice.value())
                                .with("data-act", field.told())
                                .flag("checked", chosen.contains(choice.value())))
                        .add(Tag.of("span").add(text.html(choice.text())).add(description(choice)))
                        .html())
                .toList();
    }

    private Html description(Choice choice) {
        return choice.description() == null
                ? Html.NONE
                : Tag.of("small").add(text.html(choice.description())).html();
    }
}
