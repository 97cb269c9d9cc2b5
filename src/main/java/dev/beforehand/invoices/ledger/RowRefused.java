package dev.beforehand.invoices.ledger;

/** One row cannot be taken in. It has no stack trace: a bad file has a million of them. */
final class RowRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Heading field;
    private final String value;

    /** @param remedy continues the value: "'31.2.2013' is no date. Write it like 2013-02-28." */
    RowRefused(Heading field, String value, String remedy) {
        super(remedy, null, false, false);
        this.field = field;
        this.value = value;
    }

    Heading field() {
        return field;
    }

    String value() {
        return value;
    }

    String remedy() {
        return String.valueOf(getMessage());
    }
}
