package dev.beforehand.digest;

import dev.beforehand.activity.Activities.Tally;
import dev.beforehand.money.Totals;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What came of a team's week.
 *
 * @param first the day after the last week's wrap
 * @param last the day of the wrap
 * @param done how often a check-in was done; one that was opened again and done again counts twice
 * @param open check-ins that nobody is done with, whenever they were flagged
 * @param letters that left, thank-yous too
 * @param replies of clients that arrived, answered or not
 * @param kept promises that the ledger showed to be kept
 * @param broken promises that the ledger showed to be broken
 * @param due what fell due from the first to the last day, of what was not voided
 * @param paid of that, up to the last day
 */
public record Week(
        LocalDate first,
        LocalDate last,
        int done,
        int open,
        int letters,
        int replies,
        Tally kept,
        Tally broken,
        Totals due,
        Totals paid) {

    /** Whether nobody did anything and nothing was due: what is open from before is no news. */
    public boolean isQuiet() {
        return done + letters + replies + kept.count() + broken.count() == 0 && due.isEmpty();
    }

    /** Currencies in which something fell due. */
    public List<CurrencyUnit> currencies() {
        return due.amounts().stream().map(Money::getCurrencyUnit).toList();
    }
}
