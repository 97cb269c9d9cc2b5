package dev.beforehand.checkins;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.calendar.WorkingDays;
import dev.beforehand.checkins.ClientSaid.Promised;
import dev.beforehand.checkins.Promise.State;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.invoices.LedgerAge;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Promises to pay: letters about what they cover rest until their grace is over, and the ledger says what became of them. */
@Service
public class Promises {

    private final PromiseRepository promises;
    private final Invoices invoices;
    private final LedgerAge ledger;
    private final CheckInSettings settings;
    private final WorkingDays workingDays;
    private final Activities activities;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    Promises(
            PromiseRepository promises,
            Invoices invoices,
            LedgerAge ledger,
            CheckInSettings settings,
            WorkingDays workingDays,
            Activities activities,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Clock clock) {
        this.promises = promises;
        this.invoices = invoices;
        this.ledger = ledger;
        this.settings = settings;
        this.workingDays = workingDays;
        this.activities = activities;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Writes down that a client promised to pay. It counts for what it covers in place of earlier promises; one of which
     * nothing is left so is cancelled.
     *
     * @param about the client's invoices; those that are open in the promise's currency count
     * @return whether anything is open among them
     */
    @Transactional
    public boolean make(ClientId client, Collection<InvoiceId> about, Promised promised, ColleagueId author) {
        var today = LocalDate.now(clock);
        var currency = promised.amount().getCurrencyUnit();
        var open = invoices.all(about).stream()
                .map(InvoiceLine::invoice)
                .filter(invoice -> invoice.clientId().equals(client))
                .filter(invoice -> invoice.balanceOn(today).isPositive())
                .filter(invoice -> invoice.total().getCurrencyUnit().equals(currency))
                .toList();
        if (open.isEmpty()) {
            return false;
        }
        var made = promises.save(new Promise(
                null,
                client,
                author,
                clock.instant(),
                promised.on(),
                promised.amount().getAmountMinorLong(),
                currency,
                State.ACTIVE,
                null,
                Promise.reached(promised.amount(), open, today)));
        promises.replace(client, today);
        activities.record(Activity.inSlack(
                Kind.PROMISE_MADE, author.value(), client.value(), promised.amount(), "by " + promised.on()));
        events.publishEvent(new AgreementChanged(client, made.about()));
        return true;
    }

    /**
     * Finds out from the ledger which promises were kept, and which were broken; safe to run again. None is called broken
     * by a ledger that was written before its grace was over, or that did not have one of its invoices: the money may be
     * there. Not within a transaction: it makes a short one for each that has ended.
     */
    public void judge(LocalDate today) {
        for (var promise : promises.findByState(State.ACTIVE)) {
            var taken = promises.taken(promise.knownId());
            var state = promise.judge(now(promise), taken, isOver(promise, today), today);
            if (state != State.ACTIVE) {
                transactions.executeWithoutResult(transaction -> end(promise, state, today));
            }
        }
    }

    private boolean isOver(Promise promise, LocalDate today) {
        var graceEnds = graceAfter(promise.promisedOn());
        return today.isAfter(graceEnds)
                && ledger.covers(graceEnds)
                && invoices.missing(promise.about()).isEmpty();
    }

    private Map<InvoiceId, Invoice> now(Promise promise) {
        return invoices.all(promise.about()).stream()
                .map(InvoiceLine::invoice)
                .collect(Collectors.toMap(Invoice::id, Function.identity()));
    }

    /** The active ones that are about any of these, by the promised day. */
    public List<Promise> about(Collection<InvoiceId> about) {
        var ids = about.isEmpty() ? List.<Long>of() : promises.activeAbout(about);
        return ids.isEmpty() ? List.of() : promises.findByIdInOrderByPromisedOnAscIdAsc(ids);
    }

    /**
     * Those of the invoices that a promise covers on that day, each with the last such day: the promised one, or the last
     * working day of its grace. Where several promises cover an invoice, the newest counts.
     */
    public Map<InvoiceId, LocalDate> covering(Collection<InvoiceId> among, LocalDate day) {
        if (among.isEmpty()) {
            return Map.of();
        }
        return promises.covering(among, graceBefore(day)).stream()
                .collect(Collectors.toUnmodifiableMap(
                        PromisedUntil::invoiceId, covered -> graceAfter(covered.promisedOn())));
    }

    /** The last day on which a promise for that day can still be kept. */
    public LocalDate graceAfter(LocalDate promised) {
        return workingDays.after(promised, settings.grace());
    }

    /** The first day whose grace reaches to this one. */
    private LocalDate graceBefore(LocalDate day) {
        return Stream.iterate(day, workingDays::before)
                .skip(settings.grace())
                .findFirst()
                .orElseThrow();
    }

    private void end(Promise promise, State state, LocalDate today) {
        if (!promises.end(promise.knownId(), state, today)) {
            return;
        }
        if (state != State.CANCELLED) {
            activities.record(Activity.scheduled(
                    state == State.KEPT ? Kind.PROMISE_KEPT : Kind.PROMISE_BROKEN,
                    promise.clientId().value(),
                    promise.money(),
                    "promised by " + promise.promisedOn()));
        }
        events.publishEvent(new AgreementChanged(promise.clientId(), promise.about()));
    }
}
