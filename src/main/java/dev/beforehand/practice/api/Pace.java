package dev.beforehand.practice.api;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Refuses what comes too often, by real time; a night between two practice days counts as one, however short it was. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
class Pace {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LongSupplier nanos;
    private final Supplier<LocalDate> today;
    private final boolean limits;
    private final Map<String, Deque<Long>> calls = new HashMap<>();
    private LocalDate day;

    @Autowired
    Pace(Clock clock, ApiSettings settings) {
        this(System::nanoTime, () -> LocalDate.now(clock), settings.practice().limits());
    }

    Pace(LongSupplier nanos, Supplier<LocalDate> today, boolean limits) {
        this.nanos = nanos;
        this.today = today;
        this.limits = limits;
        this.day = today.get();
    }

    /** One message a second in each channel. */
    void message(String channel) {
        allow("channel " + channel, 1, SECOND);
    }

    void method(Method method) {
        if (method.perMinute() != Method.UNPACED) {
            allow(method.name(), method.perMinute(), MINUTE);
        }
    }

    private synchronized void allow(String what, int most, Duration window) {
        if (!limits) {
            return;
        }
        if (!today.get().equals(day)) {
            day = today.get();
            calls.clear();
        }
        long now = nanos.getAsLong();
        var recent = calls.computeIfAbsent(what, key -> new ArrayDeque<>());
        while (!recent.isEmpty() && now - recent.getFirst() >= window.toNanos()) {
            recent.removeFirst();
        }
        if (recent.size() >= most) {
            var wait = window.minusNanos(now - recent.getFirst());
            throw Refusal.tooOften((int) wait.plusMillis(999).toSeconds());
        }
        recent.addLast(now);
    }
}
