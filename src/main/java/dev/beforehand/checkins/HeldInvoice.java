package dev.beforehand.checkins;

import dev.beforehand.invoices.InvoiceId;
import java.time.LocalDate;

/** An invoice that a hold covers. */
record HeldInvoice(InvoiceId invoiceId, LocalDate untilOn) {}
