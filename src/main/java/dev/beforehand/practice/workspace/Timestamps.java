package dev.beforehand.practice.workspace;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Gives each message a name of its own that says when it was written: {@code 1371454200.000100}, always increasing. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class Timestamps {

    private static final long MILLION = 1_000_000;
    private static final long STEP = 100;

    private final Clock clock;
    private long last;

    public Timestamps(Clock clock) {
        this.clock = clock;
    }

    public synchronized String next() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        last = Math.max(micros, last + STEP);
        return "%d.%06d".formatted(last / MILLION, last % MILLION);
    }
}
