package dev.beforehand.invoices.ledger;

/** What a date like 03/04/2013 means; it cannot be told from the date alone. */
enum DateOrder {
    DMY,
    MDY
}
