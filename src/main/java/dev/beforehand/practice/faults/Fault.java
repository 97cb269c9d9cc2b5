package dev.beforehand.practice.faults;

import java.util.Set;

/** One thing that can go wrong between Slack and an app. */
public enum Fault {
    /** The answer to a call comes late. */
    SLOW_ANSWER,
    /** Slack asks to call again after a second, and has done nothing. */
    TOO_MANY_CALLS,
    /** Slack answers 500, and has done nothing. */
    SERVER_ERROR,
    /** Slack does what was asked, and the connection ends before it says so. */
    LOST_ANSWER("chat.postMessage"),
    /** The bot's token is accepted no longer. */
    TOKEN_REVOKED,
    /** Nothing can be written in a channel; direct messages go on. */
    CHANNEL_ARCHIVED("chat.postMessage", "chat.postEphemeral", "chat.update", "files.completeUploadExternal"),
    /** The bot is in no channel; direct messages go on. */
    NOT_IN_CHANNEL("chat.postMessage", "chat.postEphemeral", "files.completeUploadExternal"),
    /** The same delivery comes once more after it was acked. */
    DUPLICATE_DELIVERY,
    /** A delivery comes late; an event as its first retry. */
    LATE_DELIVERY,
    /** A Socket Mode connection ends between a delivery and its ack. */
    BROKEN_CONNECTION;

    private final Set<String> usual;

    Fault(String... usual) {
        this.usual = Set.of(usual);
    }

    /** What it hits where nobody says otherwise; empty for all. */
    Set<String> usual() {
        return usual;
    }
}
