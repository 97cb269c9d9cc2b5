package dev.beforehand.invoices.ledger;

import dev.beforehand.letters.Sentence;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at every amount of a file to find out whether a point or a comma stands before the cents. */
final class AmountColumns {

    private final AmountText amounts;
    private boolean points;
    private boolean commas;
    private @Nullable String either;
    private long line;

    AmountColumns(AmountText amounts) {
        this.amounts = amounts;
    }

    void look(String text, long line) {
        switch (amounts.scan(text)) {
            case POINT -> points = true;
            case COMMA -> commas = true;
            case POINT_OR_GROUP, COMMA_OR_GROUP -> {
                if (either == null) {
                    either = text;
                    this.line = line;
                }
            }
            case WHOLE, NO_NUMBER -> {}
        }
    }

    /**
     * What stands before the cents; empty where no amount depends on it, or where the file has both, so that only the
     * amounts that say it themselves can be read.
     *
     * @throws LedgerRefused where the values leave it open
     */
    @Nullable
    DecimalMark decide(String file) {
        if (points != commas) {
            return points ? DecimalMark.POINT : DecimalMark.COMMA;
        }
        if (either != null && !points) {
            throw new LedgerRefused(new Sentence(
                    "ledger.problem.decimals", Map.of("file", file, "value", Refusals.shown(either), "line", line)));
        }
        return null;
    }
}
