package dev.beforehand.practice.page;

import org.jspecify.annotations.Nullable;

/** Where blocks stand: in a message, or in a view. Each interactive element says so in its {@code data-} attributes. */
record Place(
        @Nullable String channel,
        @Nullable String ts,
        @Nullable String view) {

    static Place message(String channel, String ts) {
        return new Place(channel, ts, null);
    }

    static Place view(String id) {
        return new Place(null, null, id);
    }

    boolean inView() {
        return view != null;
    }

    /** A prefix for element ids that is unique on the page. */
    String key() {
        return inView() ? "v-" + view : "m-" + channel + "-" + ts;
    }

    Tag mark(Tag tag) {
        return tag.with("data-channel", channel).with("data-ts", ts).with("data-view", view);
    }
}
