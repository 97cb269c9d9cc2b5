package dev.beforehand.correspondence;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.correspondence.Finding.Failure;
import dev.beforehand.correspondence.Incoming.Kind;
import dev.beforehand.correspondence.OutgoingRows.Sent;
import dev.beforehand.correspondence.Unreachable.Consequence;
import dev.beforehand.mail.DeliveryReport;
import dev.beforehand.mail.DeliveryReport.Outcome;
import dev.beforehand.mail.DeliveryReport.Recipient;
import dev.beforehand.mail.IncomingMail;
import dev.beforehand.mail.MailAddress;
import dev.beforehand.mail.ReplyAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out whose mail it is and what it wants. What a mail claims counts only where it names something of ours. */
@Component
class Sorting {

    private final OutgoingRows outgoing;
    private final Clients clients;
    private final Colleagues colleagues;
    private final ReplyAddress replyAddress;

    Sorting(OutgoingRows outgoing, Clients clients, Colleagues colleagues, ReplyAddress replyAddress) {
        this.outgoing = outgoing;
        this.clients = clients;
        this.colleagues = colleagues;
        this.replyAddress = replyAddress;
    }

    Finding sort(IncomingMail mail) {
        // A copy of what Beforehand itself sent.
        if (mail.messageId() != null && outgoing.find(mail.messageId()).isPresent()) {
            return Finding.mail(Kind.AUTOMATIC, null, null, false);
        }
        var answered = answered(mail).orElse(null);
        return switch (mail.kind()) {
            case REPORT -> report(Objects.requireNonNull(mail.report()));
            case UNREADABLE -> of(Kind.UNREADABLE, mail, answered);
            case AUTOMATIC -> of(Kind.AUTOMATIC, mail, answered);
            case BULK -> of(answered == null ? Kind.AUTOMATIC : human(mail), mail, answered);
            case LIST -> of(answered == null && !isFromAClient(mail) ? Kind.AUTOMATIC : human(mail), mail, answered);
            case HUMAN -> of(human(mail), mail, answered);
        };
    }

    private Kind human(IncomingMail mail) {
        return mail.from() != null && colleagues.byEmail(mail.from().address()).isPresent() ? Kind.TEAM : Kind.REPLY;
    }

    /** A group may put its own address in place of the sender's, which it then names as the one to answer. */
    private boolean isFromAClient(IncomingMail mail) {
        return Stream.of(mail.from(), mail.replyTo())
                .filter(Objects::nonNull)
                .anyMatch(address -> clients.withDomainOf(address.address()).stream()
                        .anyMatch(client -> SenderCheck.isKnown(address, client.addresses())));
    }

    private Finding of(Kind kind, IncomingMail mail, @Nullable Sent answered) {
        var client = answered == null ? client(mail.from()) : clients.find(answered.client());
        if (client.isEmpty()) {
            return Finding.mail(kind == Kind.REPLY ? Kind.UNKNOWN_SENDER : kind, null, null, false);
        }
        return Finding.mail(
                kind,
                client.get().id(),
                answered == null ? null : answered.messageId(),
                isKnown(mail, client.get().addresses()));
    }

    private static boolean isKnown(IncomingMail mail, List<String> addresses) {
        return SenderCheck.isKnown(mail.from(), addresses)
                && (mail.replyTo() == null || SenderCheck.isKnown(mail.replyTo(), addresses));
    }

    private Optional<Sent> answered(IncomingMail mail) {
        return mail.references().reversed().stream()
                .flatMap(id -> outgoing.find(id).stream())
                .findFirst()
                .or(() -> replyAddress.tokenIn(mail.to()).flatMap(outgoing::byToken));
    }

    /** An address that several clients share tells nothing. */
    private Optional<Client> client(@Nullable MailAddress from) {
        var having = from == null ? List.<Client>of() : clients.withAddress(from.address());
        return having.size() == 1 ? Optional.of(having.getFirst()) : Optional.empty();
    }

    private Finding report(DeliveryReport report) {
        var about = report.originalMessageId();
        var letter = about == null ? null : outgoing.find(about).orElse(null);
        if (letter == null) {
            return Finding.mail(Kind.AUTOMATIC, null, null, false);
        }
        var wentTo = outgoing.recipients(letter.messageId());
        var failed = failures(report, Outcome.FAILED, wentTo);
        if (!failed.isEmpty()) {
            return new Finding(Kind.BOUNCE, letter.client(), letter.messageId(), false, failed);
        }
        var late = failures(report, Outcome.DELAYED, wentTo);
        return new Finding(
                late.isEmpty() ? Kind.AUTOMATIC : Kind.DELAY, letter.client(), letter.messageId(), false, late);
    }

    private static List<Failure> failures(DeliveryReport report, Outcome outcome, List<String> wentTo) {
        return report.recipients().stream()
                .filter(recipient -> recipient.outcome() == outcome)
                .map(recipient -> failure(recipient, wentTo))
                .toList();
    }

    /** Behind an address that forwards its mail, a report names the one at which the mail ended. */
    private static Failure failure(Recipient recipient, List<String> wentTo) {
        var said = (recipient.status() + " " + recipient.said()).strip();
        var consequence = recipient.isPermanent() ? Consequence.SUSPENDED : Consequence.PAUSED;
        if (wentTo.contains(recipient.address())) {
            return new Failure(recipient.address(), said, consequence);
        }
        return wentTo.size() == 1
                ? new Failure(wentTo.getFirst(), recipient.address() + ": " + said, consequence)
                : new Failure(recipient.address(), said, Consequence.NONE);
    }
}
