package dev.beforehand.slack.checkins;

import dev.beforehand.checkins.CheckInId;
import dev.beforehand.slack.Afterwards;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings cards up to date that change in numbers at once, as when a ledger names a hundred payments: one after the other,
 * and after the first ones so slowly that Slack still takes what people's clicks change.
 */
@Component
class CardQueue {

    private static final Logger log = LoggerFactory.getLogger(CardQueue.class);
    private static final int AT_ONCE = 15;
    private static final Duration GAP = Duration.ofSeconds(2);

    private final CheckInCards cards;
    private final Afterwards afterwards;
    private final SequencedSet<CheckInId> waiting = new LinkedHashSet<>();
    private boolean working;

    CardQueue(CheckInCards cards, Afterwards afterwards) {
        this.cards = cards;
        this.afterwards = afterwards;
    }

    /** A card that waits already is brought up to date once for all who ask. */
    synchronized void add(Collection<CheckInId> checkIns) {
        waiting.addAll(checkIns);
        if (!working && !waiting.isEmpty()) {
            working = true;
            afterwards.run("Refreshing many cards", this::work);
        }
    }

    private synchronized Optional<CheckInId> next() {
        working = !waiting.isEmpty();
        return working ? Optional.of(waiting.removeFirst()) : Optional.empty();
    }

    private void work() {
        int refreshed = 0;
        for (var next = next(); next.isPresent(); next = next()) {
            refreshed += refresh(next.get()) ? 1 : 0;
            if (refreshed >= AT_ONCE && !pause()) {
                return;
            }
        }
    }

    /** @return whether Slack was asked to change a card */
    private boolean refresh(CheckInId id) {
        try {
            return cards.refresh(id);
        } catch (RuntimeException e) {
            log.error("The card of check-in {} could not be brought up to date.", id, e);
            return true;
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(GAP);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
