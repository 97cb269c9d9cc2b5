package dev.beforehand.slack;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be shown or said in Slack.
 *
 * @param subject of a card, {@code check-in:17}, or of a message that is said once
 * @param recipient of a message: a channel, a person, or {@link FinanceLeads}; empty for a card
 * @param body of a message
 * @param expiresAt from then on a message is no news any more
 * @param channel where it was tried to be posted, or is to be
 * @param inDoubtSince when it was posted without anybody knowing whether it arrived
 */
record Errand(
        long id,
        String subject,
        Turn turn,
        @Nullable String recipient,
        @Nullable String body,
        @Nullable Instant expiresAt,
        int tries,
        @Nullable String channel,
        @Nullable String threadTs,
        @Nullable Instant inDoubtSince) {

    static final String MESSAGE = "message:";

    boolean isCard() {
        return body == null;
    }

    /** In the language spoken. */
    SlackMessage message() {
        return StoredMessage.read(Objects.requireNonNull(body));
    }

    boolean isOver(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    /** By this a message is recognised in Slack. */
    String mark() {
        return subject + "#" + id;
    }
}
