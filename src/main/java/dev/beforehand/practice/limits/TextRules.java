package dev.beforehand.practice.limits;

/** Text objects, and the dialog that asks for confirmation. */
final class TextRules {

    private static final int CONFIRM_TITLE = 100;
    private static final int CONFIRM_TEXT = 300;
    private static final int CONFIRM_BUTTON = 30;

    private TextRules() {}

    /** Plain text, where it is there. */
    static void plain(Cursor owner, String name, int most) {
        if (owner.has(name)) {
            text(owner.at(name), most, false);
        }
    }

    /** Plain or formatted text, where it is there. */
    static void any(Cursor owner, String name, int most) {
        if (owner.has(name)) {
            text(owner.at(name), most, true);
        }
    }

    static void text(Cursor text, int most, boolean formatted) {
        if (!text.isObject()) {
            return;
        }
        if (text.type().equals("mrkdwn") && formatted) {
            text.only("type", "text", "verbatim").flag("verbatim");
        } else if (text.type().equals("plain_text")) {
            text.only("type", "text", "emoji").flag("emoji");
        } else {
            text.at("type").wrong(formatted ? "must be plain_text or mrkdwn" : "must be plain_text");
        }
        text.needs("text").string("text", most);
    }

    static void confirm(Cursor owner) {
        if (!owner.has("confirm")) {
            return;
        }
        var confirm = owner.at("confirm");
        if (confirm.isObject()) {
            confirm.only("title", "text", "confirm", "deny", "style")
                    .needs("title", "text", "confirm", "deny")
                    .oneOf("style", "primary", "danger");
            plain(confirm, "title", CONFIRM_TITLE);
            any(confirm, "text", CONFIRM_TEXT);
            plain(confirm, "confirm", CONFIRM_BUTTON);
            plain(confirm, "deny", CONFIRM_BUTTON);
        }
    }
}
