package dev.beforehand.reminders;

import java.time.Duration;

/**
 * How many letters begin together. A crash leaves unknown what has begun, so there are few where the mail server takes its
 * time; where it is quick they become more, because otherwise it would wait for the database.
 */
final class Batch {

    static final int MOST = 32;

    /** As long as it takes less time than this many beginnings until there is room for the next one, the server waits. */
    private static final int QUICK = 4;

    private static final int SLOW = 4 * QUICK;

    private final int fewest;
    private final int most;
    private int size;

    /** @param fewest as many as can be on their way at a time */
    Batch(int fewest, int most) {
        this.fewest = Math.min(fewest, most);
        this.most = most;
        this.size = this.fewest;
    }

    int size() {
        return size;
    }

    /**
     * @param waited until enough of those before had left
     * @param begun how long it took to begin
     */
    void learn(Duration waited, Duration begun) {
        if (waited.compareTo(begun.multipliedBy(QUICK)) < 0) {
            size = Math.min(most, 2 * size);
        } else if (waited.compareTo(begun.multipliedBy(SLOW)) > 0) {
            size = Math.max(fewest, size / 2);
        }
    }
}
