package dev.beforehand.mail;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells mails that a program sent by itself (RFC 3834, and what is done in its place); pure. */
final class AutomaticMail {

    private static final Set<String> PRECEDENCE = Set.of("bulk", "junk", "list", "auto_reply", "auto-reply");
    private static final List<String> SIGNS =
            List.of("X-Autoreply", "X-Auto-Reply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply-From", "List-Id");
    private static final Set<String> SERVERS = Set.of("mailer-daemon", "postmaster");
    private static final Pattern OUT_OF_OFFICE =
            Pattern.compile("(?i)(re: ?|aw: ?)?(automatic reply|auto(matic)?[- ]?(reply|response)|out of (the )?office"
                    + "|automatische antwort|abwesenheits(notiz|nachricht|meldung)|abwesend)\\b.*");

    private AutomaticMail() {}

    static boolean is(MimePart message, List<MailAddress> from) {
        var head = message.head();
        return isSubmittedByItself(head)
                || PRECEDENCE.contains(head.text("Precedence").toLowerCase(Locale.ROOT))
                || SIGNS.stream().anyMatch(head::has)
                || head.has("X-Auto-Response-Suppress")
                        && OUT_OF_OFFICE.matcher(head.text("Subject")).matches()
                || head.text("Return-Path").equals("<>")
                || message.type().equals("multipart/report")
                || from.stream().anyMatch(AutomaticMail::isServer);
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
