package dev.beforehand.reminders;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Keeps letters at even distances, so many in a minute. */
final class Pace {

    private final long gap;
    private long next = System.nanoTime();

    Pace(int perMinute) {
        this.gap = Duration.ofMinutes(1).toNanos() / perMinute;
    }

    /**
     * Waits until the next one may leave.
     *
     * @throws InterruptedException where the process ends meanwhile
     */
    void await() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
    }

    /** One leaves. */
    void left() {
        next = System.nanoTime() + gap;
    }
}
