package dev.beforehand.checkins;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.checkins.CheckIn.Outcome;
import dev.beforehand.checkins.Dispute.Resolution;
import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What clients said, in check-ins and elsewhere; a promise or a problem among it becomes a {@link Promise} or a {@link Dispute}. */
@Service
public class Conversations {

    private final CheckIns checkIns;
    private final CheckInRepository repository;
    private final FeedbackRepository feedback;
    private final Promises promises;
    private final Disputes disputes;
    private final Clients clients;
    private final Activities activities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversations(
            CheckIns checkIns,
            CheckInRepository repository,
            FeedbackRepository feedback,
            Promises promises,
            Disputes disputes,
            Clients clients,
            Activities activities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.checkIns = checkIns;
        this.repository = repository;
        this.feedback = feedback;
        this.promises = promises;
        this.disputes = disputes;
        this.clients = clients;
        this.activities = activities;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes down what the client said. A promise or a problem is an outcome and closes the check-in; it can be added to
     * one that is done already. Both are about those of the check-in's invoices that are open now, not about what joins it
     * later. A problem stands until somebody says that it is settled: other words, a promise or a check-in that is closed as
     * on track do not settle it.
     *
     * @param form the form in which it was written down: of one that is sent again, nothing is logged again; empty where
     *     there is none
     * @return whether there is such a check-in
     */
    @Transactional
    public boolean log(CheckInId id, ClientSaid said, ColleagueId author, @Nullable String form) {
        if (!repository.hold(id)) {
            return false;
        }
        if (form == null || !feedback.existsByForm(form)) {
            log(checkIns.find(id).orElseThrow(), said, author, form);
        }
        return true;
    }

    /** Writes down what the client said, in no form. */
    @Transactional
    public boolean log(CheckInId id, ClientSaid said, ColleagueId author) {
        return log(id, said, author, null);
    }

    /**
     * Writes down what a client said, as it stands in a message of Slack. It is shown in the client's running check-in, which
     * goes on as it was: whoever has it still talks to the client. A problem opens disputes.
     *
     * @param about the invoices that a problem is about
     * @return what was written down of this message before, which then stands; empty where this is the first
     */
    @Transactional
    public Optional<Feedback> hear(
            ClientId client, ClientSaid said, SlackWords source, Collection<InvoiceId> about, ColleagueId author) {
        clients.lock(client);
        var before = feedback.findByForm(source.key());
        if (before.isEmpty()) {
            write(client, said, source, author);
            if (said.problem() != null) {
                disputes.open(client, about, said.problem(), said.words(), owner(client, author), author);
            }
        }
        return before;
    }

    /** What was written down of this message of Slack. */
    public Optional<Feedback> ofMessage(String channel, String ts) {
        return feedback.findByForm(SlackWords.key(channel, ts));
    }

    private void write(ClientId client, ClientSaid said, SlackWords source, ColleagueId author) {
        var running = checkIns.newestOf(client)
                .flatMap(checkIns::find)
                .filter(checkIn -> !checkIn.state().isClosed())
                .map(CheckIn::id);
        feedback.save(new Feedback(
                null,
                client,
                running.orElse(null),
                author,
                clock.instant(),
                said.words(),
                said.mood(),
                said.problem(),
                false,
                source.key(),
                source.speaker(),
                source.link()));
        activities.record(Activity.inSlack(
                        Kind.FEEDBACK_LOGGED,
                        author.value(),
                        client.value(),
                        null,
                        said.mood() + " (" + source.speaker() + "): " + said.words())
                .readAt(source.link()));
        running.ifPresent(id -> events.publishEvent(new CheckInChanged(id)));
    }

    private void log(CheckIn checkIn, ClientSaid said, ColleagueId author, @Nullable String form) {
        var id = checkIn.id();
        feedback.save(new Feedback(
                null,
                checkIn.clientId(),
                id,
                author,
                clock.instant(),
                said.words(),
                said.mood(),
                said.problem(),
                said.solved(),
                form,
                null,
                null));
        activities.record(Activity.inSlack(
                Kind.FEEDBACK_LOGGED,
                author.value(),
                checkIn.clientId().value(),
                null,
                said.mood() + ": " + said.words()));
        agree(checkIn, said, author);
        conclude(checkIn, said, author);
        events.publishEvent(new CheckInChanged(id));
    }

    public List<Feedback> of(CheckInId checkIn) {
        return feedback.findByCheckInIdOrderById(checkIn);
    }

    private void agree(CheckIn checkIn, ClientSaid said, ColleagueId author) {
        var client = checkIn.clientId();
        var about = checkIns.invoicesOf(checkIn.id());
        if (said.promise() != null) {
            promises.make(client, about, said.promise(), author);
        }
        if (said.problem() != null) {
            disputes.open(client, about, said.problem(), said.words(), owner(client, author), author);
        }
        if (said.solved()) {
            disputes.resolve(client, about, Resolution.SETTLED, author);
        }
    }

    /** The account manager sees to it; where there is none, whoever heard of it. */
    private ColleagueId owner(ClientId client, ColleagueId author) {
        return clients.find(client).map(Client::accountManagerId).orElse(author);
    }

    private void conclude(CheckIn checkIn, ClientSaid said, ColleagueId author) {
        if (said.promise() != null) {
            checkIns.done(checkIn.id(), Outcome.WILL_PAY, author);
        } else if (said.problem() != null) {
            checkIns.done(checkIn.id(), Outcome.PROBLEM, author);
        } else {
            checkIns.claim(checkIn.id(), author);
        }
    }
}
