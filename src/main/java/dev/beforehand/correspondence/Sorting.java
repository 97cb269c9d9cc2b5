package dev.beforehand.correspondence;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.correspondence.Incoming.Kind;
import dev.beforehand.correspondence.OutgoingRows.Sent;
import dev.beforehand.mail.DeliveryReport;
import dev.beforehand.mail.DeliveryReport.Outcome;
import dev.beforehand.mail.DeliveryReport.Recipient;
import dev.beforehand.mail.IncomingMail;
import dev.beforehand.mail.MailAddress;
import dev.beforehand.mail.ReplyAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out whose mail it is and what it wants. What a mail claims counts only where it names something of ours. */
@Component
class Sorting {

    private final OutgoingRows outgoing;
    private final AnswerRows answers;
    private final Clients clients;
    private final Colleagues colleagues;
    private final ReplyAddress replyAddress;

    Sorting(
            OutgoingRows outgoing,
            AnswerRows answers,
            Clients clients,
            Colleagues colleagues,
            ReplyAddress replyAddress) {
        this.outgoing = outgoing;
        this.answers = answers;
        this.clients = clients;
        this.colleagues = colleagues;
        this.replyAddress = replyAddress;
    }

    Finding sort(IncomingMail mail) {
        return switch (mail.kind()) {
            case REPORT -> report(Objects.requireNonNull(mail.report()));
            case AUTOMATIC -> of(Kind.AUTOMATIC, mail);
            case HUMAN -> of(isFromTeam(mail) ? Kind.TEAM : Kind.REPLY, mail);
        };
    }

    private Finding of(Kind kind, IncomingMail mail) {
        var answered = answered(mail).orElse(null);
        var client = answered == null ? client(mail.from()) : clients.find(answered.client());
        if (client.isEmpty()) {
            return Finding.mail(kind == Kind.REPLY ? Kind.UNKNOWN_SENDER : kind, null, null, false);
        }
        return Finding.mail(
                kind,
                client.get().id(),
                answered == null ? null : answered.messageId(),
                SenderCheck.isKnown(mail.from(), client.get().addresses()));
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

    private boolean isFromTeam(IncomingMail mail) {
        var from = mail.from();
        return mail.messageId() != null && outgoing.find(mail.messageId()).isPresent()
                || from != null && colleagues.byEmail(from.address()).isPresent();
    }

    private Finding report(DeliveryReport report) {
        var about = report.originalMessageId();
        var letter = about == null ? null : outgoing.find(about).orElse(null);
        if (letter == null) {
            return Finding.mail(Kind.AUTOMATIC, null, null, false);
        }
        var addresses = addresses(letter);
        var ours = report.recipients().stream()
                .filter(recipient -> addresses.contains(recipient.address()))
                .toList();
        var failed = ours.stream().filter(Recipient::isPermanent).toList();
        if (!failed.isEmpty()) {
            return new Finding(
                    Kind.BOUNCE,
                    letter.client(),
                    letter.messageId(),
                    false,
                    failed.stream().map(Recipient::address).distinct().toList(),
                    said(failed.getFirst()));
        }
        boolean isLate = ours.stream().anyMatch(recipient -> recipient.outcome() != Outcome.OTHER);
        return Finding.mail(isLate ? Kind.DELAY : Kind.AUTOMATIC, letter.client(), letter.messageId(), false);
    }

    /** Where the letter can have gone. */
    private Set<String> addresses(Sent letter) {
        var addresses = new HashSet<>(
                clients.find(letter.client()).map(Client::addresses).orElse(List.of()));
        answers.recipient(letter.messageId()).ifPresent(addresses::add);
        return addresses;
    }

    private static String said(Recipient recipient) {
        return (recipient.status() + " " + recipient.said()).strip();
    }
}
