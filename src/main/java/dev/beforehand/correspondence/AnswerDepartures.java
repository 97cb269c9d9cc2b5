package dev.beforehand.correspondence;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.Delivery;
import dev.beforehand.mail.MailAddress;
import dev.beforehand.mail.Mailer;
import dev.beforehand.mail.OutgoingMail;
import dev.beforehand.mail.OutgoingMail.Parties;
import dev.beforehand.mail.ReplyAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Writes an answer as a mail in the client's conversation and hands it to the mail server, once. */
@Component
class AnswerDepartures {

    private static final Logger log = LoggerFactory.getLogger(AnswerDepartures.class);

    /** More of a conversation is followed by nobody. */
    private static final int REFERENCES = 20;

    /** Well within the lease: after that, a person may have answered again. */
    private static final Duration IN_TIME = AnswerBook.LEASE.dividedBy(2);

    private final AnswerRows answers;
    private final IncomingRows incoming;
    private final OutgoingRows outgoing;
    private final FollowUps followUps;
    private final AnswerBook book;
    private final Mailer mailer;
    private final ReplyAddress replyAddress;
    private final Clients clients;
    private final Colleagues colleagues;
    private final Clock clock;
    private final Locale companyLocale;

    AnswerDepartures(
            AnswerRows answers,
            IncomingRows incoming,
            OutgoingRows outgoing,
            FollowUps followUps,
            AnswerBook book,
            Mailer mailer,
            ReplyAddress replyAddress,
            Clients clients,
            Colleagues colleagues,
            Clock clock,
            @Value("${beforehand.language:en}") String language) {
        this.answers = answers;
        this.incoming = incoming;
        this.outgoing = outgoing;
        this.followUps = followUps;
        this.book = book;
        this.mailer = mailer;
        this.replyAddress = replyAddress;
        this.clients = clients;
        this.colleagues = colleagues;
        this.clock = clock;
        this.companyLocale = Locale.forLanguageTag(language.strip().replace('_', '-'));
    }

    /** Should this be lost to a crash, nobody knows whether it was sent, and the mail waits for a person again. */
    @TransactionalEventListener
    void written(AnswerWritten event) {
        Thread.ofVirtual().name("answer").start(() -> send(event.messageId()));
    }

    void send(String messageId) {
        Answer answer;
        OutgoingMail mail;
        try {
            answer = answers.find(messageId).orElseThrow();
            mail = mail(answer);
        } catch (RuntimeException e) {
            // Its message may name the client's address.
            log.error(
                    "The answer {} could not be written ({}).",
                    messageId,
                    e.getClass().getName());
            book.end(messageId, new Delivery.Refused(new Sentence("delivery.no-mail")));
            return;
        }
        var latest = answer.changedAt().plus(IN_TIME);
        book.end(messageId, deliver(mail, Duration.between(clock.instant(), latest)));
    }

    private Delivery deliver(OutgoingMail mail, Duration within) {
        try {
            return mailer.send(mail, within);
        } catch (RuntimeException e) {
            log.error("Handing over {} failed ({}).", mail, e.getClass().getName());
            return new Delivery.Unknown(new Sentence("delivery.answer-broke"));
        }
    }

    private OutgoingMail mail(Answer answer) {
        var answered = incoming.find(answer.incoming()).orElseThrow();
        var client = clients.find(Objects.requireNonNull(answered.client())).orElseThrow();
        return new OutgoingMail(
                answer.messageId(),
                clock.instant(),
                false,
                parties(answer, answered, client),
                AnswerLetter.words(answer.subject(), answer.text(), client.localeOr(companyLocale)),
                references(answered),
                List.of());
    }

    /** The last one is what it answers. Who may be a stranger learns no more of the conversation than it knew. */
    private List<String> references(Incoming answered) {
        var references = new LinkedHashSet<String>();
        if (answered.answers() != null) {
            references.add(answered.answers());
        }
        if (answered.answers() != null && answered.isKnownSender()) {
            references.addAll(followUps.after(List.of(answered.answers())).getOrDefault(answered.answers(), List.of()));
        }
        if (answered.messageId() != null) {
            references.remove(answered.messageId());
            references.add(answered.messageId());
        }
        var all = List.copyOf(references);
        return all.subList(Math.max(0, all.size() - REFERENCES), all.size());
    }

    private Parties parties(Answer answer, Incoming answered, Client client) {
        var writer = writer(answer, client);
        var from = mailer.sender(writer.name());
        var replyTo = new ArrayList<MailAddress>();
        Optional.ofNullable(writer.email())
                .filter(MailAddress::isValid)
                .ifPresent(email -> replyTo.add(new MailAddress(email, writer.name())));
        outgoing.token(answer.messageId()).flatMap(replyAddress::with).ifPresent(replyTo::add);
        if (replyTo.isEmpty()) {
            replyTo.add(from);
        }
        return new Parties(
                from,
                replyTo,
                new MailAddress(Objects.requireNonNull(answered.answerTo()), answered.fromName()),
                List.of());
    }

    /** In the account manager's name, or in that of whoever wrote it where nobody looks after the client. */
    private Colleague writer(Answer answer, Client client) {
        return Optional.ofNullable(client.accountManagerId())
                .flatMap(colleagues::find)
                .or(() -> colleagues.find(answer.author()))
                .orElseThrow();
    }
}
