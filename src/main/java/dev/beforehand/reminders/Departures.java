package dev.beforehand.reminders;

import dev.beforehand.mail.Delivery;
import dev.beforehand.mail.Mailer;
import dev.beforehand.mail.OutgoingMail;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Hands the letters of the day to the mail server, a few at a time. Safe to run at any time and in several places at
 * once: each letter is tried by one of them.
 */
@Component
class Departures {

    private static final Logger log = LoggerFactory.getLogger(Departures.class);
    private static final int LANES = 4;
    private static final int PAGE = 200;

    private final Queue queue;
    private final Handover handover;
    private final LetterWriter writer;
    private final Mailer mailer;
    private final ApplicationEventPublisher events;
    private final Semaphore lanes = new Semaphore(LANES);
    private final Set<ReminderId> underway = ConcurrentHashMap.newKeySet();

    Departures(Queue queue, Handover handover, LetterWriter writer, Mailer mailer, ApplicationEventPublisher events) {
        this.queue = queue;
        this.handover = handover;
        this.writer = writer;
        this.mailer = mailer;
        this.events = events;
    }

    /** Whether this process is sending the letter at the moment. */
    boolean isUnderway(ReminderId id) {
        return underway.contains(id);
    }

    /**
     * Tries each letter that waits for today, once. It ends early where the mail server takes no letters, or leaves one
     * without an answer: what it did to one it would do to all. So the first goes alone. Those that are left are tried
     * with the next run.
     */
    void run(LocalDate today) {
        var run = new Run(today);
        var page = queue.pending(today, 0, 1);
        while (!page.isEmpty() && !run.over.get()) {
            run.tryAll(page);
            page = queue.pending(today, page.getLast().value(), PAGE);
        }
        if (run.turnedAway.get()) {
            events.publishEvent(new LettersWaiting(today));
        }
    }

    private final class Run {

        private final LocalDate today;
        private final AtomicBoolean over = new AtomicBoolean();
        private final AtomicBoolean turnedAway = new AtomicBoolean();

        Run(LocalDate today) {
            this.today = today;
        }

        void tryAll(List<ReminderId> page) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var id : page) {
                    lanes.acquireUninterruptibly();
                    threads.execute(() -> tryOne(id));
                }
            }
        }

        private void tryOne(ReminderId id) {
            try {
                if (!over.get()) {
                    send(id);
                }
            } catch (RuntimeException e) {
                log.error("The try to send letter {} broke off.", id, e);
                putAside(id);
            } finally {
                lanes.release();
            }
        }

        private void putAside(ReminderId id) {
            try {
                if (!handover.putAside(id)) {
                    over.set(true);
                }
            } catch (RuntimeException e) {
                over.set(true);
                log.error("Letter {} could not be put aside; it is looked after in a few minutes.", id, e);
            }
        }

        private void send(ReminderId id) {
            underway.add(id);
            try {
                handover.begin(id, today).ifPresent(this::deliver);
            } finally {
                underway.remove(id);
            }
        }

        private void deliver(Reminder begun) {
            var mail = written(begun);
            if (mail == null) {
                return;
            }
            var delivery = Departures.this.deliver(mail);
            if (delivery instanceof Delivery.Unreachable || delivery instanceof Delivery.Unknown) {
                over.set(true);
            }
            if (delivery instanceof Delivery.Unreachable
                    || delivery instanceof Delivery.Later
                    || begun.attempts() > 1) {
                turnedAway.set(true);
            }
            handover.end(begun, mail.words().subject(), delivery);
        }
    }

    private @Nullable OutgoingMail written(Reminder begun) {
        try {
            return writer.mail(begun);
        } catch (RuntimeException e) {
            // Its message may name the client's address.
            log.error(
                    "Letter {} could not be written ({}).",
                    begun.id(),
                    e.getClass().getName());
            handover.unwritable(begun, "The letter could not be written: " + e.getMessage());
            return null;
        }
    }

    private Delivery deliver(OutgoingMail mail) {
        try {
            return mailer.send(mail);
        } catch (RuntimeException e) {
            log.error("Handing over {} failed ({}).", mail, e.getClass().getName());
            return new Delivery.Unknown("Something went wrong while the letter was handed to the mail server.");
        }
    }
}
