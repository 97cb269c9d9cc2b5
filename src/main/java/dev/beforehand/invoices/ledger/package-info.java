/** Reads a ledger's CSV files, row by row, and keeps the invoices and clients as the files say they are. */
@NullMarked
package dev.beforehand.invoices.ledger;

import org.jspecify.annotations.NullMarked;
