package dev.beforehand.invoices.ledger;

/** A whole file cannot be taken in; the message is a sentence that says why and what to do. Nothing was changed. */
final class LedgerRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    LedgerRefused(String sentence) {
        super(sentence);
    }
}
