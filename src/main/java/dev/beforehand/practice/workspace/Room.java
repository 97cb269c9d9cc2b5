package dev.beforehand.practice.workspace;

import org.jspecify.annotations.Nullable;

/**
 * A channel, or the direct messages of one person and the app.
 *
 * @param name of a channel, without its #; empty for direct messages
 * @param person whose direct messages with the app these are; null for a channel
 */
public record Room(
        String id, String name, String topic, @Nullable String person) {

    /** Channels are open to all, direct messages to their person. */
    public boolean isOpenTo(String personId) {
        return person == null || person.equals(personId);
    }

    public boolean isDirect() {
        return person != null;
    }
}
