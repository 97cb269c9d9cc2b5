package dev.beforehand.invoices;

import dev.beforehand.clients.ColleagueId;
import org.jspecify.annotations.Nullable;

/**
 * An invoice with what a reader wants to see beside it.
 *
 * @param accountManager who looks after the client; empty where nobody does
 * @param reachable whether the client has a contact to write to
 */
public record InvoiceLine(
        Invoice invoice,
        String clientName,
        @Nullable ColleagueId accountManager,
        @Nullable String accountManagerName,
        boolean reachable) {

    public InvoiceId id() {
        return invoice.id();
    }
}
