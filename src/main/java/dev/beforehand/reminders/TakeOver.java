package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.InvoiceId;
import java.util.List;

/**
 * A client who has had all the letters that its cadence has, or the most that there may be, and still owes: a person takes
 * over.
 *
 * @param invoices about which they were, the oldest first
 */
public record TakeOver(ClientId client, List<InvoiceId> invoices) {}
