package dev.beforehand.slack;

import org.jspecify.annotations.Nullable;

/**
 * Where a message belongs.
 *
 * @param channel an id, a name like {@code #receivables}, or the id of a person for their direct messages
 * @param threadTs the message under which it belongs; empty for the channel itself
 */
public record Place(String channel, @Nullable String threadTs) {

    boolean isPerson() {
        return channel.matches("[UW][A-Z0-9]+");
    }

    /** Slack posts by name, but looks only by id. */
    boolean hasOnlyAName() {
        return channel.startsWith("#");
    }

    /** Whether a message that stands there belongs here. */
    boolean isThatOf(SlackPost post) {
        return threadTs == null || threadTs.equals(post.threadTs());
    }
}
