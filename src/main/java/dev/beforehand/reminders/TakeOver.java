package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.InvoiceId;
import java.time.LocalDate;
import java.util.List;

/**
 * A client to whom no more letters leave by themselves, because so many have named its oldest invoice: a person takes over.
 *
 * @param since the first day on which a letter was not written for this
 * @param invoices about which it would have been
 */
public record TakeOver(ClientId client, LocalDate since, List<InvoiceId> invoices) {}
