package dev.beforehand.checkins;

import dev.beforehand.invoices.InvoiceId;
import java.time.LocalDate;

/** An invoice that a promise covers. */
record PromisedInvoice(InvoiceId invoiceId, LocalDate promisedOn) {}
