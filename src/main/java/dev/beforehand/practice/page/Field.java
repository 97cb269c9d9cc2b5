package dev.beforehand.practice.page;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An element's address on the page: where it stands, its ids, its accessible name.
 *
 * @param label null where the element has none of its own
 * @param tells whether a change of it is told at once, or only when the form is sent
 * @param clearable whether a choice may be taken back
 */
record Field(
        Place place,
        String blockId,
        String actionId,
        String type,
        @Nullable String label,
        boolean tells,
        boolean clearable) {

    private static final Set<String> GROUPS = Set.of("radio_buttons", "checkboxes", "multi_static_select");
    private static final Set<String> TYPED =
            Set.of("plain_text_input", "number_input", "email_text_input", "url_text_input");

    /** An element of an actions block or a section: each change of it is told at once. */
    static Field acting(Place place, String blockId, JsonNode element) {
        return of(place, blockId, element, null, true, false);
    }

    /** The element of an input block, which says whether it may be left empty and tells of changes. */
    static Field asking(Place place, JsonNode block, String label) {
        return of(
                place,
                block.path("block_id").asString(""),
                block.path("element"),
                label,
                block.path("dispatch_action").asBoolean(false),
                block.path("optional").asBoolean(false));
    }

    private static Field of(
            Place place, String block, JsonNode element, @Nullable String label, boolean tells, boolean clearable) {
        var action = element.path("action_id").asString("");
        return new Field(place, block, action, element.path("type").asString(""), label, tells, clearable);
    }

    boolean isGroup() {
        return GROUPS.contains(type);
    }

    /** The name under which the form sends the value. */
    String name() {
        return name(blockId, actionId);
    }

    static String name(String blockId, String actionId) {
        return blockId + " " + actionId;
    }

    String id() {
        return place.key() + "-" + name().replace(' ', '-');
    }

    String nameOr(String otherwise) {
        return label == null ? otherwise : label;
    }

    /** When the page tells of a value: on each change, on the Enter key, or only with the whole form. */
    @Nullable
    String told() {
        return tells ? (isTyped() ? "enter" : "change") : null;
    }

    Tag mark(Tag tag) {
        return place.mark(tag).with("data-block-id", blockId).with("data-action-id", actionId);
    }

    /** Marks a native control, named by its label or, where it has none, by its hint. */
    Tag control(Tag tag, String hint) {
        return mark(tag)
                .with("id", id())
                .with("name", name())
                .with("data-act", told())
                .with("aria-label", label == null ? (hint.isEmpty() ? actionId : hint) : null)
                .with("aria-describedby", label == null ? null : id() + "-error");
    }

    /** Marks what holds several boxes. */
    Tag group(Tag tag) {
        return mark(tag)
                .with("id", id())
                .with("aria-labelledby", label == null ? null : id() + "-label")
                .with("aria-describedby", label == null ? null : id() + "-error");
    }

    private boolean isTyped() {
        return TYPED.contains(type);
    }
}
