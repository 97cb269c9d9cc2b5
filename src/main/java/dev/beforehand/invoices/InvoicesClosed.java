package dev.beforehand.invoices;

import java.util.List;

/** Invoices were found to be paid or voided. */
public record InvoicesClosed(List<InvoiceId> invoices) {}
