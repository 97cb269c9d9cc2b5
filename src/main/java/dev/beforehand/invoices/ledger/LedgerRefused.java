package dev.beforehand.invoices.ledger;

import dev.beforehand.letters.Sentence;

/** A whole file cannot be taken in; the sentence says why and what to do. Nothing was changed. */
final class LedgerRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Sentence sentence;

    LedgerRefused(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    Sentence sentence() {
        return sentence;
    }
}
