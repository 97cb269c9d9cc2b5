package dev.beforehand.slack.agreements;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.money.Totals;
import java.time.LocalDate;
import java.util.List;

/**
 * What a subject comes to today.
 *
 * @param open those of its invoices that are open, by due date
 */
public record About(Subject subject, Client client, List<InvoiceLine> open, LocalDate today) {

    public ClientId clientId() {
        return client.id();
    }

    /** What is open of it. */
    public List<InvoiceId> invoices() {
        return open.stream().map(InvoiceLine::id).toList();
    }

    public Totals owed() {
        return open.stream().map(line -> line.invoice().balanceOn(today)).collect(Totals.summing());
    }
}
