package dev.beforehand.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that arrived, as far as it could be read. All of it was written by somebody outside: it is text to show,
 * escaped for where it goes, and proves nothing about who wrote it.
 *
 * @param key the same for each copy of the mail, and for no other mail
 * @param messageId empty where it has none that could stand in an answer
 * @param references Message-IDs of the mails that it follows, the nearest last
 * @param from empty where no address could be read
 * @param replyTo where an answer is to go, if not to the sender
 * @param to the addresses of all to whom it went, in lower case
 * @param text plain, without what it quotes of earlier mails
 * @param report of a {@link Kind#REPORT} only
 * @param cutOff whether it was too large and goes on after what was read
 */
public record IncomingMail(
        String key,
        @Nullable String messageId,
        List<String> references,
        @Nullable MailAddress from,
        @Nullable MailAddress replyTo,
        List<String> to,
        String subject,
        String text,
        List<IncomingAttachment> attachments,
        Kind kind,
        @Nullable DeliveryReport report,
        boolean cutOff) {

    /** Who or what wrote it. */
    public enum Kind {
        /** As far as can be told. */
        HUMAN,
        /** A list or a shared mailbox passed it on; a person may have written it. */
        LIST,
        /** It went to many at once, like a newsletter; where it answers a mail, a person may have written it all the same. */
        BULK,
        /** Out of office, a receipt: nobody has read what it answers. */
        AUTOMATIC,
        /** A mail server tells what became of a letter. */
        REPORT,
        /** Nobody knows: only its head could be read, or not even that. */
        UNREADABLE
    }

    public IncomingMail {
        references = List.copyOf(references);
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
    }

    /** Without its content or an address, as it may stand in a log. */
    @Override
    public String toString() {
        return "IncomingMail[" + kind + " " + key + "]";
    }
}
