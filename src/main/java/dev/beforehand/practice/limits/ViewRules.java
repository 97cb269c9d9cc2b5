package dev.beforehand.practice.limits;

/** Modals and the app's Home. */
final class ViewRules {

    private static final int TITLE = 24;
    private static final int METADATA = 3_000;
    private static final int ID = 255;

    private ViewRules() {}

    static void check(Cursor view) {
        if (!view.isObject()) {
            return;
        }
        view.needs("type", "blocks")
                .string("private_metadata", 0, METADATA)
                .string("callback_id", 0, ID)
                .string("external_id", 0, ID);
        switch (view.type()) {
            case "modal" -> modal(view);
            case "home" -> home(view);
            default -> view.at("type").wrong("must be one of modal, home");
        }
    }

    private static void modal(Cursor modal) {
        modal.only(
                        "type",
                        "title",
                        "blocks",
                        "close",
                        "submit",
                        "private_metadata",
                        "callback_id",
                        "clear_on_close",
                        "notify_on_close",
                        "external_id",
                        "submit_disabled")
                .needs("title")
                .flag("clear_on_close", "notify_on_close", "submit_disabled");
        TextRules.plain(modal, "title", TITLE);
        TextRules.plain(modal, "close", TITLE);
        TextRules.plain(modal, "submit", TITLE);
        var blocks = modal.at("blocks");
        new BlockRules(Surface.MODAL).check(blocks);
        var asks = blocks.items().stream().anyMatch(block -> block.type().equals("input"));
        if (asks && !modal.has("submit")) {
            modal.wrong("must have 'submit', because it has an input block");
        }
    }

    private static void home(Cursor home) {
        home.only("type", "blocks", "private_metadata", "callback_id", "external_id");
        new BlockRules(Surface.HOME).check(home.at("blocks"));
    }
}
