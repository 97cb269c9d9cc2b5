package dev.beforehand.slack.correspondence;

import dev.beforehand.correspondence.Incoming;
import dev.beforehand.slack.Format;

/** Whom a mail names, and what it calls itself, as part of a sentence. */
final class Correspondents {

    private static final int LONGEST_ADDRESS = 100;

    private static final int LONGEST_SUBJECT = 200;

    private Correspondents() {}

    /** From whom it is. */
    static String sender(Incoming mail) {
        var address = mail.from() == null ? "?" : Format.cut(mail.from(), LONGEST_ADDRESS);
        return mail.fromName() == null ? address : Format.name(mail.fromName()) + ", " + address;
    }

    /** What it is about. */
    static String subject(Incoming mail) {
        return mail.subject().isBlank() ? "–" : Format.cut(mail.subject(), LONGEST_SUBJECT);
    }

    /** To whom an answer goes. */
    static String answerTo(Incoming mail) {
        return mail.replyTo() == null ? sender(mail) : Format.cut(mail.replyTo(), LONGEST_ADDRESS);
    }
}
