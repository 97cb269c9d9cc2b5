package dev.beforehand.practice.limits;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.regex.Pattern;

/** Buttons, menus and pickers; see {@link InputRules} for what is typed. */
final class ElementRules {

    static final int PLACEHOLDER = 150;

    private static final int ID = 255;
    private static final int BUTTON_TEXT = 75;
    private static final int BUTTON_VALUE = 2_000;
    private static final int URL = 3_000;
    private static final int ALT_TEXT = 2_000;
    private static final int CHOICES = 10;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Pattern LINK = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:\\S+");
    private static final Pattern WEB = Pattern.compile("https?://\\S+");

    private static final Set<String> IN_SECTION = Set.of(
            "button",
            "overflow",
            "image",
            "datepicker",
            "timepicker",
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
    private static final Set<String> IN_ACTIONS = Set.of(
            "button",
            "overflow",
            "datepicker",
            "timepicker",
            "datetimepicker",
            "checkboxes",
            "radio_buttons",
            "static_select",
            "external_select",
            "users_select",
            "conversations_select",
            "channels_select");

    private ElementRules() {}

    static void accessory(Cursor element) {
        placed(element, IN_SECTION, "a section");
    }

    static void action(Cursor element) {
        placed(element, IN_ACTIONS, "an actions block");
    }

    static void placed(Cursor element, Set<String> allowed, String place) {
        if (!element.isObject()) {
            return;
        }
        if (!allowed.contains(element.type())) {
            element.at("type").wrong("'%s' is not allowed in %s", element.type(), place);
            return;
        }
        element.string("action_id", ID).flag("focus_on_load");
        TextRules.confirm(element);
        TextRules.plain(element, "placeholder", PLACEHOLDER);
        check(element);
    }

    private static void check(Cursor element) {
        switch (element.type()) {
            case "button" -> button(element);
            case "overflow" -> {
                element.only("type", "action_id", "options", "confirm");
                OptionRules.overflow(element);
            }
            case "image" -> image(element);
            case "radio_buttons" -> {
                element.only("type", "action_id", "options", "initial_option", "confirm", "focus_on_load");
                OptionRules.choice(element, CHOICES);
            }
            case "checkboxes" -> {
                element.only("type", "action_id", "options", "initial_options", "confirm", "focus_on_load");
                OptionRules.choice(element, CHOICES);
            }
            case "datepicker" -> {
                element.only("type", "action_id", "initial_date", "placeholder", "confirm", "focus_on_load");
                date(element);
            }
            case "timepicker" ->
                element.only("type", "action_id", "initial_time", "placeholder", "confirm", "focus_on_load", "timezone")
                        .like("initial_time", TIME, "a time like 08:30");
            case "datetimepicker" ->
                element.only("type", "action_id", "initial_date_time", "confirm", "focus_on_load")
                        .integer("initial_date_time", 1_000_000_000L, 9_999_999_999L);
            default -> MenuRules.check(element);
        }
    }

    private static void button(Cursor button) {
        button.only("type", "text", "action_id", "url", "value", "style", "confirm", "accessibility_label")
                .needs("text")
                .string("value", BUTTON_VALUE)
                .string("url", URL)
                .like("url", LINK, "a link")
                .string("accessibility_label", BUTTON_TEXT)
                .oneOf("style", "primary", "danger");
        TextRules.plain(button, "text", BUTTON_TEXT);
    }

    static void image(Cursor image) {
        image.only("type", "image_url", "slack_file", "alt_text")
                .needs("alt_text")
                .string("alt_text", ALT_TEXT)
                .string("image_url", URL)
                .like("image_url", WEB, "a web address");
        if (image.has("image_url") == image.has("slack_file")) {
            image.wrong("must have either 'image_url' or 'slack_file'");
        }
    }

    private static void date(Cursor picker) {
        if (picker.has("initial_date")) {
            var date = picker.at("initial_date");
            try {
                LocalDate.parse(date.node().asString(""));
            } catch (DateTimeParseException e) {
                date.wrong("must be a date like 2013-06-17");
            }
        }
    }
}
