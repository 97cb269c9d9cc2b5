package dev.beforehand.slack.agreements;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.money.Totals;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What a subject comes to today.
 *
 * @param lines its invoices, open or not, by due date
 */
public record About(Subject subject, Client client, List<InvoiceLine> lines, LocalDate today) {

    private static final String BETWEEN = " ";

    public ClientId clientId() {
        return client.id();
    }

    /** What is open of it. */
    List<InvoiceLine> open() {
        return lines.stream().filter(line -> line.invoice().isOpenOn(today)).toList();
    }

    /** What is open of it. */
    public List<InvoiceId> invoices() {
        return ids(open());
    }

    /** All of its invoices, open or not. */
    List<InvoiceId> named() {
        return ids(lines);
    }

    public Totals owed() {
        return open().stream().map(line -> line.invoice().balanceOn(today)).collect(Totals.summing());
    }

    /** Narrowed to these invoices. */
    About only(Collection<InvoiceId> invoices) {
        var kept = lines.stream().filter(line -> invoices.contains(line.id())).toList();
        return new About(subject, client, kept, today);
    }

    /** Says what a form shows, so that nobody agrees about something else than they have seen. */
    String metadata() {
        var shown = named() + BETWEEN + owed();
        return subject.key() + BETWEEN + UUID.nameUUIDFromBytes(shown.getBytes(StandardCharsets.UTF_8));
    }

    static Subject subject(String metadata) {
        return Subject.of(metadata.split(BETWEEN, 2)[0]);
    }

    private static List<InvoiceId> ids(List<InvoiceLine> lines) {
        return lines.stream().map(InvoiceLine::id).toList();
    }
}
