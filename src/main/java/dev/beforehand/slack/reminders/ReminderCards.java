package dev.beforehand.slack.reminders;

import dev.beforehand.letters.Phrases;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.ReminderId;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.TodaysDigest;
import dev.beforehand.slack.TodaysDigest.Place;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The cards of letters that somebody has to look at, in the thread of today's digest. Not within a transaction. */
@Component
class ReminderCards {

    private static final Logger log = LoggerFactory.getLogger(ReminderCards.class);
    private static final int AT_ONCE = 50;

    private final ReminderCardReader reader;
    private final ReminderBlocks blocks;
    private final Reminders reminders;
    private final Cards cards;
    private final SlackPosts posts;
    private final TodaysDigest digest;
    private final Phrases phrases;
    private final Clock clock;

    ReminderCards(
            ReminderCardReader reader,
            ReminderBlocks blocks,
            Reminders reminders,
            Cards cards,
            SlackPosts posts,
            TodaysDigest digest,
            Phrases phrases,
            Clock clock) {
        this.reader = reader;
        this.blocks = blocks;
        this.reminders = reminders;
        this.cards = cards;
        this.posts = posts;
        this.digest = digest;
        this.phrases = phrases;
        this.clock = clock;
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
            page.stream().filter(waiting -> !stands(waiting, place)).forEach(waiting -> post(waiting.id(), place));
            seen += page.size();
        } while (page.size() == AT_ONCE);
        reminders.endedUnexpectedly().stream()
                .map(Reminder::id)
                .filter(id -> posts.find(subject(id)).isEmpty())
                .forEach(id -> post(id, place));
    }

    private boolean stands(Reminder reminder, Place place) {
        return posts.find(subject(reminder.id()))
                .filter(post -> place.threadTs() == null || place.threadTs().equals(post.threadTs()))
                .filter(post -> !posts.isLost(post))
                .isPresent();
    }

    private void post(ReminderId id, Place place) {
        var reply = place.threadTs() == null
                ? cards.show(subject(id), place.channel(), null, rendered(id))
                : cards.showUnder(
                        new Posted(place.channel(), place.threadTs()), subject(id), rendered(id), this::farewell);
        if (reply instanceof Reply.Refused<Posted> refused) {
            log.warn(
                    "The card of letter {} could not be posted: {}",
                    id,
                    refused.problem().sentence());
        }
    }

    private SlackMessage farewell(Posted moved) {
        return SlackMessage.of(phrases.say("reminder.moved", Map.of("day", Format.longDay(LocalDate.now(clock)))));
    }

    private Supplier<SlackMessage> rendered(ReminderId id) {
        return () -> blocks.message(
                reader.read(id).orElseThrow(() -> new IllegalArgumentException("There is no letter " + id + ".")));
    }

    static String subject(ReminderId id) {
        return "reminder:" + id;
    }
}
