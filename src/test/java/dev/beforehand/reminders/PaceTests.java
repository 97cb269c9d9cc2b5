package dev.beforehand.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTests {

    @Test
    void lettersKeepTheLimit() throws Exception {
        var pace = new Pace(1200);
        long start = System.nanoTime();
        for (int i = 0; i < 6; i++) {
            pace.await();
            pace.left();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(250));
    }

    @Test
    void aTurnThatNobodyTakesIsNotLost() throws Exception {
        var pace = new Pace(1);
        long start = System.nanoTime();
        pace.await();
        pace.await();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void timeInWhichNothingLeftIsNotMadeUpFor() throws Exception {
        var pace = new Pace(600);
        pace.await();
        pace.left();
        long idle = System.nanoTime() + Duration.ofMillis(250).toNanos();
        while (System.nanoTime() < idle) {
            Thread.onSpinWait();
        }
        long start = System.nanoTime();
        pace.await();
        pace.left();
        pace.await();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(99));
    }
}
