package dev.beforehand.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.calendar.WorkingDaysFixture;
import dev.beforehand.practice.workspace.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2013-06-14T10:00:00Z, -, 2013-06-14",
                "2013-06-15T10:00:00Z, -, 2013-06-17",
                "2013-06-16T23:30:00Z, -, 2013-06-17",
                "2013-06-14T10:00:00Z, 2012-12-30, 2012-12-30"
            })
    void theFirstDayHasADigestUnlessItWasSet(Instant real, LocalDate set, LocalDate first) {
        var settings = new PracticeSettings(
                LONDON, new PracticeSettings.Digest(LocalTime.of(8, 30)), new PracticeSettings.Practice(set, 0, 0));
        assertThat(PracticeConfiguration.firstDay(
                        settings, Clock.fixed(real, LONDON), WorkingDaysFixture.mondayToFriday()))
                .isEqualTo(first);
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
