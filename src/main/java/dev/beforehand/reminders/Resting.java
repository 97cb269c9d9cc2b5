package dev.beforehand.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Addresses and whole domains that take no letters just now. Each time one turns a letter away after it has rested, it rests
 * for twice as long, up to an hour; the first letter that it takes ends that. Known to this process alone.
 */
final class Resting {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Rest> rests = new HashMap<>();

    private record Rest(Duration length, Instant until) {}

    Resting(Clock clock) {
        this.clock = clock;
    }

    boolean rests(String name) {
        var rest = rests.get(name);
        return rest != null && clock.instant().isBefore(rest.until());
    }

    /** Letters that were on their way together count as one. */
    void turnedAway(String name) {
        var now = clock.instant();
        rests.values().removeIf(rest -> rest.until().plus(LONGEST).isBefore(now));
        if (!rests(name)) {
            var last = rests.get(name);
            var length = last == null ? FIRST : shorter(last.length().multipliedBy(2), LONGEST);
            rests.put(name, new Rest(length, now.plus(length)));
        }
    }

    void took(String name) {
        rests.remove(name);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
