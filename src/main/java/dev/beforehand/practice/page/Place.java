package dev.beforehand.practice.page;

import org.jspecify.annotations.Nullable;

/**
 * Where blocks stand: in a message, or in a view. Each interactive element says so in its {@code data-} attributes.
 *
 * @param key a prefix for element ids that is unique on the page
 */
record Place(
        String key,
        @Nullable String channel,
        @Nullable String ts,
        @Nullable String view) {

    static Place message(String channel, String ts) {
        return new Place("m-" + channel + "-" + ts, channel, ts, null);
    }

    /** The same message, shown a second time in the panel of its thread. */
    static Place inThread(String channel, String ts) {
        return new Place("t-" + channel + "-" + ts, channel, ts, null);
    }

    static Place view(String id) {
        return new Place("v-" + id, null, null, id);
    }

    Tag mark(Tag tag) {
        return tag.with("data-channel", channel).with("data-ts", ts).with("data-view", view);
    }
}
