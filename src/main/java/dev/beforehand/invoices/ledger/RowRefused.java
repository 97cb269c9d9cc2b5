package dev.beforehand.invoices.ledger;

import dev.beforehand.letters.Sentence;
import java.util.Map;

/** One row cannot be taken in. It has no stack trace: a bad file has a million of them. */
final class RowRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Heading field;
    private final String value;
    private final transient Sentence remedy;

    RowRefused(Heading field, String value, String remedy) {
        this(field, value, remedy, Map.of());
    }

    /** @param remedy the phrase that continues the value: "'31.2.2013' is no date. Write it like 2013-02-28." */
    RowRefused(Heading field, String value, String remedy, Map<String, ?> values) {
        super(remedy, null, false, false);
        this.field = field;
        this.value = value;
        this.remedy = new Sentence(remedy, values);
    }

    Heading field() {
        return field;
    }

    String value() {
        return value;
    }

    Sentence remedy() {
        return remedy;
    }
}
