package dev.beforehand.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchTests {

    private static final Duration BEGINNING = Duration.ofMillis(3);

    @Test
    void fewBeginTogetherWhereTheMailServerTakesItsTime() {
        var batch = new Batch(4, Batch.MOST);

        for (int i = 0; i < 20; i++) {
            batch.learn(Duration.ofMillis(100), BEGINNING);
        }

        assertThat(batch.size()).isEqualTo(4);
    }

    @Test
    void aQuickServerGetsMoreAndMoreUpToTheMostThatACrashMayLeaveUnknown() {
        var batch = new Batch(4, Batch.MOST);

        for (int i = 0; i < 20; i++) {
            batch.learn(Duration.ZERO, BEGINNING);
        }
        assertThat(batch.size()).isEqualTo(Batch.MOST);

        for (int i = 0; i < 20; i++) {
            batch.learn(Duration.ofSeconds(1), BEGINNING);
        }
        assertThat(batch.size()).as("it has become slow").isEqualTo(4);
    }

    @Test
    void whereTheRateIsLimitedTheyBeginOneByOne() {
        var batch = new Batch(4, 1);

        batch.learn(Duration.ZERO, BEGINNING);

        assertThat(batch.size()).isEqualTo(1);
    }
}
