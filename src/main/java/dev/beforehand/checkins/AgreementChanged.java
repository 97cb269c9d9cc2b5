package dev.beforehand.checkins;

import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.InvoiceId;
import java.util.List;

/**
 * A promise, a dispute or a hold is not as it was; whoever shows it looks again.
 *
 * @param invoices what it is about; empty: all of the client
 */
public record AgreementChanged(ClientId client, List<InvoiceId> invoices) {}
