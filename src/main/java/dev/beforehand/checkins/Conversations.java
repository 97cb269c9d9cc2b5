package dev.beforehand.checkins;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.calendar.WorkingDays;
import dev.beforehand.checkins.CheckIn.Outcome;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What clients said in check-ins, and what that holds back. */
@Service
public class Conversations {

    private final CheckIns checkIns;
    private final CheckInRepository repository;
    private final FeedbackRepository feedback;
    private final PromiseRepository promises;
    private final CheckInSettings settings;
    private final WorkingDays workingDays;
    private final Activities activities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversations(
            CheckIns checkIns,
            CheckInRepository repository,
            FeedbackRepository feedback,
            PromiseRepository promises,
            CheckInSettings settings,
            WorkingDays workingDays,
            Activities activities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.checkIns = checkIns;
        this.repository = repository;
        this.feedback = feedback;
        this.promises = promises;
        this.settings = settings;
        this.workingDays = workingDays;
        this.activities = activities;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes down what the client said. A promise or a problem is an outcome and closes the check-in; it can be added to
     * one that is done already. A problem stands until feedback says that it is solved: other words, a promise or a
     * check-in that is closed as on track do not settle it.
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

    private void log(CheckIn checkIn, ClientSaid said, ColleagueId author, @Nullable String form) {
        var id = checkIn.id();
        feedback.save(new Feedback(
                null, id, author, clock.instant(), said.words(), said.mood(), said.problem(), said.solved(), form));
        record(Kind.FEEDBACK_LOGGED, checkIn, author, null, said.mood().name());
        if (said.promise() != null) {
            promise(checkIn, said.promise(), author);
        }
        conclude(checkIn, said, author);
        events.publishEvent(new CheckInChanged(id));
    }

    public List<Feedback> of(CheckInId checkIn) {
        return feedback.findByCheckInIdOrderById(checkIn);
    }

    /** The promises that count in this check-in, one a currency, by the promised day. */
    public List<Promise> promisesIn(CheckInId checkIn) {
        return promises.active(checkIn);
    }

    /**
     * Those of the invoices that a promise covers on that day, each with the last such day: the promised one, or the last
     * working day of its grace.
     */
    public Map<InvoiceId, LocalDate> promisedOn(LocalDate day, Collection<InvoiceId> among) {
        if (among.isEmpty()) {
            return Map.of();
        }
        return repository.promised(numbers(among), graceBefore(day)).stream()
                .collect(Collectors.toUnmodifiableMap(
                        PromisedInvoice::invoiceId, promised -> graceAfter(promised.promisedOn())));
    }

    private LocalDate graceAfter(LocalDate promised) {
        return Stream.iterate(promised, day -> workingDays.onOrAfter(day.plusDays(1)))
                .skip(settings.grace())
                .findFirst()
                .orElseThrow();
    }

    /** The first day whose grace reaches to this one. */
    private LocalDate graceBefore(LocalDate day) {
        return Stream.iterate(day, workingDays::before)
                .skip(settings.grace())
                .findFirst()
                .orElseThrow();
    }

    /** The newest feedback about one of the check-in's invoices that names a problem which stands, whichever check-in it came up in. */
    public Optional<Feedback> problemOf(CheckInId checkIn) {
        return feedback.problem(checkIn);
    }

    /**
     * Those of the invoices about which feedback named a problem, and none has said since that it is solved. A problem is
     * about all of its check-in, also what joins it later.
     */
    public Set<InvoiceId> inDispute(Collection<InvoiceId> among) {
        if (among.isEmpty()) {
            return Set.of();
        }
        return repository.inDispute(numbers(among)).stream()
                .map(InvoiceId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void promise(CheckIn checkIn, ClientSaid.Promised promised, ColleagueId author) {
        promises.cancel(checkIn.id(), promised.amount().getCurrencyUnit());
        promises.save(new Promise(
                null,
                checkIn.id(),
                author,
                clock.instant(),
                promised.on(),
                promised.amount().getAmountMinorLong(),
                promised.amount().getCurrencyUnit(),
                Promise.State.ACTIVE));
        record(Kind.PROMISE_MADE, checkIn, author, promised.amount(), "by " + promised.on());
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

    private void record(Kind kind, CheckIn checkIn, ColleagueId author, @Nullable Money amount, String detail) {
        activities.record(
                Activity.inSlack(kind, author.value(), checkIn.clientId().value(), amount, detail));
    }

    private static List<Long> numbers(Collection<InvoiceId> invoices) {
        return invoices.stream().map(InvoiceId::value).toList();
    }
}
