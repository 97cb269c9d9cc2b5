package dev.beforehand.reminders;

import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.Delivery;
import dev.beforehand.mail.Mailer;
import dev.beforehand.reminders.Handover.Tried;
import dev.beforehand.reminders.Queue.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hands the letters that wait to the mail server, some at a time. Safe to run at any time and in several places at once:
 * each letter is tried by one of them.
 */
@Component
class Departures {

    private static final int PAGE = 400;
    private static final Sentence STOPPED = new Sentence("delivery.stopped");

    /** Well within the lease: who comes later may find that somebody else takes care of the letter. */
    private static final Duration IN_TIME = Leftovers.LEASE.dividedBy(2);

    /** So long the end of the process waits for letters that are on their way. */
    private static final Duration GOODBYE = Duration.ofSeconds(20);

    private final Queue queue;
    private final Handover handover;
    private final Courier courier;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Lessons lessons;
    private final Beginnings beginnings;
    private final @Nullable Pace pace;

    private final int connections;
    private final Batch batch;
    private final Underway underway = new Underway();

    private final AtomicLong wishes = new AtomicLong();
    private final ReentrantLock running = new ReentrantLock();
    private long served;
    private volatile boolean stopping;

    Departures(
            Queue queue,
            Handover handover,
            Courier courier,
            Mailer mailer,
            Standstill standstill,
            ApplicationEventPublisher events,
            Clock clock) {
        this.queue = queue;
        this.handover = handover;
        this.courier = courier;
        this.events = events;
        this.clock = clock;
        this.lessons = new Lessons(clock);
        this.beginnings = new Beginnings(handover, standstill, lessons);
        this.pace = mailer.perMinute().isPresent() ? new Pace(mailer.perMinute().getAsInt()) : null;
        this.connections = mailer.connections();
        this.batch = new Batch(connections, pace == null ? Batch.MOST : 1);
    }

    /** Whether this process is sending the letter at the moment. */
    boolean isUnderway(ReminderId id) {
        return underway.contains(id);
    }

    /**
     * Tries each letter that waits, once; those first that a person wants to leave now. It ends early where the mail server
     * takes no letters, or leaves one without an answer: what it did to one it would do to all. Those that are left are
     * tried with the next run. Of several callers at once, one run does for all that came before it began.
     */
    void run() {
        long wish = wishes.incrementAndGet();
        running.lock();
        try {
            if (served < wish && !stopping) {
                served = wishes.get();
                new Run().go();
            }
        } finally {
            running.unlock();
        }
    }

    /** What has begun comes to its end, and nothing else begins. */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        stopping = true;
        if (running.tryLock(GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
            running.unlock();
        }
    }

    private final class Run {

        private final Outcomes outcomes = new Outcomes(handover, this::ended, this::lost);
        private final ExecutorService threads = Executors.newFixedThreadPool(connections);
        private final Set<ReminderId> turnedAway = ConcurrentHashMap.newKeySet();
        private long heard = served;
        private boolean anyBegun;

        void go() {
            lessons.beginAnew();
            try (outcomes;
                    threads) {
                tryAll(queue.requested(PAGE));
                var page = queue.pending(Waiting.NONE, PAGE);
                while (!page.isEmpty() && whyOver() == null) {
                    tryAll(page);
                    page = queue.pending(page.getLast(), PAGE);
                }
            }
            if (anyBegun) {
                events.publishEvent(new LettersWaiting(LocalDate.now(clock)));
            }
        }

        private @Nullable Sentence whyOver() {
            return stopping ? STOPPED : lessons.over();
        }

        private void tryAll(List<Waiting> page) {
            int from = 0;
            while (from < page.size() && whyOver() == null) {
                tryRequested();
                var alone = !lessons.answered();
                int to = Math.min(page.size(), from + (alone ? 1 : batch.size()));
                tryThese(page.subList(from, to), alone ? Runnable::run : threads);
                from = to;
            }
        }

        /** Who wants a letter to leave now does not wait for all the others. */
        private void tryRequested() {
            long newest = wishes.get();
            if (heard < newest) {
                heard = newest;
                tryAll(queue.requested(PAGE));
            }
        }

        private void tryThese(List<Waiting> letters, Executor threads) {
            var next = new HashMap<ReminderId, Waiting>();
            letters.stream()
                    .filter(letter -> !turnedAway.contains(letter.id()) && !lessons.rests(letter))
                    .forEach(letter -> next.put(letter.id(), letter));
            long arrived = System.nanoTime();
            if (next.isEmpty() || !isTheirTurn()) {
                return;
            }
            underway.add(next.keySet());
            long start = System.nanoTime();
            List<Departing> begun = List.of();
            try {
                begun = whyOver() == null ? beginnings.begin(List.copyOf(next.keySet())) : List.of();
            } finally {
                var away = begun.stream().map(Departing::id).collect(Collectors.toSet());
                next.keySet().stream().filter(id -> !away.contains(id)).forEach(underway::remove);
            }
            if (!begun.isEmpty()) {
                batch.learn(Duration.ofNanos(start - arrived), Duration.ofNanos(System.nanoTime() - start));
                anyBegun = true;
                if (pace != null) {
                    pace.left();
                }
            }
            begun.forEach(letter ->
                    threads.execute(() -> tryOne(letter, Objects.requireNonNull(next.get(letter.id())), start)));
        }

        private void tryOne(Departing departing, Waiting letter, long start) {
            var begun = departing.letter();
            var tried = new Tried(begun, null, new Delivery.Unknown(new Sentence("delivery.broke")));
            try {
                var over = lessons.rests(letter) ? new Sentence("delivery.domain") : whyOver();
                tried = over == null
                        ? learned(courier.carry(departing, IN_TIME.minusNanos(System.nanoTime() - start)), letter)
                        : new Tried(begun, null, new Delivery.Unreachable(over));
            } finally {
                if (tried.delivery() instanceof Delivery.Later || tried.delivery() instanceof Delivery.Unreachable) {
                    turnedAway.add(letter.id());
                }
                outcomes.add(tried);
            }
        }

        private Tried learned(Tried tried, Waiting letter) {
            return tried.isUnwritten()
                    ? tried
                    : new Tried(tried.begun(), tried.subject(), lessons.from(letter, tried.delivery()));
        }

        private boolean isTheirTurn() {
            try {
                if (pace != null) {
                    pace.await();
                }
                underway.awaitAtMost(Math.max(connections, batch.size()));
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                lessons.end(STOPPED);
                return false;
            }
        }

        private void ended(Tried tried) {
            underway.remove(tried.begun().id());
        }

        private void lost(Tried tried) {
            lessons.end(new Sentence("delivery.no-record"));
            ended(tried);
        }
    }
}
