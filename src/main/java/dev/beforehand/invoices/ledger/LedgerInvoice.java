package dev.beforehand.invoices.ledger;

import dev.beforehand.invoices.Invoice.ClosedBy;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as one row of a file says it is.
 *
 * @param key the number as it is compared
 * @param issuedOn empty where the file does not say
 * @param paid in minor units, as the total; {@link #AS_BEFORE} for one that is closed
 * @param closedBy empty while it is open
 * @param closedOn the day of it, which may be to come; empty where it is open or the file does not say
 */
record LedgerInvoice(
        long line,
        String number,
        String key,
        String client,
        @Nullable LocalDate issuedOn,
        LocalDate dueOn,
        String currency,
        long total,
        long paid,
        @Nullable ClosedBy closedBy,
        @Nullable LocalDate closedOn,
        boolean disputed) {

    /** Stands for what was paid so far of an invoice that is closed now. */
    static final long AS_BEFORE = -1;

    /** Two rows with the same facts are lines of one invoice. */
    int facts() {
        int hash = client.hashCode();
        hash = hash * 31 + dueOn.hashCode();
        hash = hash * 31 + Long.hashCode(total);
        return hash * 31 + currency.hashCode();
    }
}
