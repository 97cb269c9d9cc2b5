package dev.beforehand.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PaceTests {

    @Test
    void manyTogetherKeepTheLimit() throws Exception {
        var pace = new Pace(1200);
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 11; i++) {
                threads.submit(() -> {
                    pace.await();
                    return null;
                });
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void timeInWhichNothingLeftIsNotMadeUpFor() throws Exception {
        var pace = new Pace(600);
        pace.await();
        long idle = System.nanoTime() + Duration.ofMillis(250).toNanos();
        while (System.nanoTime() < idle) {
            Thread.onSpinWait();
        }
        long start = System.nanoTime();
        pace.await();
        pace.await();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(99));
    }
}
