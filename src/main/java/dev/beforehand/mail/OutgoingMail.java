package dev.beforehand.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A letter as it is handed to the mail server. What stands in its head is checked here: no value holds a line break.
 *
 * @param messageId made before the first try and the same for each, {@code <...@...>}; see {@link Mailer#newMessageId()}
 * @param date when the letter was written
 * @param automatic whether it was sent by itself, which its head then says; false where a person wrote it
 * @param references Message-IDs of the earlier letters that this one follows, the oldest first
 */
public record OutgoingMail(
        String messageId,
        Instant date,
        boolean automatic,
        Parties parties,
        Words words,
        List<String> references,
        List<Attachment> attachments) {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]+@[!-;=?-~]+>");

    /** @throws IllegalArgumentException that says what is wrong */
    public OutgoingMail {
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
        checkMessageId(messageId);
        references.forEach(OutgoingMail::checkMessageId);
    }

    /**
     * Who writes to whom.
     *
     * @param replyTo where an answer goes; at least one
     * @param cc who gets a copy, and is named in it; may be empty
     */
    public record Parties(MailAddress from, List<MailAddress> replyTo, MailAddress to, List<MailAddress> cc) {

        /** @throws IllegalArgumentException where an answer would go nowhere */
        public Parties {
            replyTo = List.copyOf(replyTo);
            cc = List.copyOf(cc);
            if (replyTo.isEmpty()) {
                throw new IllegalArgumentException("A letter needs an address to which an answer goes.");
            }
        }
    }

    /**
     * What it says.
     *
     * @param text says the same as {@code html}
     * @param locale the language of all three
     */
    public record Words(String subject, String html, String text, Locale locale) {

        /** @throws IllegalArgumentException that says what is wrong */
        public Words {
            HeaderValue.check("subject", subject);
            if (subject.isBlank() || html.isBlank() || text.isBlank()) {
                throw new IllegalArgumentException("A letter needs a subject, HTML and text; one of them is empty.");
            }
        }
    }

    /** Names the letter without its content or an address, as it may stand in a log. */
    @Override
    public String toString() {
        return "OutgoingMail" + messageId;
    }

    private static void checkMessageId(String id) {
        if (!MESSAGE_ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no Message-ID; it is written <unique@domain>.".formatted(HeaderValue.printable(id)));
        }
    }
}
