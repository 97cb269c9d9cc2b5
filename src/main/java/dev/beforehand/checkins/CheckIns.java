package dev.beforehand.checkins;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.calendar.WorkingDays;
import dev.beforehand.checkins.CheckIn.Outcome;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The check-ins' front door. Each change is one conditional update, so that of several people at once exactly one wins.
 */
@Service
public class CheckIns {

    private final CheckInRepository checkIns;
    private final CheckInSettings settings;
    private final WorkingDays days;
    private final Activities activities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CheckIns(
            CheckInRepository checkIns,
            CheckInSettings settings,
            WorkingDays days,
            Activities activities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.checkIns = checkIns;
        this.settings = settings;
        this.days = days;
        this.activities = activities;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Flags what falls due within the lead, and cancels the check-ins of which all was paid; safe to run at any time. What
     * is new for a client whose check-in of the week is done opens that one again. An invoice is flagged once for a due
     * date, unless its check-in was cancelled.
     */
    @Transactional
    public void flag(LocalDate today) {
        var weekOf = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var until = today.plusDays(settings.lead());
        checkIns.clientsToFlag(today, until).forEach(client -> checkIns.open(client, weekOf));
        var now = clock.instant();
        checkIns.name(weekOf, today, until, now);
        checkIns.doneTooEarly(weekOf, today).forEach(this::reopen);
        checkIns.claimedAndNamedAt(weekOf, now).forEach(joined -> events.publishEvent(new CheckInChanged(joined.id())));
        checkIns.paidUp(today).forEach(this::cancel);
    }

    public Optional<CheckIn> find(CheckInId id) {
        return checkIns.findById(id);
    }

    public List<InvoiceId> invoicesOf(CheckInId id) {
        return checkIns.invoicesOf(id).stream().map(InvoiceId::new).toList();
    }

    /** The client's newest that was not cancelled. */
    public Optional<CheckInId> newestOf(ClientId client) {
        return checkIns.newestOf(client).map(CheckInId::new);
    }

    /** Those that are open or claimed. */
    public List<CheckInId> running() {
        return checkIns.running().stream().map(CheckInId::new).toList();
    }

    /** The open ones with clients whom this colleague looks after. */
    public List<CheckInId> openOf(ColleagueId accountManager) {
        return checkIns.openOf(accountManager).stream().map(CheckInId::new).toList();
    }

    /** The check-ins that name one of these invoices, whatever their state. */
    public List<CheckInId> naming(Collection<InvoiceId> invoices) {
        if (invoices.isEmpty()) {
            return List.of();
        }
        return checkIns.naming(invoices.stream().map(InvoiceId::value).toList()).stream()
                .map(CheckInId::new)
                .toList();
    }

    @Transactional
    public Claim claim(CheckInId id, ColleagueId by) {
        if (!checkIns.claim(id, by, clock.instant())) {
            return refusal(id, by);
        }
        changed(Kind.CHECK_IN_CLAIMED, id, by, "claimed");
        return new Claim.Claimed();
    }

    /** @return whether it was still to be done */
    @Transactional
    public boolean done(CheckInId id, Outcome outcome, ColleagueId by) {
        if (!checkIns.done(id, outcome, by, clock.instant())) {
            return false;
        }
        changed(Kind.CHECK_IN_DONE, id, by, outcome.name());
        return true;
    }

    /**
     * Notes of which the finance leads are told today that nobody has claimed them: something of them is due in so few
     * working days, or was before. Each is told of once.
     *
     * @return whether there is any that was not noted before
     */
    @Transactional
    public boolean escalate(LocalDate today) {
        var due = days.after(today, settings.unclaimed());
        return checkIns.unclaimed(today, due).stream()
                        .filter(checkIn -> escalated(checkIn, today))
                        .count()
                > 0;
    }

    /** Those of which the finance leads were told on that day. */
    public List<CheckInId> escalatedOn(LocalDate day) {
        return checkIns.escalatedOn(day).stream().map(CheckInId::new).toList();
    }

    private boolean escalated(CheckIn checkIn, LocalDate today) {
        if (!checkIns.escalate(checkIn.id(), today)) {
            return false;
        }
        changed(Kind.CHECK_IN_ESCALATED, checkIn.id(), null, "nobody had claimed it");
        return true;
    }

    private Claim refusal(CheckInId id, ColleagueId asker) {
        var checkIn = checkIns.findById(id).orElse(null);
        if (checkIn == null) {
            return new Claim.Unknown();
        }
        if (checkIn.state().isClosed() || checkIn.claimedBy() == null) {
            return new Claim.Closed(checkIn.state());
        }
        return checkIn.claimedBy().equals(asker) ? new Claim.Claimed() : new Claim.AlreadyClaimed(checkIn.claimedBy());
    }

    private void reopen(CheckIn checkIn) {
        if (checkIns.reopen(checkIn.id())) {
            changed(Kind.CHECK_IN_REOPENED, checkIn.id(), null, "a new invoice falls due");
        }
    }

    private void cancel(CheckIn checkIn) {
        if (checkIns.cancel(checkIn.id(), clock.instant())) {
            changed(Kind.CHECK_IN_CANCELLED, checkIn.id(), null, "paid in the meantime");
        }
    }

    private void changed(Kind kind, CheckInId id, @Nullable ColleagueId by, String detail) {
        var client = checkIns.findById(id).orElseThrow().clientId().value();
        activities.record(
                by == null
                        ? Activity.scheduled(kind, client, null, detail)
                        : Activity.inSlack(kind, by.value(), client, null, detail));
        events.publishEvent(new CheckInChanged(id));
    }
}
