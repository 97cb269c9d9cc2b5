package dev.beforehand.practice.limits;

import java.util.HashSet;
import java.util.List;

/** Select menus, of one and of many. */
final class MenuRules {

    private static final int MANY = 100;

    private MenuRules() {}

    static void check(Cursor menu) {
        var type = menu.type();
        var many = type.startsWith("multi_");
        switch (type.replaceFirst("^multi_", "")) {
            case "static_select" -> {
                only(menu, many ? "initial_options" : "initial_option", "options", "option_groups");
                OptionRules.menu(menu);
            }
            case "external_select" -> {
                only(menu, many ? "initial_options" : "initial_option", "min_query_length", "");
                menu.integer("min_query_length", 0, 100);
            }
            case "users_select" -> only(menu, many ? "initial_users" : "initial_user", "", "");
            case "channels_select" ->
                only(menu, many ? "initial_channels" : "initial_channel", "response_url_enabled", "");
            case "conversations_select" -> conversations(menu, many ? "initial_conversations" : "initial_conversation");
            default -> throw new IllegalArgumentException(type);
        }
        if (many) {
            menu.integer("max_selected_items", 1, MANY);
        } else if (menu.has("max_selected_items")) {
            menu.wrong("has the unknown field 'max_selected_items'");
        }
    }

    private static void conversations(Cursor menu, String initial) {
        menu.only(
                        "type",
                        "action_id",
                        "placeholder",
                        "confirm",
                        "focus_on_load",
                        "max_selected_items",
                        initial,
                        "default_to_current_conversation",
                        "response_url_enabled",
                        "filter")
                .flag("default_to_current_conversation", "response_url_enabled");
    }

    private static void only(Cursor menu, String... more) {
        var known = new HashSet<>(
                List.of("type", "action_id", "placeholder", "confirm", "focus_on_load", "max_selected_items"));
        known.addAll(List.of(more));
        menu.only(known.toArray(String[]::new));
    }
}
