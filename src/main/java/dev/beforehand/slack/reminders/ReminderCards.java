package dev.beforehand.slack.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.letters.Phrases;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.ReminderId;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.slack.CardKind;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Place;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPost;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.TodaysDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The cards of letters that somebody has to look at: under today's digest as long as they wait. */
@Component
public class ReminderCards implements CardKind {

    private static final String SUBJECT = "reminder:";
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

    @Override
    public String prefix() {
        return SUBJECT;
    }

    /** One that ended without leaving is shown once. */
    @Override
    public Optional<Place> place(String subject) {
        return reminders
                .find(id(subject))
                .filter(letter -> letter.state().waitsForAPerson()
                        || letter.endedUnexpectedly() && posts.find(subject).isEmpty())
                .map(letter -> digest.place());
    }

    @Override
    public SlackMessage render(String subject) {
        return blocks.message(reader.read(id(subject))
                .orElseThrow(() -> new IllegalArgumentException("There is no letter " + subject + ".")));
    }

    @Override
    public Optional<ClientId> client(String subject) {
        return reminders.find(id(subject)).map(Reminder::client);
    }

    @Override
    public SlackMessage farewell(String subject, SlackPost moved) {
        return SlackMessage.of(phrases.say("reminder.moved", Map.of("day", Format.longDay(LocalDate.now(clock)))));
    }

    /** Those which wait for a person come along to each day's digest; those that an earlier version lost are posted. */
    void showWaiting() {
        var place = digest.place();
        List<Reminder> page;
        int seen = 0;
        do {
            page = reminders.waitingForAPerson(AT_ONCE, seen);
            cards.showMissing(page.stream()
                    .map(letter -> subject(letter.id()))
                    .filter(subject -> !posts.standsAt(subject, place)));
            seen += page.size();
        } while (page.size() == AT_ONCE);
        cards.showMissing(reminders.endedUnexpectedly().stream()
                .map(letter -> subject(letter.id()))
                .filter(subject -> posts.find(subject).isEmpty()));
    }

    public static String subject(ReminderId id) {
        return SUBJECT + id;
    }

    private static ReminderId id(String subject) {
        return new ReminderId(Long.parseLong(subject.substring(SUBJECT.length())));
    }
}
