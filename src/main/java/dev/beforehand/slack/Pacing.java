package dev.beforehand.slack;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one caller at a time post to a channel, first come first served, and no sooner than a second after the one before.
 * Callers wait on their own threads; there is no queue to lose.
 */
final class Pacing {

    static final Duration GAP = Duration.ofSeconds(1);
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock(true);
        private long ended;
        private boolean used;
    }

    private final Duration gap;
    private final Duration patience;
    private final ConcurrentMap<String, Turn> turns = new ConcurrentHashMap<>();

    Pacing(Duration gap, Duration patience) {
        this.gap = gap;
        this.patience = patience;
    }

    /** Calls when it is this caller's turn; whoever has waited too long gets {@code tooLong} instead. */
    <T> T inTurn(String channel, Supplier<T> call, Supplier<T> tooLong) {
        var turn = turns.computeIfAbsent(channel, c -> new Turn());
        try {
            if (!turn.lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return tooLong.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return tooLong.get();
        }
        try {
            return afterTheGap(turn, call, tooLong);
        } finally {
            turn.lock.unlock();
        }
    }

    /** Says that a channel was addressed by name, so that both ways of addressing it share one pace. */
    void sameChannel(String asAddressed, String id) {
        var turn = turns.computeIfAbsent(asAddressed, c -> new Turn());
        var known = turns.putIfAbsent(id, turn);
        if (known != null && known != turn) {
            turns.put(asAddressed, known);
        }
    }

    private <T> T afterTheGap(Turn turn, Supplier<T> call, Supplier<T> tooLong) {
        long wait = turn.used ? gap.toNanos() - (System.nanoTime() - turn.ended) : 0;
        if (wait > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return tooLong.get();
            }
        }
        try {
            return call.get();
        } finally {
            // From its end on: Slack counts arrivals, and this one arrived before it was answered.
            turn.ended = System.nanoTime();
            turn.used = true;
        }
    }
}
