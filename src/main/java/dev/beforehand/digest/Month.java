package dev.beforehand.digest;

import dev.beforehand.activity.Activity.Kind;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * What was done and paid in a month until now.
 *
 * @param done how often each of {@link #COUNTED} was written down; of a promise its judgement, not its making
 * @param paid one for each currency, that with the most invoices first
 */
public record Month(Map<Kind, Integer> done, List<Paid> paid) {

    static final List<Kind> COUNTED =
            List.of(Kind.CHECK_IN_DONE, Kind.LETTER_SENT, Kind.PROMISE_KEPT, Kind.PROMISE_BROKEN);

    /**
     * Invoices that the ledger says were paid in full in the month, each with its whole amount: what was paid in part
     * before counts in the month in which the rest came, and what was credited or voided in none.
     *
     * @param inTime paid by the due date or on it
     * @param late paid after it, with no days of grace
     */
    public record Paid(int inTime, Money inTimeAmount, int late, Money lateAmount) {}

    public int times(Kind kind) {
        return done.getOrDefault(kind, 0);
    }
}
