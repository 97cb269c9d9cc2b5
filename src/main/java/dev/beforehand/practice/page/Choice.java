package dev.beforehand.practice.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One thing to choose in a select, a group of radio buttons or check boxes. */
record Choice(String value, JsonNode text, @Nullable JsonNode description) {

    /** Choices under a heading; the heading is null where the element has no groups. */
    record Group(@Nullable JsonNode heading, List<Choice> choices) {}

    static List<Group> groups(JsonNode element) {
        if (!element.has("option_groups")) {
            return List.of(new Group(null, options(element)));
        }
        var groups = new ArrayList<Group>();
        element.path("option_groups").forEach(group -> groups.add(new Group(group.path("label"), options(group))));
        return groups;
    }

    static List<Choice> options(JsonNode holder) {
        var choices = new ArrayList<Choice>();
        holder.path("options").forEach(option -> choices.add(of(option)));
        return choices;
    }

    /** The values chosen from the start, whatever the element calls them. */
    static Set<String> initial(JsonNode element) {
        var values = new HashSet<String>();
        element.path("initial_options")
                .forEach(option -> values.add(option.path("value").asString("")));
        if (element.has("initial_option")) {
            values.add(element.path("initial_option").path("value").asString(""));
        }
        for (var name : List.of("initial_user", "initial_conversation", "initial_channel")) {
            if (element.has(name)) {
                values.add(element.path(name).asString(""));
            }
        }
        return values;
    }

    private static Choice of(JsonNode option) {
        return new Choice(
                option.path("value").asString(""),
                option.path("text"),
                option.has("description") ? option.path("description") : null);
    }
}
