package dev.beforehand.invoices;

import java.util.List;

/**
 * The first lines of what was asked for.
 *
 * @param total how many there are in all; counting stops at {@link #COUNTED}
 */
public record Found(List<InvoiceLine> lines, int total) {

    /** Nobody pages through more than this. */
    public static final int COUNTED = 1000;

    /** How many there are beyond these lines. */
    public int more() {
        return total - lines.size();
    }
}
