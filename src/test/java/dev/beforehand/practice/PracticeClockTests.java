package dev.beforehand.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.practice.workspace.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PracticeClockTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Ticker ticker = new Ticker();
    private final PracticeClock clock = new PracticeClock(LocalDateTime.parse("2013-06-17T08:30"), LONDON, ticker);

    @Test
    void startsInTheTeamsZoneAndTicks() {
        assertThat(clock.instant()).isEqualTo(Instant.parse("2013-06-17T07:30:00Z"));
        ticker.pass(Duration.ofSeconds(90));
        assertThat(LocalDateTime.now(clock)).isEqualTo("2013-06-17T08:31:30");
    }

    @Test
    void moves() {
        clock.moveTo(LocalDateTime.parse("2013-06-18T08:30"));
        ticker.pass(Duration.ofSeconds(1));
        assertThat(LocalDateTime.now(clock)).isEqualTo("2013-06-18T08:30:01");
    }

    @Test
    void neverGoesBack() {
        ticker.pass(Duration.ofSeconds(10));
        clock.moveTo(LocalDateTime.parse("2013-06-17T08:30:05"));
        assertThat(LocalDateTime.now(clock)).isEqualTo("2013-06-17T08:30:10");
    }

    @Test
    void anHourThatIsLeftOutIsNoTrouble() {
        clock.moveTo(LocalDateTime.parse("2014-03-30T01:30"));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2014-03-30T01:30:00Z"));
    }

    @Test
    void movesForThoseElsewhereToo() {
        var elsewhere = clock.withZone(ZoneOffset.UTC);
        clock.moveTo(LocalDateTime.parse("2013-06-18T08:30"));
        assertThat(LocalDateTime.now(elsewhere)).isEqualTo("2013-06-18T07:30");
    }
}
