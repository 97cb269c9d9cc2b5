package dev.beforehand.checkins;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.Invoices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds letters back for an invoice or a whole client, until a day. They go on by themselves after it. */
@Service
public class Holds {

    /** A reason is a sentence, not a file. */
    public static final int LONGEST_REASON = 500;

    private static final int LONGEST_YEARS = 1;

    private final HoldRepository holds;
    private final Invoices invoices;
    private final Clients clients;
    private final Activities activities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Holds(
            HoldRepository holds,
            Invoices invoices,
            Clients clients,
            Activities activities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.holds = holds;
        this.invoices = invoices;
        this.clients = clients;
        this.activities = activities;
        this.events = events;
        this.clock = clock;
    }

    /** Holds back what asks for this invoice. An earlier hold of it gives way. */
    @Transactional
    public Holding invoice(InvoiceId id, LocalDate until, String reason, ColleagueId by) {
        return invoices.find(id)
                .filter(line -> line.invoice().isOpenOn(LocalDate.now(clock)))
                .map(line -> place(line.invoice().clientId(), id, until, reason, by))
                .orElseGet(Holding.NotOpen::new);
    }

    /** Holds back every letter to this client, also about what it will owe by then. An earlier hold of it gives way. */
    @Transactional
    public Holding client(ClientId id, LocalDate until, String reason, ColleagueId by) {
        return clients.find(id)
                .map(client -> place(id, null, until, reason, by))
                .orElseGet(Holding.NotOpen::new);
    }

    /** @return whether it still stood */
    @Transactional
    public boolean release(HoldId id, ColleagueId by) {
        if (!holds.release(id, by, clock.instant())) {
            return false;
        }
        var released = holds.findById(id).orElseThrow();
        record(Kind.HOLD_RELEASED, released, by);
        return true;
    }

    /** Those that hold on that day, of the client as a whole and of its invoices. */
    public List<Hold> standing(ClientId client, LocalDate day) {
        return holds.standing(client, day);
    }

    /** Those of the invoices that are on hold on that day, each with the last such day. */
    public Map<InvoiceId, LocalDate> covering(Collection<InvoiceId> among, LocalDate day) {
        if (among.isEmpty()) {
            return Map.of();
        }
        return holds.covering(among, day).stream()
                .collect(Collectors.toUnmodifiableMap(HeldInvoice::invoiceId, HeldInvoice::untilOn));
    }

    private Holding place(
            ClientId client, @Nullable InvoiceId invoice, LocalDate until, String reason, ColleagueId by) {
        var today = LocalDate.now(clock);
        if (until.isBefore(today)) {
            return new Holding.DayPast();
        }
        if (until.isAfter(today.plusYears(LONGEST_YEARS))) {
            return new Holding.DayTooFar();
        }
        if (reason.isBlank()) {
            return new Holding.NoReason();
        }
        if (invoice == null) {
            holds.releaseOf(client, by, clock.instant());
        } else {
            holds.releaseOf(invoice, by, clock.instant());
        }
        var words = reason.strip();
        var placed = holds.save(new Hold(
                null,
                client,
                invoice,
                until,
                words.substring(0, Math.min(words.length(), LONGEST_REASON)),
                by,
                clock.instant(),
                null,
                null));
        record(Kind.HOLD_PLACED, placed, by);
        return new Holding.Placed();
    }

    private void record(Kind kind, Hold hold, ColleagueId by) {
        var invoice = hold.invoiceId();
        activities.record(new Activity(
                kind,
                "slack",
                by.value(),
                hold.clientId().value(),
                invoice == null ? null : invoice.value(),
                null,
                "until " + hold.untilOn() + ": " + hold.reason()));
        events.publishEvent(new AgreementChanged(hold.clientId(), invoice == null ? List.of() : List.of(invoice)));
    }
}
