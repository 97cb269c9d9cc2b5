package dev.beforehand.reminders;

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
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger log = LoggerFactory.getLogger(Departures.class);
    private static final int PAGE = 400;

    /** Well within the lease: who comes later may find that somebody else takes care of the letter. */
    private static final Duration IN_TIME = Leftovers.LEASE.dividedBy(2);

    /** So long the end of the process waits for letters that are on their way. */
    private static final Duration GOODBYE = Duration.ofSeconds(20);

    private final Queue queue;
    private final Handover handover;
    private final Courier courier;
    private final Standstill standstill;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Lessons lessons;
    private final @Nullable Pace pace;

    /** How many letters begin together, in one transaction. */
    private final int together;

    /** What a crash leaves unknown: those that begin while others are on their way, and are written down. */
    private final Semaphore places;

    private final Set<ReminderId> underway = ConcurrentHashMap.newKeySet();

    /** Those that could not be made ready once; the database may have been away. */
    private final Set<ReminderId> brokeOff = ConcurrentHashMap.newKeySet();

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
        this.standstill = standstill;
        this.events = events;
        this.clock = clock;
        this.lessons = new Lessons(clock);
        this.pace = mailer.perMinute().isPresent() ? new Pace(mailer.perMinute().getAsInt()) : null;
        this.together = pace == null ? mailer.connections() : 1;
        this.places = new Semaphore(2 * mailer.connections());
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
        private final Set<ReminderId> turnedAway = ConcurrentHashMap.newKeySet();
        private long heard = served;
        private boolean anyBegun;

        void go() {
            lessons.beginAnew();
            tryAll(queue.requested(PAGE));
            var page = queue.pending(Waiting.NONE, PAGE);
            while (!page.isEmpty() && whyOver() == null) {
                tryAll(page);
                page = queue.pending(page.getLast(), PAGE);
            }
            if (anyBegun) {
                events.publishEvent(new LettersWaiting(LocalDate.now(clock)));
            }
        }

        private @Nullable String whyOver() {
            return stopping ? "Beforehand stopped in the middle of sending." : lessons.over();
        }

        private void tryAll(List<Waiting> page) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                int from = 0;
                while (from < page.size() && whyOver() == null) {
                    tryRequested();
                    var alone = !lessons.answered();
                    int to = Math.min(page.size(), from + (alone ? 1 : together));
                    tryThese(page.subList(from, to), alone ? Runnable::run : threads);
                    from = to;
                }
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
            if (next.isEmpty() || !isPaced()) {
                return;
            }
            places.acquireUninterruptibly(next.size());
            underway.addAll(next.keySet());
            long start = System.nanoTime();
            List<Reminder> begun = List.of();
            try {
                begun = begin(List.copyOf(next.keySet()));
            } finally {
                places.release(next.size() - begun.size());
                var away = begun.stream().map(Reminder::id).toList();
                next.keySet().stream().filter(id -> !away.contains(id)).forEach(underway::remove);
            }
            if (!begun.isEmpty()) {
                anyBegun = true;
                if (pace != null) {
                    pace.left();
                }
            }
            begun.forEach(letter ->
                    threads.execute(() -> tryOne(letter, Objects.requireNonNull(next.get(letter.id())), start)));
        }

        private List<Reminder> begin(List<ReminderId> ids) {
            try {
                if (standstill.today().isPresent()) {
                    lessons.end(standstill.sentence().orElse(""));
                }
                return whyOver() != null ? List.of() : handover.begin(ids);
            } catch (RuntimeException e) {
                if (ids.size() > 1) {
                    return ids.stream()
                            .flatMap(id -> begin(List.of(id)).stream())
                            .toList();
                }
                log.error("The try to send letter {} broke off.", ids.getFirst(), e);
                if (!brokeOff.add(ids.getFirst())) {
                    putAside(ids.getFirst());
                }
                return List.of();
            }
        }

        private void putAside(ReminderId id) {
            try {
                brokeOff.remove(id);
                if (!handover.putAside(id)) {
                    lessons.end("Letters cannot be made ready at the moment.");
                }
            } catch (RuntimeException e) {
                lessons.end("Letters cannot be made ready at the moment.");
                log.error("Letter {} could not be put aside; it is looked after in a few minutes.", id, e);
            }
        }

        private void tryOne(Reminder begun, Waiting letter, long start) {
            var tried = new Tried(
                    begun,
                    null,
                    new Delivery.Unknown("Something went wrong while the letter was handed to the mail server."));
            try {
                var over = whyOver();
                tried = over == null
                        ? courier.carry(begun, IN_TIME.minusNanos(System.nanoTime() - start))
                        : new Tried(begun, null, new Delivery.Unreachable(over));
            } finally {
                outcomes.add(learned(tried, letter));
            }
        }

        private Tried learned(Tried tried, Waiting letter) {
            if (tried.isUnwritten()) {
                return tried;
            }
            var delivery = lessons.from(letter, tried.delivery());
            if (delivery instanceof Delivery.Later || delivery instanceof Delivery.Unreachable) {
                turnedAway.add(letter.id());
            }
            return new Tried(tried.begun(), tried.subject(), delivery);
        }

        private boolean isPaced() {
            try {
                if (pace != null) {
                    pace.await();
                }
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                lessons.end("Beforehand stopped in the middle of sending.");
                return false;
            }
        }

        private void ended(Tried tried) {
            underway.remove(tried.begun().id());
            places.release();
        }

        private void lost(Tried tried) {
            lessons.end("What becomes of letters cannot be written down at the moment.");
            ended(tried);
        }
    }
}
