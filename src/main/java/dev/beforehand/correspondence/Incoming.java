package dev.beforehand.correspondence;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that arrived. What it says was written by somebody outside, and shows nothing about who that was.
 *
 * @param messageId empty where it has none
 * @param client whom it is from or about; empty where nobody can tell
 * @param answers the Message-ID of our mail that it answers or is about; may be empty
 * @param from the sender's address as the mail has it; may be empty
 * @param replyTo where the answer is to go, if not to the sender; may be empty
 * @param isKnownSender whether each of these addresses is one of the client's, or of its own domain
 * @param isCutOff whether it was too large and goes on after what is here
 * @param settledBy who saw to it
 */
public record Incoming(
        IncomingId id,
        @Nullable String messageId,
        @Nullable ClientId client,
        @Nullable String answers,
        @Nullable String from,
        @Nullable String fromName,
        @Nullable String replyTo,
        String subject,
        String text,
        Kind kind,
        boolean isKnownSender,
        boolean isCutOff,
        Instant arrivedAt,
        State state,
        @Nullable ColleagueId settledBy,
        @Nullable Instant settledAt,
        List<Attached> attachments) {

    /** What it is; the names stand in the database. */
    public enum Kind {
        /** A person at the client wrote it. */
        REPLY,
        /** Out of office and the like, also reports that change nothing, and copies of what Beforehand sent. */
        AUTOMATIC,
        /** An address of the client cannot be reached. */
        BOUNCE,
        /** A letter has not arrived yet, and is still tried. */
        DELAY,
        /** One of the own team wrote it. */
        TEAM,
        /** A person wrote it, and it belongs to no client. */
        UNKNOWN_SENDER,
        /** It lies in the mailbox, and only a person can read it there. */
        UNREADABLE
    }

    /** Who has seen to it; the names stand in the database. */
    public enum State {
        WAITING,
        ANSWERED,
        /** What it says was written down. */
        TAKEN_UP,
        NO_ACTION,
        /** It never needed anybody. */
        NOTED
    }

    /** @param isKept whether its content is there too */
    public record Attached(String name, String type, long size, boolean isKept) {}

    public Incoming {
        attachments = List.copyOf(attachments);
    }

    /** Where an answer goes; empty where no address could be read. */
    public @Nullable String answerTo() {
        return replyTo == null ? from : replyTo;
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }

    /** Without its content or an address, as it may stand in a log. */
    @Override
    public String toString() {
        return "Incoming[" + id + " " + kind + " " + state + "]";
    }
}
