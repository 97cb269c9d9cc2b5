package dev.beforehand.checkins;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.checkins.Dispute.Resolution;
import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.invoices.Invoices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Disputes: each is about one invoice, has an owner, and keeps its letters back until somebody says how it was settled. */
@Service
public class Disputes {

    /** The client's words, not the whole correspondence. */
    public static final int LONGEST_WORDS = 3000;

    private final DisputeRepository disputes;
    private final Invoices invoices;
    private final Activities activities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Disputes(
            DisputeRepository disputes,
            Invoices invoices,
            Activities activities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.disputes = disputes;
        this.invoices = invoices;
        this.activities = activities;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes down why the client does not want to pay those of these invoices that are open. Where a dispute stands about
     * one already, it goes on with this reason, these words and this owner.
     *
     * @return whether any of them is open
     */
    @Transactional
    public boolean open(
            ClientId client,
            Collection<InvoiceId> about,
            Problem reason,
            String words,
            ColleagueId owner,
            ColleagueId by) {
        var today = LocalDate.now(clock);
        var open = invoices.all(about).stream()
                .map(InvoiceLine::invoice)
                .filter(invoice -> invoice.clientId().equals(client) && invoice.isOpenOn(today))
                .toList();
        for (var invoice : open) {
            disputes.open(client, invoice.id(), reason, words, owner, by, clock.instant());
            record(Kind.DISPUTE_OPENED, client, invoice.id(), by, reason.name());
        }
        changed(client, open.stream().map(Invoice::id).toList());
        return !open.isEmpty();
    }

    /** @return whether a dispute stood about any of these invoices of the client */
    @Transactional
    public boolean resolve(ClientId client, Collection<InvoiceId> about, Resolution resolution, ColleagueId by) {
        var resolved = about.stream()
                .filter(invoice -> disputes.resolve(invoice, resolution, by, clock.instant()))
                .toList();
        resolved.forEach(invoice -> record(Kind.DISPUTE_RESOLVED, client, invoice, by, resolution.name()));
        changed(client, resolved);
        return !resolved.isEmpty();
    }

    /** Those of the invoices about which a dispute stands. */
    public Set<InvoiceId> standing(Collection<InvoiceId> among) {
        return among.isEmpty()
                ? Set.of()
                : disputes.standing(numbers(among)).stream()
                        .map(InvoiceId::new)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The newest about any of these; one that stands comes before those that were settled. */
    public Optional<Dispute> newest(Collection<InvoiceId> about) {
        return about.isEmpty() ? Optional.empty() : disputes.newest(numbers(about));
    }

    private void record(Kind kind, ClientId client, InvoiceId invoice, ColleagueId by, String detail) {
        activities.record(new Activity(kind, "slack", by.value(), client.value(), invoice.value(), null, detail));
    }

    private void changed(ClientId client, List<InvoiceId> about) {
        if (!about.isEmpty()) {
            events.publishEvent(new AgreementChanged(client, about));
        }
    }

    private static List<Long> numbers(Collection<InvoiceId> invoices) {
        return invoices.stream().map(InvoiceId::value).toList();
    }
}
