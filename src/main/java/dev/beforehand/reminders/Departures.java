package dev.beforehand.reminders;

import dev.beforehand.mail.Delivery;
import dev.beforehand.mail.Mailer;
import dev.beforehand.reminders.Handover.Tried;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Hands the letters of the day to the mail server, some at a time. Safe to run at any time and in several places at once:
 * each letter is tried by one of them.
 */
@Component
class Departures {

    private static final Logger log = LoggerFactory.getLogger(Departures.class);
    private static final int PAGE = 400;

    private final Queue queue;
    private final Handover handover;
    private final Courier courier;
    private final ApplicationEventPublisher events;
    private final RestingDomains resting;
    private final @Nullable Pace pace;

    /** How many letters begin together, in one transaction. */
    private final int together;

    /** What a crash leaves unknown: those that begin while others are on their way, and are written down. */
    private final Semaphore places;

    private final Set<ReminderId> underway = ConcurrentHashMap.newKeySet();

    Departures(
            Queue queue,
            Handover handover,
            Courier courier,
            Mailer mailer,
            ApplicationEventPublisher events,
            Clock clock) {
        this.queue = queue;
        this.handover = handover;
        this.courier = courier;
        this.events = events;
        this.resting = new RestingDomains(clock);
        this.pace = mailer.perMinute().isPresent() ? new Pace(mailer.perMinute().getAsInt()) : null;
        this.together = pace == null ? mailer.connections() : 1;
        this.places = new Semaphore(2 * mailer.connections());
    }

    /** Whether this process is sending the letter at the moment. */
    boolean isUnderway(ReminderId id) {
        return underway.contains(id);
    }

    /**
     * Tries each letter that waits for today, once. It ends early where the mail server takes no letters, or leaves one
     * without an answer: what it did to one it would do to all. So the first goes alone. Those that are left are tried
     * with the next run, and those to a domain that has turned one away when it has rested.
     */
    void run(LocalDate today) {
        var run = new Run(today);
        var page = queue.pending(0, 1);
        while (!page.isEmpty() && !run.isOver()) {
            run.tryAll(page);
            page = queue.pending(page.getLast().value(), PAGE);
        }
        if (run.turnedAway.get()) {
            events.publishEvent(new LettersWaiting(today));
        }
    }

    private final class Run {

        private final LocalDate today;
        private final Outcomes outcomes = new Outcomes(handover, this::ended, this::lost);
        private final AtomicReference<@Nullable String> over = new AtomicReference<>();
        private final AtomicBoolean turnedAway = new AtomicBoolean();

        Run(LocalDate today) {
            this.today = today;
        }

        boolean isOver() {
            return over.get() != null;
        }

        void tryAll(List<ReminderId> page) {
            var domains = queue.domains(page);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int from = 0; from < page.size() && !isOver(); from += together) {
                    var next = page.subList(from, Math.min(page.size(), from + together)).stream()
                            .filter(id -> !resting.rests(domains.getOrDefault(id, "")))
                            .toList();
                    if (!next.isEmpty()) {
                        tryThese(next, domains, threads);
                    }
                }
            }
        }

        private void tryThese(List<ReminderId> ids, Map<ReminderId, String> domains, Executor threads) {
            keepPace();
            // Another run of this process may be sending one of them: that it is underway is then not ours to end.
            var ours = ids.stream().filter(underway::add).toList();
            places.acquireUninterruptibly(ours.size());
            var begun = begin(ours);
            places.release(ours.size() - begun.size());
            var away = begun.stream().map(Reminder::id).toList();
            ours.stream().filter(id -> !away.contains(id)).forEach(underway::remove);
            begun.forEach(letter -> threads.execute(() -> tryOne(letter, domains.getOrDefault(letter.id(), ""))));
        }

        private List<Reminder> begin(List<ReminderId> ids) {
            try {
                return isOver() || ids.isEmpty() ? List.of() : handover.begin(ids);
            } catch (RuntimeException e) {
                if (ids.size() > 1) {
                    return ids.stream()
                            .flatMap(id -> begin(List.of(id)).stream())
                            .toList();
                }
                log.error("The try to send letter {} broke off.", ids.getFirst(), e);
                putAside(ids.getFirst());
                return List.of();
            }
        }

        private void putAside(ReminderId id) {
            try {
                if (!handover.putAside(id)) {
                    end("Letters cannot be made ready at the moment.");
                }
            } catch (RuntimeException e) {
                end("Letters cannot be made ready at the moment.");
                log.error("Letter {} could not be put aside; it is looked after in a few minutes.", id, e);
            }
        }

        private void tryOne(Reminder begun, String domain) {
            var why = over.get();
            var tried = why == null ? courier.carry(begun) : new Tried(begun, null, new Delivery.Unreachable(why));
            learn(tried, domain);
            outcomes.add(tried);
        }

        private void learn(Tried tried, String domain) {
            switch (tried.delivery()) {
                case Delivery.Accepted accepted -> resting.took(domain);
                case Delivery.Later later -> {
                    resting.turnedAway(domain);
                    turnedAway.set(true);
                }
                case Delivery.Unreachable unreachable -> {
                    end(unreachable.reason());
                    turnedAway.set(true);
                }
                case Delivery.Unknown unknown -> end("The mail server left another letter without an answer.");
                case Delivery.Refused refused -> {}
            }
            if (tried.begun().attempts() > 1) {
                turnedAway.set(true);
            }
        }

        private void keepPace() {
            try {
                if (pace != null) {
                    pace.await();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                end("Beforehand stopped in the middle of sending.");
            }
        }

        private void end(String why) {
            over.compareAndSet(null, why);
        }

        private void ended(Tried tried) {
            underway.remove(tried.begun().id());
            places.release();
        }

        private void lost(Tried tried) {
            end("What becomes of letters cannot be written down at the moment.");
            ended(tried);
        }
    }
}
