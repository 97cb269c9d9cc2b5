package dev.beforehand.invoices.ledger;

import dev.beforehand.invoices.LedgerReport.Refusal;
import dev.beforehand.letters.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of one file that were not taken in: all are counted, the first are kept to be told. */
final class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final int KEPT = 50;
    private static final int SHOWN = 60;

    private final String file;
    private final Consumer<Refusal> each;
    private final List<Refusal> first = new ArrayList<>();
    private long count;

    Refusals(String file) {
        this(file, refusal -> {});
    }

    /** @param each is told of every one of them */
    Refusals(String file, Consumer<Refusal> each) {
        this.file = file;
        this.each = each;
    }

    void add(long line, RowRefused refused) {
        add(line, refused.field(), refused.value(), refused.remedy());
    }

    void add(long line, Heading field, String value, Sentence remedy) {
        count++;
        var refusal = new Refusal(line, field.words(), shown(value), remedy);
        each.accept(refusal);
        if (first.size() < KEPT) {
            first.add(refusal);
            log.warn("{}, line {}: the row was left out because of its {}.", file, line, field.words());
        }
    }

    long count() {
        return count;
    }

    List<Refusal> first() {
        return List.copyOf(first);
    }

    /** A value from a file as it may be shown: short and in one line. */
    static String shown(String value) {
        var start = value.length() > SHOWN ? value.substring(0, SHOWN - 1) + "…" : value;
        var plain = new StringBuilder(start.length());
        start.codePoints().forEach(c -> plain.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return plain.toString();
    }
}
