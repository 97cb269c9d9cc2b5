package dev.beforehand.slack.holds;

import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.InvoiceId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be held: an invoice, or all of a client.
 *
 * @param invoice empty: all of the client
 */
record HoldSubject(ClientId client, @Nullable InvoiceId invoice) {

    /** @param metadata as {@link #metadata} wrote it */
    static HoldSubject of(String metadata) {
        var ids = metadata.split(":", 2);
        return new HoldSubject(
                new ClientId(Long.parseLong(ids[0])), ids[1].isEmpty() ? null : new InvoiceId(Long.parseLong(ids[1])));
    }

    String metadata() {
        return client + ":" + (invoice == null ? "" : invoice);
    }
}
