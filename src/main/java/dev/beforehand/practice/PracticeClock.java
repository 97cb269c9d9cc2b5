package dev.beforehand.practice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/** The clock of practice: it starts on the practice day, ticks from there, and can be moved on but never back. */
public final class PracticeClock extends Clock {

    private final ZoneId zone;
    private final LongSupplier nanos;
    private Instant moment;
    private long since;

    PracticeClock(LocalDateTime start, ZoneId zone) {
        this(start, zone, System::nanoTime);
    }

    PracticeClock(LocalDateTime start, ZoneId zone, LongSupplier nanos) {
        this.zone = zone;
        this.nanos = nanos;
        this.moment = start.atZone(zone).toInstant();
        this.since = nanos.getAsLong();
    }

    /** Moves on to this time in the team's zone; where that has passed already, the clock stays as it is. */
    public synchronized void moveTo(LocalDateTime time) {
        var then = time.atZone(zone).toInstant();
        if (then.isAfter(instant())) {
            moment = then;
            since = nanos.getAsLong();
        }
    }

    @Override
    public synchronized Instant instant() {
        return moment.plus(Duration.ofNanos(nanos.getAsLong() - since));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, as somebody in another zone reads it. */
    @Override
    public Clock withZone(ZoneId other) {
        return new Elsewhere(this, other);
    }

    private static final class Elsewhere extends Clock {

        private final PracticeClock clock;
        private final ZoneId zone;

        private Elsewhere(PracticeClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return clock.withZone(other);
        }
    }
}
