package dev.beforehand.invoices;

import dev.beforehand.money.Totals;
import java.io.IOException;
import java.io.OutputStream;

/** Writes open invoices as a CSV file that the import reads back, and that a spreadsheet opens. */
public interface LedgerExport {

    Exported write(OpenInvoices which, OutputStream file) throws IOException;

    /**
     * What was written.
     *
     * @param open what is owed of it
     */
    record Exported(long count, Totals open) {}
}
