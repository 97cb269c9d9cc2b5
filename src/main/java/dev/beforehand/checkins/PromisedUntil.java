package dev.beforehand.checkins;

import dev.beforehand.invoices.InvoiceId;
import java.time.LocalDate;

/** An invoice that a promise covers, and the promised day. */
record PromisedUntil(InvoiceId invoiceId, LocalDate promisedOn) {}
