package dev.beforehand.practice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it reached the client.
 *
 * @param at when it arrived, by the practice clock
 * @param sender the address of the envelope, to which reports go
 * @param to the address of the envelope
 * @param html empty where it has no such part; so is {@code text}
 * @param headers as they stand on the wire, a line each
 * @param raw the whole message
 */
public record PracticeLetter(
        String id,
        Instant at,
        String from,
        String sender,
        String to,
        @Nullable String replyTo,
        String subject,
        String html,
        String text,
        String headers,
        String raw) {}
