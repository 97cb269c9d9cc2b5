package dev.beforehand.correspondence;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.correspondence.Incoming.State;
import dev.beforehand.mail.MailAddress;
import dev.beforehand.mail.ReplyAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The front door to all mail to and from clients. E-mail addresses are compared without regard to case. */
@Service
public class Correspondence {

    private final OutgoingRows outgoing;
    private final IncomingRows incoming;
    private final Suspensions suspensions;
    private final AnswerRows answers;
    private final FollowUps followUps;
    private final ReplyAddress replyAddress;
    private final Activities activities;
    private final ApplicationEventPublisher events;

    Correspondence(
            OutgoingRows outgoing,
            IncomingRows incoming,
            Suspensions suspensions,
            AnswerRows answers,
            FollowUps followUps,
            ReplyAddress replyAddress,
            Activities activities,
            ApplicationEventPublisher events) {
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.suspensions = suspensions;
        this.answers = answers;
        this.followUps = followUps;
        this.replyAddress = replyAddress;
        this.activities = activities;
        this.events = events;
    }

    /** What is written to a client; the names stand in the database. */
    public enum Kind {
        LETTER,
        REPLY,
        THANKS
    }

    /** A mail that is about to leave to a client. */
    public record Outgoing(String messageId, ClientId client, Kind kind) {}

    /**
     * Writes down that mails are about to leave, in the caller's transaction and before their first try, so that an answer
     * is known as one. Asked again for the same mail it says the same, and takes note of where the mail goes by now.
     *
     * @return by Message-ID, the address to which an answer is to go as well; no entry where no inbox is set up for that
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, MailAddress> outgoing(Collection<Outgoing> mails) {
        outgoing.add(mails);
        var addresses = new HashMap<String, MailAddress>();
        outgoing.tokens(mails.stream().map(Outgoing::messageId).toList())
                .forEach((mail, token) -> replyAddress.with(token).ifPresent(address -> addresses.put(mail, address)));
        return addresses;
    }

    /**
     * What was written back and forth about each of these mails since: replies from an address that is known at the client,
     * and our answers to them, by Message-ID, in the order of arrival. No entry where there is nothing.
     */
    public Map<String, List<String>> followUps(Collection<String> messageIds) {
        return followUps.after(messageIds);
    }

    /** Those of the clients who wrote something that nobody has seen to: no letter goes to them meanwhile. */
    public Set<ClientId> waitingForAnAnswer(Collection<ClientId> clients) {
        var asked = Set.copyOf(clients);
        return incoming.waiting().stream().filter(asked::contains).collect(Collectors.toSet());
    }

    /** Those of the addresses to which no letter is to go now, in lower case: they cannot be reached. */
    public Set<String> suspended(Collection<String> addresses) {
        return suspensions.among(addresses);
    }

    public Optional<Incoming> find(IncomingId id) {
        return incoming.find(id);
    }

    /** The files that came along with a mail and were kept. */
    public List<KeptFile> files(IncomingId id) {
        return incoming.kept(id);
    }

    /** Takes note that somebody had the files of a mail shown, and tells of it. */
    @Transactional
    public void filesShown(IncomingId id, ColleagueId by) {
        var mail = incoming.find(id).orElseThrow();
        var client = mail.client() == null ? null : mail.client().value();
        activities.record(Activity.inSlack(Activity.Kind.FILES_SHOWN, by.value(), client, null, mail.subject()));
        events.publishEvent(new IncomingChanged(id));
    }

    /** When this mail to a client was written down to be sent. */
    public Optional<Instant> sentAt(String messageId) {
        return outgoing.sentAt(messageId);
    }

    /** What the client wrote and nobody has seen to. */
    public List<Incoming> waitingOf(ClientId client) {
        return incoming.waitingOf(client);
    }

    /** The addresses at which a letter did not arrive, as this delivery report says. */
    public List<Unreachable> unreachable(IncomingId report) {
        return suspensions.of(report);
    }

    /** The last answer that somebody wrote to this mail. */
    public Optional<Answer> answer(IncomingId id) {
        return answers.last(id);
    }

    /** What waits for a person, ordered by id, after this one; 0 for the first page. */
    public List<IncomingId> waitingForAPerson(long after, int limit) {
        return incoming.waitingForAPerson(after, limit);
    }

    /**
     * Says that somebody saw to a mail; of several people at once exactly one does. Where that takes up a delivery report,
     * the addresses that it names are written to again from now on.
     */
    @Transactional
    public Settlement settle(IncomingId id, State state, ColleagueId by) {
        var mail = incoming.find(id).orElse(null);
        if (mail == null) {
            return new Settlement.Unknown();
        }
        if (!incoming.settle(id, state, by)) {
            return new Settlement.Already(incoming.find(id).orElseThrow());
        }
        if (mail.kind() == Incoming.Kind.BOUNCE && state == State.TAKEN_UP) {
            suspensions.lift(id);
        }
        events.publishEvent(new IncomingChanged(id));
        return new Settlement.Done();
    }
}
