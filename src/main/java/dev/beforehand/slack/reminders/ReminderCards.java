package dev.beforehand.slack.reminders;

import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.ReminderId;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.TodaysDigest;
import dev.beforehand.slack.TodaysDigest.Place;
import dev.beforehand.slack.WaitingCards;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The cards of letters that somebody has to look at, in the thread of today's digest. Not within a transaction. */
@Component
class ReminderCards {

    private static final int AT_ONCE = 50;

    private final ReminderCardReader reader;
    private final ReminderBlocks blocks;
    private final Reminders reminders;
    private final Cards cards;
    private final WaitingCards waitingCards;
    private final SlackPosts posts;
    private final TodaysDigest digest;

    ReminderCards(
            ReminderCardReader reader,
            ReminderBlocks blocks,
            Reminders reminders,
            Cards cards,
            WaitingCards waitingCards,
            SlackPosts posts,
            TodaysDigest digest) {
        this.reader = reader;
        this.blocks = blocks;
        this.reminders = reminders;
        this.cards = cards;
        this.waitingCards = waitingCards;
        this.posts = posts;
        this.digest = digest;
    }

    /** Brings the card up to date where it stands, and posts it where somebody has to see it. */
    void show(ReminderId id) {
        if (posts.find(subject(id)).isPresent()) {
            cards.refresh(subject(id), rendered(id));
        } else if (reminders.find(id).filter(ReminderCard::isNeeded).isPresent()) {
            post(id, digest.place());
        }
    }

    /**
     * Sees to it that each letter which waits for a person has its card under today's digest: one that was lost to a
     * crash is posted, one that waits since yesterday comes along. One that ended without leaving is shown once.
     */
    void showWaiting() {
        var place = digest.place();
        List<Reminder> page;
        int seen = 0;
        do {
            page = reminders.waitingForAPerson(AT_ONCE, seen);
            page.stream()
                    .map(Reminder::id)
                    .filter(id -> !waitingCards.stands(subject(id), place))
                    .forEach(id -> post(id, place));
            seen += page.size();
        } while (page.size() == AT_ONCE);
        reminders.endedUnexpectedly().stream()
                .map(Reminder::id)
                .filter(id -> posts.find(subject(id)).isEmpty())
                .forEach(id -> post(id, place));
    }

    private void post(ReminderId id, Place place) {
        waitingCards.show(subject(id), place, rendered(id), "reminder.moved");
    }

    private Supplier<SlackMessage> rendered(ReminderId id) {
        return () -> blocks.message(
                reader.read(id).orElseThrow(() -> new IllegalArgumentException("There is no letter " + id + ".")));
    }

    static String subject(ReminderId id) {
        return "reminder:" + id;
    }
}
