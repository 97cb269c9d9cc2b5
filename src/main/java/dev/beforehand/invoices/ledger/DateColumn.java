package dev.beforehand.invoices.ledger;

import dev.beforehand.letters.Sentence;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at every date of one column to find out whether the day or the month comes first. */
final class DateColumn {

    /** With both orders in one column, the rarer one is taken for mistakes only where it is this much rarer. */
    private static final int FEW = 20;

    private final DateText dates;
    private final Votes dayFirst = new Votes();
    private final Votes monthFirst = new Votes();
    private final Votes either = new Votes();

    DateColumn(DateText dates) {
        this.dates = dates;
    }

    void look(String text, long line) {
        if (dates.isPlain(text)) {
            return;
        }
        var dmy = dates.read(text, DateOrder.DMY);
        var mdy = dates.read(text, DateOrder.MDY);
        if (dmy != null && mdy != null) {
            if (!dmy.equals(mdy)) {
                either.add(text, line);
            }
        } else if (dmy != null) {
            dayFirst.add(text, line);
        } else if (mdy != null) {
            monthFirst.add(text, line);
        }
    }

    /**
     * The order of this column; empty where no date depends on it.
     *
     * @throws LedgerRefused where the values leave it open
     */
    @Nullable
    DateOrder decide(String file, String header) {
        if (dayFirst.count > monthFirst.count * FEW) {
            return DateOrder.DMY;
        }
        if (monthFirst.count > dayFirst.count * FEW) {
            return DateOrder.MDY;
        }
        if (dayFirst.count > 0) {
            throw new LedgerRefused(new Sentence(
                    "ledger.problem.both-orders",
                    Map.of("file", file, "header", header, "one", dayFirst.first(), "other", monthFirst.first())));
        }
        if (either.count > 0) {
            throw new LedgerRefused(new Sentence(
                    "ledger.problem.either-order", Map.of("file", file, "header", header, "one", either.first())));
        }
        return null;
    }

    /** How many values speak for one reading, and the first of them. */
    private static final class Votes {

        private long count;
        private String first = "";
        private long line;

        void add(String text, long line) {
            if (count++ == 0) {
                first = text;
                this.line = line;
            }
        }

        Sentence first() {
            return new Sentence("ledger.problem.value", Map.of("value", Refusals.shown(first), "line", line));
        }
    }
}
