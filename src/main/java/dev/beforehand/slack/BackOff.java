package dev.beforehand.slack;

import java.time.Duration;

/** Pauses that grow, from two seconds to five minutes. */
final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 8;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private BackOff() {}

    /** @param tries that came to nothing before */
    static Duration after(int tries) {
        var pause = FIRST.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
