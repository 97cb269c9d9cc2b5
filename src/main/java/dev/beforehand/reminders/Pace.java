package dev.beforehand.reminders;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets callers through at even distances, so many in a minute. Safe for many threads. */
final class Pace {

    private final long gap;
    private long next = System.nanoTime();

    Pace(int perMinute) {
        this.gap = Duration.ofMinutes(1).toNanos() / perMinute;
    }

    /**
     * Waits for the caller's turn.
     *
     * @throws InterruptedException where the process ends meanwhile
     */
    void await() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(turn() - System.nanoTime());
    }

    private synchronized long turn() {
        long now = System.nanoTime();
        long turn = next - now > 0 ? next : now;
        next = turn + gap;
        return turn;
    }
}
