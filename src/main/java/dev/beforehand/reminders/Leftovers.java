package dev.beforehand.reminders;

import dev.beforehand.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What earlier days and processes left in the outbox. */
@Component
class Leftovers {

    /** Longer than any try lasts: the mail server's longest silence is a minute, and several may follow each other. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final int BATCH = 100;

    private final Queue queue;
    private final Postbox postbox;
    private final Departures departures;
    private final StuckLetters stuck;
    private final Database database;
    private final Clock clock;

    Leftovers(Queue queue, Postbox postbox, Departures departures, StuckLetters stuck, Database database, Clock clock) {
        this.queue = queue;
        this.postbox = postbox;
        this.departures = departures;
        this.stuck = stuck;
        this.database = database;
        this.clock = clock;
    }

    void clear(LocalDate today) {
        abandonOrphans();
        cancelMissed(today);
        stuck.endNeedless(today);
    }

    /**
     * Letters that were on their way in a process which is no more. In a database that belongs to this process alone, all
     * that are not on their way here; in a shared one, those of which nobody has heard for as long as a try can last.
     */
    private void abandonOrphans() {
        var heardOf = database.isShared() ? clock.instant().minus(LEASE) : Instant.ofEpochMilli(Long.MAX_VALUE);
        var orphans = queue.underwaySince(heardOf).stream()
                .filter(id -> !departures.isUnderway(id))
                .toList();
        if (!orphans.isEmpty()) {
            postbox.abandon(orphans);
        }
    }

    private void cancelMissed(LocalDate today) {
        List<ReminderId> missed;
        while (!(missed = queue.missed(today, BATCH)).isEmpty()) {
            postbox.miss(missed, today);
        }
        while (!(missed = queue.closed(BATCH)).isEmpty()) {
            postbox.miss(missed, today);
        }
    }
}
