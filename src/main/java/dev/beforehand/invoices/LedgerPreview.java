package dev.beforehand.invoices;

import dev.beforehand.money.Totals;

/**
 * What the import of a file would do.
 *
 * @param report as it would be afterwards
 * @param isWhole whether the file is the ledger, so that what it does not have is missing; otherwise it adds to one
 * @param reopened invoices that were closed and would be open again
 * @param amounts what the file's invoices come to
 * @param open what of it the file says is owed
 * @param ledger the state of the ledger in which this is so
 */
public record LedgerPreview(
        LedgerReport report, boolean isWhole, long reopened, Totals amounts, Totals open, String ledger) {}
