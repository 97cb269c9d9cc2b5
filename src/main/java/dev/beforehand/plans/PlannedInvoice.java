package dev.beforehand.plans;

import dev.beforehand.invoices.InvoiceId;
import org.springframework.data.relational.core.mapping.Table;

/** An invoice that a plan covers. */
@Table("payment_plan_invoice")
public record PlannedInvoice(InvoiceId invoiceId) {}
