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
     * one already, it goes on with this reason and these words, and whoever sees to it still does.
     *
     * @param owner sees to what was in no dispute before
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
                .map(Invoice::id)
                .toList();
        for (var invoice : open) {
            if (disputes.open(client, invoice, reason, words, owner, by, clock.instant())) {
                record(Kind.DISPUTE_OPENED, client, invoice, by, reason.name());
            } else if (disputes.reword(invoice, reason, words)) {
                record(Kind.DISPUTE_CHANGED, client, invoice, by, reason.name());
            }
        }
        changed(client, open);
        return !open.isEmpty();
    }

    /** Lets somebody else see to what stands about these invoices of the client. */
    @Transactional
    public void handOver(ClientId client, Collection<InvoiceId> about, ColleagueId owner, ColleagueId by) {
        var handedOver = about.stream()
                .filter(invoice -> disputes.handOver(invoice, owner))
                .toList();
        handedOver.forEach(
                invoice -> record(Kind.DISPUTE_CHANGED, client, invoice, by, "handed over to colleague " + owner));
        changed(client, handedOver);
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
        return among.isEmpty() ? Set.of() : disputes.standing(among);
    }

    /** Those that stand about any of these, also about what was paid meanwhile; the newest first. */
    public List<Dispute> about(Collection<InvoiceId> among) {
        return among.isEmpty() ? List.of() : disputes.about(among);
    }

    /** The newest about any of these; one that stands and keeps letters back comes before those that were settled. */
    public Optional<Dispute> newest(Collection<InvoiceId> among) {
        return among.isEmpty() ? Optional.empty() : disputes.newest(among, LocalDate.now(clock));
    }

    private void record(Kind kind, ClientId client, InvoiceId invoice, ColleagueId by, String detail) {
        activities.record(new Activity(kind, "slack", by.value(), client.value(), invoice.value(), null, detail));
    }

    private void changed(ClientId client, List<InvoiceId> about) {
        if (!about.isEmpty()) {
            events.publishEvent(new AgreementChanged(client, about));
        }
    }
}
