package dev.beforehand.invoices.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The row that is being read, by heading. There is one for a whole file: whoever wants to keep a value keeps the value. */
final class Row {

    private final @Nullable String[] values;
    private long line;
    private boolean overlong;

    Row(int headings) {
        this.values = new @Nullable String[headings];
    }

    void begin(long line) {
        this.line = line;
        overlong = false;
        Arrays.fill(values, null);
    }

    void set(int heading, String value) {
        values[heading] = value;
    }

    /** There is text in a column that the header does not have. */
    void markOverlong() {
        overlong = true;
    }

    boolean isOverlong() {
        return overlong;
    }

    long line() {
        return line;
    }

    /** What stands there, without the spaces around it and what an export puts before it; empty where the file or the row does not have it. */
    <H extends Enum<H> & Heading> String text(H heading) {
        var value = values[heading.ordinal()];
        return value == null ? "" : Harmless.asItWas(value.strip());
    }
}
