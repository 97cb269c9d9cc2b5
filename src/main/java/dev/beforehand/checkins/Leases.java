package dev.beforehand.checkins;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.calendar.WorkingDays;
import dev.beforehand.checkins.CheckIn.LetGo;
import dev.beforehand.checkins.LeaseQuestion.Answer;
import dev.beforehand.clients.Absences;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * For how long somebody has a check-in: as long as they do something about its client, or say that they are on it when they
 * are asked. Each change is conditional on the lease as it was read, so that of an answer and the silence that ends a lease
 * exactly one wins.
 */
@Service
public class Leases {

    private final LeaseRepository leases;
    private final LeaseQuestions questions;
    private final CheckIns checkIns;
    private final Absences absences;
    private final Colleagues colleagues;
    private final CheckInSettings settings;
    private final LeasePolicy policy;
    private final Activities activities;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    Leases(
            LeaseRepository leases,
            LeaseQuestions questions,
            CheckIns checkIns,
            Absences absences,
            Colleagues colleagues,
            CheckInSettings settings,
            WorkingDays days,
            Activities activities,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Clock clock) {
        this.leases = leases;
        this.questions = questions;
        this.checkIns = checkIns;
        this.absences = absences;
        this.colleagues = colleagues;
        this.settings = settings;
        this.policy = new LeasePolicy(days, settings.lease(), settings.window());
        this.activities = activities;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Notes who has done something since, and which questions that answers. */
    @Transactional
    public void renew() {
        leases.renewAll();
        questions.overtake();
    }

    /** Those that may have run out. */
    public List<Lease> ripe() {
        return leases.begunBefore(clock.instant().minus(Duration.ofDays(settings.lease() - 1L)));
    }

    /** When the working hours of the team begin. */
    public LocalTime hoursBegin() {
        return settings.window().from();
    }

    /**
     * Does what is due about a lease: asks, or gives the check-in back.
     *
     * @param zone where whoever is asked is
     */
    public void review(Lease lease, ZoneId zone) {
        var now = clock.instant().atZone(zone);
        switch (policy.next(lease, now)) {
            case WAIT -> {}
            case ASK -> ifStillSo(lease, () -> ask(lease, now.toLocalDate()));
            case TAKE_BACK -> takeBack(lease, LetGo.NO_ANSWER);
        }
    }

    /** Gives a check-in back whose holder can no longer use Slack. */
    public void holderIsGone(Lease lease) {
        takeBack(lease, LetGo.GONE);
    }

    /** The holder, or whoever stands in for them today. */
    public ColleagueId toAsk(Lease lease) {
        return absences.inPlaceOf(lease.holder(), LocalDate.now(clock));
    }

    private void takeBack(Lease lease, LetGo how) {
        ifStillSo(lease, () -> letGo(lease.checkIn(), lease.holder(), how, null));
    }

    private void ifStillSo(Lease lease, Runnable change) {
        transactions.executeWithoutResult(transaction -> {
            if (leases.hold(lease.checkIn(), lease.holder(), lease.from())) {
                change.run();
            }
        });
    }

    private void ask(Lease lease, LocalDate day) {
        if (questions.ask(lease, toAsk(lease), day)) {
            record(Kind.CHECK_IN_ASKED, lease.checkIn(), null, Integer.toString(lease.asked() + 1));
        }
    }

    /** Yes, they are on it. Somebody who stands in for the holder has it from then on. */
    @Transactional
    public Handing keep(LeaseQuestion question, ColleagueId by) {
        if (!mayDecide(question.checkInId(), by)) {
            return new Handing.NotTheirs();
        }
        if (!leases.keep(question.checkInId(), question.leaseFrom(), by, clock.instant())) {
            return new Handing.Overtaken();
        }
        questions.answer(question.checkInId(), Answer.KEPT, by);
        record(Kind.CHECK_IN_KEPT, question.checkInId(), by, "still on it");
        events.publishEvent(new CheckInChanged(question.checkInId()));
        return new Handing.Done();
    }

    /** As an answer; only while it waits, for the check-in may be another's by now. */
    @Transactional
    public Handing giveBack(LeaseQuestion question, ColleagueId by) {
        var checkIn = checkIns.find(question.checkInId()).orElseThrow();
        return checkIn.claimedBy() instanceof ColleagueId holder
                        && leases.hold(checkIn.id(), holder, question.leaseFrom())
                ? giveBack(checkIn.id(), holder, by, false)
                : new Handing.Overtaken();
    }

    /**
     * @param holder as whoever decides saw it
     * @param lead whether a finance lead decides, who may do so for everybody
     */
    @Transactional
    public Handing giveBack(CheckInId id, ColleagueId holder, ColleagueId by, boolean lead) {
        if (!lead && !mayDecide(id, by)) {
            return new Handing.NotTheirs();
        }
        return letGo(id, holder, LetGo.GIVEN_BACK, by) ? new Handing.Done() : new Handing.Overtaken();
    }

    /** As with giving it back; nobody who is away gets it. */
    @Transactional
    public Handing handOver(CheckInId id, ColleagueId holder, ColleagueId to, ColleagueId by, boolean lead) {
        if (!lead && !mayDecide(id, by)) {
            return new Handing.NotTheirs();
        }
        if (to.equals(holder)) {
            return new Handing.HasItAlready();
        }
        absences.lock(to);
        var absence = absences.of(to, LocalDate.now(clock));
        if (absence.isPresent()) {
            return new Handing.ReceiverAway(absence.get());
        }
        if (!handOver(id, holder, to, by)) {
            return new Handing.Overtaken();
        }
        events.publishEvent(new CheckInsHandedOver(List.of(id), to, by, null));
        return new Handing.Done();
    }

    /** Whether this is for them to decide: they have it, stand in for who has it, or were asked. */
    public boolean mayDecide(CheckInId id, ColleagueId by) {
        return checkIns.find(id)
                        .map(CheckIn::claimedBy)
                        .filter(holder -> holder.equals(by)
                                || absences.inPlaceOf(holder, LocalDate.now(clock))
                                        .equals(by))
                        .isPresent()
                || questions.isAsked(id, by);
    }

    /** Those that they have now, the one that is due first, first. */
    public List<CheckInId> heldBy(ColleagueId holder) {
        return leases.heldBy(holder).stream().map(CheckInId::new).toList();
    }

    boolean handOver(CheckInId id, ColleagueId holder, ColleagueId to, ColleagueId by) {
        if (!leases.handOver(id, holder, to, by, clock.instant())) {
            return false;
        }
        questions.answer(id, Answer.HANDED_OVER, by);
        var receiver = colleagues.find(to).map(Colleague::name).orElseThrow();
        record(Kind.CHECK_IN_HANDED_OVER, id, by, receiver);
        events.publishEvent(new CheckInChanged(id));
        return true;
    }

    /** @param by empty where they let go of it by saying nothing */
    private boolean letGo(CheckInId id, ColleagueId holder, LetGo how, @Nullable ColleagueId by) {
        if (!leases.letGo(id, holder, how, by == null ? holder : by, clock.instant())) {
            return false;
        }
        questions.answer(id, by == null ? Answer.NO_ANSWER : Answer.GIVEN_BACK, by);
        record(by == null ? Kind.CHECK_IN_RETURNED : Kind.CHECK_IN_GIVEN_BACK, id, by, how.name());
        events.publishEvent(new CheckInChanged(id));
        return true;
    }

    /** What its holder did is an answer as well, and nobody answers for what is nobody's any more. */
    @EventListener
    @Transactional
    public void changed(CheckInChanged event) {
        leases.renew(event.checkIn());
        questions.overtake(event.checkIn());
    }

    private void record(Kind kind, CheckInId id, @Nullable ColleagueId by, String detail) {
        var client = checkIns.find(id).orElseThrow().clientId().value();
        activities.record(
                by == null
                        ? Activity.scheduled(kind, client, null, detail)
                        : Activity.inSlack(kind, by.value(), client, null, detail));
    }
}
