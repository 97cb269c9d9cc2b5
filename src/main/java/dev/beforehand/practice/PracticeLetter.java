package dev.beforehand.practice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the mailbox of a client: a letter as it reached them, or what they wrote themselves.
 *
 * @param at when it arrived, by the practice clock
 * @param owner the address of the client in whose mailbox it lies
 * @param sender the address of the envelope, to which reports go
 * @param to the address of the envelope
 * @param html empty where it has no such part; so is {@code text}
 * @param answers the Message-IDs of what it answers or goes on from
 * @param headers as they stand on the wire, a line each
 * @param raw the whole message
 */
public record PracticeLetter(
        String id,
        Instant at,
        String owner,
        String from,
        String sender,
        String to,
        @Nullable String replyTo,
        String subject,
        String html,
        String text,
        String messageId,
        List<String> answers,
        String headers,
        String raw) {

    /** Whether it came to the client, and is not their own. */
    public boolean isReceived() {
        return owner.equals(to);
    }
}
