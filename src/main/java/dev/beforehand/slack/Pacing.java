package dev.beforehand.slack;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How fast Slack takes what the one sender has: a post a second in a channel, fifty updates a minute, and of those one a
 * second for a card; eighty Homes a minute. In memory, since a second sender that knows nothing of it is told by Slack to wait.
 */
class Pacing {

    /** Of a hundred in a minute, which other views share. */
    private static final int HOMES_A_MINUTE = 80;

    /** At this pace what changes by itself leaves room for what people wait for. */
    static final Duration BETWEEN_HOMES = Duration.ofSeconds(1);

    private static final String HOMES = "homes";
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** So many of them are kept for what people wait for. */
    private static final int KEPT = 20;

    private final Duration gap;
    private final int updatesAMinute;
    private final LongSupplier nanos;
    private final Map<String, Long> restsUntil = new ConcurrentHashMap<>();
    private final Set<String> passedOver = ConcurrentHashMap.newKeySet();
    private final Deque<Long> updates = new ArrayDeque<>();
    private final Deque<Long> homes = new ArrayDeque<>();

    Pacing(Duration gap, int updatesAMinute) {
        this(gap, updatesAMinute, System::nanoTime);
    }

    Pacing(Duration gap, int updatesAMinute, LongSupplier nanos) {
        this.gap = gap;
        this.updatesAMinute = updatesAMinute;
        this.nanos = nanos;
    }

    /** Begins to go through all that is due, in its order. */
    void beginRound() {
        passedOver.clear();
    }

    /**
     * How long until something may be posted in the channel. Where a post was passed over in this round, those behind it are,
     * too: the pause may end meanwhile, and they would overtake it.
     */
    Duration untilPost(String channel) {
        var pause = passedOver.contains(channel) ? max(rest(channel), MOMENT) : rest(channel);
        if (pause.isPositive()) {
            passedOver.add(channel);
        }
        return pause;
    }

    void posted(String channel) {
        rest(channel, gap);
    }

    /** How long until the card may be updated. */
    Duration untilUpdate(String subject, Turn turn) {
        var card = rest(subject);
        var all = rest("");
        var window = untilTheMinuteHasRoom(updates, updatesAMinute, turn);
        return max(max(card, all), window);
    }

    void updated(String subject) {
        updates.addLast(nanos.getAsLong());
        rest(subject, gap);
    }

    /** How long until somebody's Home may be shown. */
    Duration untilHome(Turn turn) {
        return max(rest(HOMES), untilTheMinuteHasRoom(homes, HOMES_A_MINUTE, turn));
    }

    void homeShown() {
        if (!gap.isZero()) {
            homes.addLast(nanos.getAsLong());
        }
    }

    /** Slack wants a pause before the next Home. */
    void restHomes(Duration pause) {
        rest(HOMES, pause);
    }

    /** Slack wants a pause in this channel. */
    void restPosts(String channel, Duration pause) {
        rest(channel, pause);
    }

    /** Slack wants a pause before the next update of anything. */
    void restUpdates(Duration pause) {
        rest("", pause);
    }

    private Duration untilTheMinuteHasRoom(Deque<Long> calls, int aMinute, Turn turn) {
        int most = turn == Turn.NOW ? aMinute : aMinute - KEPT;
        long now = nanos.getAsLong();
        while (!calls.isEmpty() && now - calls.getFirst() >= MINUTE.toNanos()) {
            calls.removeFirst();
        }
        return calls.size() < most ? Duration.ZERO : MINUTE.minusNanos(now - calls.getFirst());
    }

    private void rest(String what, Duration pause) {
        restsUntil.values().removeIf(until -> until - nanos.getAsLong() <= 0);
        restsUntil.put(what, nanos.getAsLong() + pause.toNanos());
    }

    private Duration rest(String what) {
        var until = restsUntil.get(what);
        return until == null ? Duration.ZERO : max(Duration.ZERO, Duration.ofNanos(until - nanos.getAsLong()));
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
