package dev.beforehand.invoices;

import dev.beforehand.letters.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one reading of a ledger file.
 *
 * @param file the file's name, without its folder
 * @param problem why the whole file was refused, and what to do; empty where it was read. Then
 *     nothing was changed and all counts are zero.
 * @param rows how many rows the file has below its header
 * @param added invoices, or clients, that were new
 * @param leftOut rows that are no sent invoice: drafts, credit notes, payments, sums, further lines of an invoice
 * @param refused how many rows could not be read
 * @param refusals the first of them
 * @param missing invoices that are still open here, and that the file no longer has; they stay as they are
 */
public record LedgerReport(
        String file,
        @Nullable Sentence problem,
        long rows,
        long added,
        long changed,
        long unchanged,
        long leftOut,
        long refused,
        List<Refusal> refusals,
        long missing,
        Duration took) {

    /** The report of a file that was refused as a whole. */
    public static LedgerReport refused(String file, Sentence problem, Duration took) {
        return new LedgerReport(file, problem, 0, 0, 0, 0, 0, 0, List.of(), 0, took);
    }

    public boolean changedSomething() {
        return problem == null && added + changed > 0;
    }

    /** Everything of it in one line, for the log. */
    public String sentence() {
        if (problem != null) {
            return problem.toString();
        }
        return "%s: %,d rows, %,d new, %,d changed, %,d as before".formatted(file, rows, added, changed, unchanged)
                + part(leftOut, "left out because they are no sent invoices")
                + part(refused, "refused")
                + part(missing, "still open and not in the file any more, so that no letter asks for them")
                + ", in %.1f s".formatted(took.toMillis() / 1000.0);
    }

    private static String part(long count, String words) {
        return count == 0 ? "" : ", %,d ".formatted(count) + words;
    }

    /**
     * A row that was not taken in.
     *
     * @param line where it begins in the file; the header is usually line 1
     * @param field what could not be read
     * @param value what stood there, cut to a length that can be shown; it is somebody else's text
     * @param remedy what is wrong with it and what would be right
     */
    public record Refusal(long line, Sentence field, String value, Sentence remedy) {

        public Sentence sentence() {
            return new Sentence("ledger.row", Map.of("line", line, "field", field, "value", value, "remedy", remedy));
        }
    }
}
