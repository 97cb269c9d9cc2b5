package dev.beforehand.practice.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimestampsTests {

    private final Timestamps timestamps =
            new Timestamps(Clock.fixed(Instant.parse("2013-06-17T07:30:00Z"), ZoneOffset.UTC));

    @Test
    void sayWhenAndIncreaseEvenWhereTimeStandsStill() {
        assertThat(timestamps.next()).isEqualTo("1371454200.000000");
        assertThat(timestamps.next()).isEqualTo("1371454200.000100");
    }

    @Test
    void areNeverGivenTwice() {
        var given = new ConcurrentSkipListSet<String>();
        IntStream.range(0, 10_000).parallel().forEach(i -> given.add(timestamps.next()));
        assertThat(given).hasSize(10_000).allMatch(ts -> ts.matches("\\d{10}\\.\\d{6}"));
    }
}
