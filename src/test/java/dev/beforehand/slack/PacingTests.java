package dev.beforehand.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacingTests {

    private long now;
    private static final int UPDATES = 48;
    private static final Duration GAP = Duration.ofMillis(1050);

    private final Pacing pacing = new Pacing(GAP, UPDATES, () -> now);

    @Test
    void aChannelTakesAPostASecondAndAnotherDoesNotWait() {
        pacing.posted("C1");

        assertThat(pacing.untilPost("C1")).isEqualTo(GAP);
        assertThat(pacing.untilPost("C2")).isZero();
        passes(GAP);
        pacing.beginRound();
        assertThat(pacing.untilPost("C1")).isZero();
    }

    @Test
    void nobodyOvertakesAPostThatWasPassedOver() {
        pacing.posted("C1");
        assertThat(pacing.untilPost("C1")).isPositive();
        passes(GAP);
        assertThat(pacing.untilPost("C1")).as("one behind it").isPositive();

        pacing.beginRound();

        assertThat(pacing.untilPost("C1")).isZero();
    }

    @Test
    void aCardIsUpdatedOnceASecond() {
        pacing.updated("check-in:1");

        assertThat(pacing.untilUpdate("check-in:1", Turn.NOW)).isEqualTo(GAP);
        assertThat(pacing.untilUpdate("check-in:2", Turn.NOW)).isZero();
    }

    @Test
    void whatChangesByItselfLeavesRoomForWhatPeopleWaitFor() {
        IntStream.range(0, 28).forEach(n -> pacing.updated("check-in:" + n));

        assertThat(pacing.untilUpdate("check-in:77", Turn.LATER)).isPositive();
        assertThat(pacing.untilUpdate("check-in:77", Turn.NOW)).isZero();

        IntStream.range(28, 48).forEach(n -> pacing.updated("check-in:" + n));
        assertThat(pacing.untilUpdate("check-in:77", Turn.NOW)).isEqualTo(Duration.ofMinutes(1));
        passes(Duration.ofMinutes(1));
        assertThat(pacing.untilUpdate("check-in:77", Turn.LATER)).isZero();
    }

    @Test
    void whoeverPressesSomethingOnHomeSeesItAtOnceUnlessTheMinuteIsFull() {
        IntStream.range(0, 60).forEach(n -> pacing.homeShown());

        assertThat(pacing.untilHome(Turn.NOW)).isZero();
        assertThat(pacing.untilHome(Turn.LATER)).isEqualTo(Duration.ofMinutes(1));
        IntStream.range(60, 80).forEach(n -> pacing.homeShown());
        assertThat(pacing.untilHome(Turn.NOW)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aPauseThatSlackWantsIsKept() {
        pacing.restPosts("C1", Duration.ofSeconds(30));
        pacing.restUpdates(Duration.ofSeconds(20));

        assertThat(pacing.untilPost("C1")).hasSeconds(30);
        assertThat(pacing.untilPost("C2")).isZero();
        assertThat(pacing.untilUpdate("check-in:1", Turn.NOW)).hasSeconds(20);
    }

    private void passes(Duration time) {
        now += time.toNanos();
    }
}
