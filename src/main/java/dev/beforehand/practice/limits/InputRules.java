package dev.beforehand.practice.limits;

import java.math.BigDecimal;
import java.util.Set;

/** Input blocks, and the fields in which something is typed. */
final class InputRules {

    private static final int LABEL = 2_000;
    private static final int TYPED = 3_000;
    private static final int ID = 255;
    private static final Set<String> TYPED_FIELDS = Set.of(
            "plain_text_input", "number_input", "email_text_input", "url_text_input", "rich_text_input", "file_input");
    private static final Set<String> CHOSEN_FIELDS = Set.of(
            "datepicker",
            "timepicker",
            "datetimepicker",
            "checkboxes",
            "radio_buttons",
            "static_select",
            "external_select",
            "users_select",
            "conversations_select",
            "channels_select",
            "multi_static_select",
            "multi_external_select",
            "multi_users_select",
            "multi_conversations_select",
            "multi_channels_select");

    private InputRules() {}

    static void check(Cursor block, Surface surface) {
        block.only("type", "block_id", "label", "element", "hint", "optional", "dispatch_action")
                .needs("label", "element")
                .flag("optional", "dispatch_action");
        TextRules.plain(block, "label", LABEL);
        TextRules.plain(block, "hint", LABEL);
        if (!block.has("element")) {
            return;
        }
        var element = block.at("element");
        if (TYPED_FIELDS.contains(element.type())) {
            typed(element, surface);
        } else {
            ElementRules.placed(element, CHOSEN_FIELDS, "an input block");
        }
    }

    private static void typed(Cursor field, Surface surface) {
        field.string("action_id", ID).flag("focus_on_load");
        TextRules.plain(field, "placeholder", ElementRules.PLACEHOLDER);
        dispatch(field);
        switch (field.type()) {
            case "plain_text_input" -> plain(field);
            case "number_input" -> number(field);
            case "email_text_input", "url_text_input" -> {
                field.only(
                        "type", "action_id", "initial_value", "dispatch_action_config", "focus_on_load", "placeholder");
                field.string("initial_value", TYPED);
            }
            case "rich_text_input" ->
                field.only(
                        "type", "action_id", "initial_value", "dispatch_action_config", "focus_on_load", "placeholder");
            default -> {
                field.only("type", "action_id", "filetypes", "max_files").integer("max_files", 1, 10);
                if (surface != Surface.MODAL) {
                    field.at("type").wrong("'file_input' is not allowed in %s", surface);
                }
            }
        }
    }

    private static void plain(Cursor field) {
        field.only(
                        "type",
                        "action_id",
                        "initial_value",
                        "multiline",
                        "min_length",
                        "max_length",
                        "dispatch_action_config",
                        "focus_on_load",
                        "placeholder")
                .flag("multiline")
                .integer("min_length", 0, TYPED)
                .integer("max_length", 1, TYPED);
        int least = field.node().path("min_length").asInt(0);
        int most = field.node().path("max_length").asInt(TYPED);
        if (least > most) {
            field.at("min_length").wrong("must not be more than 'max_length'");
        }
        field.string("initial_value", 0, Math.min(most, TYPED));
    }

    private static void number(Cursor field) {
        field.only(
                        "type",
                        "action_id",
                        "is_decimal_allowed",
                        "initial_value",
                        "min_value",
                        "max_value",
                        "dispatch_action_config",
                        "focus_on_load",
                        "placeholder")
                .needs("is_decimal_allowed")
                .flag("is_decimal_allowed");
        for (var name : new String[] {"initial_value", "min_value", "max_value"}) {
            if (field.has(name) && !isNumber(field.at(name))) {
                field.at(name).wrong("must be a number, written as a text");
            }
        }
    }

    private static boolean isNumber(Cursor value) {
        try {
            return value.node().isString() && new BigDecimal(value.node().asString()).precision() > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static void dispatch(Cursor field) {
        if (field.has("dispatch_action_config")) {
            var config = field.at("dispatch_action_config").only("trigger_actions_on");
            for (var trigger : config.at("trigger_actions_on").count(1, 2).items()) {
                if (!Set.of("on_enter_pressed", "on_character_entered")
                        .contains(trigger.node().asString(""))) {
                    trigger.wrong("must be one of on_enter_pressed, on_character_entered");
                }
            }
        }
    }
}
