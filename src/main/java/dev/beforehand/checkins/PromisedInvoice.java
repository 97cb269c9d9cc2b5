package dev.beforehand.checkins;

import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.InvoiceId;
import java.time.LocalDate;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An invoice that a promise is about.
 *
 * @param owed on it when the promise was made, in minor units
 * @param covered whether the promised amount reaches it; its letters rest then
 */
@Table("promise_invoice")
record PromisedInvoice(InvoiceId invoiceId, long owed, boolean covered) {

    /** What was paid of it since, in minor units. */
    long arrived(Invoice now, LocalDate today) {
        return Math.max(0, owed - now.balanceOn(today).getAmountMinorLong());
    }
}
