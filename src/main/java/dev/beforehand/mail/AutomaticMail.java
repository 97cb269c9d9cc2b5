package dev.beforehand.mail;

import dev.beforehand.mail.IncomingMail.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells mails that a program sent by itself (RFC 3834, and what is done in its place); pure. */
final class AutomaticMail {

    private static final Set<String> PRECEDENCE = Set.of("junk", "auto_reply", "auto-reply");
    /** Lists, shared mailboxes and newsletters mark so whatever they pass on. */
    private static final Set<String> LIST_PRECEDENCE = Set.of("bulk", "list");

    private static final List<String> SIGNS =
            List.of("X-Autoreply", "X-Auto-Reply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply-From");
    private static final Set<String> SERVERS = Set.of("mailer-daemon", "postmaster");
    /** With no {@code Re:} before it: that would be a person's answer to one. */
    private static final Pattern OUT_OF_OFFICE = Pattern.compile(
            "(abwesenheits(notiz|nachricht|meldung|assistent)\\b"
                    + "|(automatic reply|auto-?reply|auto(matic)?[- ]response|out of (the )?office( auto-?reply)?"
                    + "|automatische antwort|abwesend|nicht im (büro|haus)"
                    + "|réponse automatique|message d[’']absence|absente?( du bureau)?|absence du bureau"
                    + "|respuesta automática|fuera de (la )?oficina"
                    + "|risposta automatica|fuori (sede|ufficio)"
                    + "|automatisch antwoord|afwezig(heid|heidsbericht|heidsmelding)?)\\s*([:–-]|$)).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private AutomaticMail() {}

    static Kind kind(MimePart message, List<MailAddress> from) {
        if (isAutomatic(message, from)) {
            return Kind.AUTOMATIC;
        }
        var head = message.head();
        if (!head.has("List-Id") && !LIST_PRECEDENCE.contains(precedence(head))) {
            return Kind.HUMAN;
        }
        return isNewsletter(head) ? Kind.BULK : Kind.LIST;
    }

    /**
     * {@code List-Id}, {@code List-Unsubscribe} and {@code Precedence: list} tell nothing: a group adds them to a person's
     * mail that it passes on. But it also names the address at which one writes to it (RFC 2369), even on a newsletter that
     * it passes on; a newsletter by itself has none, or {@code NO}. Then {@code Precedence: bulk} gives it away, or the way
     * out with one click that mailbox providers ask of mass mailings (RFC 8058). In doubt a person looks at it.
     */
    private static boolean isNewsletter(MailHead head) {
        if (head.has("List-Post")) {
            return head.text("List-Post").toUpperCase(Locale.ROOT).startsWith("NO");
        }
        return precedence(head).equals("bulk") || head.has("List-Unsubscribe-Post");
    }

    private static boolean isAutomatic(MimePart message, List<MailAddress> from) {
        var head = message.head();
        return isSubmittedByItself(head)
                || PRECEDENCE.contains(precedence(head))
                || SIGNS.stream().anyMatch(head::has)
                || OUT_OF_OFFICE.matcher(head.text("Subject")).matches()
                || head.text("Return-Path").equals("<>")
                || message.type().equals("multipart/report")
                || from.stream().anyMatch(AutomaticMail::isServer);
    }

    private static String precedence(MailHead head) {
        return head.text("Precedence").toLowerCase(Locale.ROOT);
    }

    /** {@code no} may be followed by a comment or parameters. */
    private static boolean isSubmittedByItself(MailHead head) {
        var submitted = head.text("Auto-Submitted").toLowerCase(Locale.ROOT);
        return !submitted.isEmpty() && !submitted.split("[;( ]", 2)[0].equals("no");
    }

    private static boolean isServer(MailAddress from) {
        return SERVERS.contains(
                from.address().substring(0, from.address().indexOf('@')).toLowerCase(Locale.ROOT));
    }
}
