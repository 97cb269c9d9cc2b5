package dev.beforehand.invoices.ledger;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/** Makes text of those columns only that are wanted, and the same {@link Row} of every record. */
final class RowReader extends AbstractBaseCsvCallbackHandler<Row> {

    private static final int NOT_WANTED = -1;

    private final int[] headingOf;
    private final Row row;

    /** @param wanted the column of each heading, by its ordinal; -1 for those to leave out */
    RowReader(int columns, int[] wanted) {
        this.headingOf = new int[columns];
        this.row = new Row(wanted.length);
        Arrays.fill(headingOf, NOT_WANTED);
        for (int heading = 0; heading < wanted.length; heading++) {
            if (wanted[heading] >= 0) {
                headingOf[wanted[heading]] = heading;
            }
        }
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        row.begin(startingLineNumber);
    }

    @Override
    protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
        if (column >= headingOf.length) {
            if (length > 0) {
                row.markOverlong();
            }
        } else if (headingOf[column] != NOT_WANTED && length > 0) {
            row.set(headingOf[column], new String(buffer, offset, length));
        }
    }

    /** Where the last row began. */
    long line() {
        return row.line();
    }

    @Override
    protected Row buildRecord() {
        return row;
    }
}
