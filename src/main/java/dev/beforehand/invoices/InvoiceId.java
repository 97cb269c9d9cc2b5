package dev.beforehand.invoices;

/** Identifies an invoice; opaque outside the database. */
public record InvoiceId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
