package dev.beforehand.mail;

import static java.util.stream.Collectors.toMap;

import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.Delivery.Accepted;
import dev.beforehand.mail.Delivery.Later;
import dev.beforehand.mail.Delivery.Refused;
import dev.beforehand.mail.Delivery.Unknown;
import dev.beforehand.mail.Delivery.Unreachable;
import dev.beforehand.mail.OutgoingMail.Parties;
import jakarta.mail.AuthenticationFailedException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a failed send: what the server answered, if it did, and whether the letter was on its way by then. Where an answer
 * failed to come after the server had asked for the letter, nobody can know, and this never guesses.
 */
final class SmtpAnswer {

    /** Authentication or encryption needed: no letter would fare better. */
    private static final Set<Integer> FOR_ALL_LETTERS = Set.of(530, 534, 535, 538);

    /** Service closing, no encryption now: so it may be for all letters, or over this one. */
    private static final Set<Integer> BREAKS_OFF = Set.of(421, 454);

    /** RFC 3463: the status of an address or a mailbox. */
    private static final Pattern OF_ONE_ADDRESS = Pattern.compile("\\A\\d{3}[ -]4\\.[12]\\.\\d");

    private static final int LONGEST = 300;

    private final boolean connected;
    private final boolean handedOver;
    private final List<Throwable> causes;

    /** @param code the three digits, or less than 100 where there were none */
    private record Reply(int code, String text, boolean toSender) {

        boolean isNo() {
            return code >= 400 && code <= 599;
        }

        boolean isForAll() {
            return toSender || FOR_ALL_LETTERS.contains(code);
        }

        boolean breaksOff() {
            return BREAKS_OFF.contains(code);
        }

        boolean isAboutOneAddress() {
            return OF_ONE_ADDRESS.matcher(text).find();
        }

        boolean isForEver() {
            return code >= 500;
        }

        Sentence said() {
            return new Sentence("delivery.said", Map.of("answer", text));
        }
    }

    private SmtpAnswer(boolean connected, boolean handedOver, List<Throwable> causes) {
        this.connected = connected;
        this.handedOver = handedOver;
        this.causes = causes;
    }

    /** To an attempt to reach the server. */
    static SmtpAnswer of(Exception failure) {
        return of(failure, false, false);
    }

    /** To a letter. */
    static SmtpAnswer of(Exception failure, boolean handedOver) {
        return of(failure, true, handedOver);
    }

    private static SmtpAnswer of(Exception failure, boolean connected, boolean handedOver) {
        var causes = new ArrayList<Throwable>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return new SmtpAnswer(connected, handedOver, causes);
    }

    /** @param parties of the letter; the client's addresses are left out of the reason */
    Delivery about(Parties parties) {
        return switch (delivery()) {
            case Accepted accepted -> accepted;
            case Later later -> new Later(without(parties, later.reason()), later.addressAlone());
            case Refused refused -> new Refused(without(parties, refused.reason()));
            case Unreachable away -> new Unreachable(without(parties, away.reason()), away.overThisLetter());
            case Unknown unknown -> new Unknown(without(parties, unknown.reason()));
        };
    }

    private Delivery delivery() {
        var noes = causes.stream()
                .map(SmtpAnswer::reply)
                .filter(Objects::nonNull)
                .filter(Reply::isNo)
                .toList();
        if (!noes.isEmpty()) {
            return refusal(noes);
        }
        if (handedOver) {
            return new Unknown(new Sentence(silence()));
        }
        return new Unreachable(
                new Sentence(
                        causes.stream().anyMatch(AuthenticationFailedException.class::isInstance)
                                ? "delivery.login"
                                : "delivery.unreachable",
                        Map.of("answer", text(causes.getLast()))),
                connected);
    }

    /** Several where the letter goes to several: the one that leaves least hope counts. */
    private static Delivery refusal(List<Reply> noes) {
        return first(noes, Reply::isForAll)
                .<Delivery>map(no -> new Unreachable(no.said()))
                .or(() -> first(noes, Reply::breaksOff).map(no -> new Unreachable(no.said(), true)))
                .or(() -> first(noes, Reply::isForEver).map(no -> new Refused(no.said())))
                .orElseGet(() -> new Later(noes.getFirst().said(), noes.stream().allMatch(Reply::isAboutOneAddress)));
    }

    private static Optional<Reply> first(List<Reply> noes, Predicate<Reply> such) {
        return noes.stream().filter(such).findFirst();
    }

    private static @Nullable Reply reply(Throwable cause) {
        return switch (cause) {
            case SMTPAddressFailedException e -> new Reply(e.getReturnCode(), text(e), false);
            case SMTPSenderFailedException e -> new Reply(e.getReturnCode(), text(e), true);
            case SMTPSendFailedException e ->
                new Reply(e.getReturnCode(), text(e), e.getCommand().startsWith("MAIL"));
            default -> null;
        };
    }

    private String silence() {
        return causes.stream().anyMatch(SocketTimeoutException.class::isInstance) ? "delivery.silent" : "delivery.lost";
    }

    private static String text(Throwable cause) {
        var text = String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static Sentence without(Parties parties, Sentence reason) {
        return new Sentence(
                reason.key(),
                reason.values().entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, said -> without(parties, String.valueOf(said.getValue())))));
    }

    private static String without(Parties parties, String reason) {
        var said = without(parties.to(), "the client's address", reason);
        for (var copy : parties.cc()) {
            said = without(copy, "the address of one who gets a copy", said);
        }
        return said;
    }

    private static String without(MailAddress recipient, String instead, String reason) {
        return Pattern.compile(Pattern.quote(recipient.address()), Pattern.CASE_INSENSITIVE)
                .matcher(reason)
                .replaceAll(instead);
    }
}
