package dev.beforehand.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Mail domains that take no letters just now. Each time one turns a letter away after it has rested, it rests for twice as
 * long, up to an hour; the first letter that it takes ends that. Known to this process alone. Safe for many threads.
 */
final class RestingDomains {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Rest> rests = new HashMap<>();

    private record Rest(Duration length, Instant until) {}

    RestingDomains(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean rests(String domain) {
        var rest = rests.get(domain);
        return rest != null && clock.instant().isBefore(rest.until());
    }

    /** Letters that were on their way together count as one. */
    synchronized void turnedAway(String domain) {
        var now = clock.instant();
        rests.values().removeIf(rest -> rest.until().plus(LONGEST).isBefore(now));
        if (!rests(domain)) {
            var last = rests.get(domain);
            var length = last == null ? FIRST : shorter(last.length().multipliedBy(2), LONGEST);
            rests.put(domain, new Rest(length, now.plus(length)));
        }
    }

    synchronized void took(String domain) {
        rests.remove(domain);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
