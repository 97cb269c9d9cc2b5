package dev.beforehand.practice.limits;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The options of menus, radio buttons and check boxes. */
final class OptionRules {

    private static final int TEXT = 75;
    private static final int VALUE = 150;
    private static final int URL = 3_000;
    private static final int MENU = 100;

    private OptionRules() {}

    /** Options or groups of them, as a menu has them. */
    static void menu(Cursor menu) {
        if (menu.has("options") == menu.has("option_groups")) {
            menu.wrong("must have either 'options' or 'option_groups'");
        }
        if (menu.has("options")) {
            list(menu.at("options"), 1, MENU, false, false);
        }
        if (menu.has("option_groups")) {
            menu.at("option_groups").count(1, MENU).items().forEach(OptionRules::group);
        }
        initial(menu);
    }

    /** Of radio buttons and check boxes, whose text may be formatted. */
    static void choice(Cursor choice, int most) {
        choice.needs("options");
        if (choice.has("options")) {
            list(choice.at("options"), 1, most, true, false);
        }
        initial(choice);
    }

    static void overflow(Cursor overflow) {
        overflow.needs("options");
        if (overflow.has("options")) {
            list(overflow.at("options"), 2, 5, false, true);
        }
    }

    private static void group(Cursor group) {
        if (group.isObject()) {
            group.only("label", "options").needs("label", "options");
            TextRules.plain(group, "label", TEXT);
            list(group.at("options"), 1, MENU, false, false);
        }
    }

    private static void list(Cursor options, int least, int most, boolean formatted, boolean links) {
        options.count(least, most).items().forEach(option -> option(option, formatted, links));
        var values = new HashSet<String>();
        for (var option : options.items()) {
            var value = option.node().path("value").asString("");
            if (!value.isEmpty() && !values.add(value)) {
                option.at("value").wrong("must not be the value of another option too: '%s'", value);
            }
        }
    }

    private static void option(Cursor option, boolean formatted, boolean links) {
        if (!option.isObject()) {
            return;
        }
        option.needs("text", "value").string("value", VALUE);
        if (links) {
            option.only("text", "value", "description", "url").string("url", URL);
        } else {
            option.only("text", "value", "description");
        }
        if (formatted) {
            TextRules.any(option, "text", TEXT);
            TextRules.any(option, "description", TEXT);
        } else {
            TextRules.plain(option, "text", TEXT);
            TextRules.plain(option, "description", TEXT);
        }
    }

    /** What is chosen at first has to be one of the options, word for word. */
    private static void initial(Cursor menu) {
        var all = all(menu.node()).toList();
        if (menu.has("initial_option")) {
            isAmong(menu.at("initial_option"), all);
        }
        if (menu.has("initial_options")) {
            menu.at("initial_options").count(1, MENU).items().forEach(option -> isAmong(option, all));
        }
    }

    private static void isAmong(Cursor option, List<JsonNode> all) {
        if (!all.contains(option.node())) {
            option.wrong("must be exactly one of the options");
        }
    }

    private static Stream<JsonNode> all(JsonNode menu) {
        return Stream.concat(
                menu.path("options").valueStream(),
                menu.path("option_groups")
                        .valueStream()
                        .flatMap(group -> group.path("options").valueStream()));
    }
}
