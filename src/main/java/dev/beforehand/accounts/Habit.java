package dev.beforehand.accounts;

import java.util.List;
import java.util.Optional;

/**
 * How late a client pays: the median of its payments, so that a single one that took a year says little.
 *
 * @param days past the due date; negative before it
 * @param payments of how many it is the median
 */
public record Habit(int days, int payments) {

    /** Fewer payments are no habit. */
    static final int FEWEST = 5;

    /** @param lateness of each payment, in days past the due date */
    static Optional<Habit> of(List<Integer> lateness) {
        int count = lateness.size();
        if (count < FEWEST) {
            return Optional.empty();
        }
        var sorted = lateness.stream().sorted().toList();
        var median = (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2.0;
        return Optional.of(new Habit((int) Math.round(median), count));
    }
}
