package dev.beforehand.slack.ledger;

import dev.beforehand.invoices.LedgerReport.Refusal;
import dev.beforehand.letters.Phrases;
import java.nio.charset.StandardCharsets;

/** The list of all rows that cannot be read, to be put beside a card that shows the first of them. */
final class RefusedRows {

    /** Nobody reads more, and a file of a million bad rows is a file of one mistake. */
    private static final int MOST = 20_000;

    private final Phrases phrases;
    private final StringBuilder lines = new StringBuilder();
    private long count;

    RefusedRows(Phrases phrases) {
        this.phrases = phrases;
    }

    void add(Refusal refusal) {
        if (++count <= MOST) {
            lines.append(phrases.say(refusal.sentence())).append('\n');
        }
    }

    long count() {
        return count;
    }

    /** @return how many are not in {@link #text()} */
    long leftOut() {
        return Math.max(0, count - MOST);
    }

    byte[] text() {
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
