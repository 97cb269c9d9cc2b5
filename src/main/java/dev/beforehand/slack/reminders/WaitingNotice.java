package dev.beforehand.slack.reminders;

import dev.beforehand.letters.Phrases;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.slack.CardKind;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Place;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.TodaysDigest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The one message of a day that says how many letters wait for the mail server, and why; later, that they left. */
@Component
class WaitingNotice implements CardKind {

    private static final String SUBJECT = "letters-waiting:";

    private static final int LONGEST_REASON = 500;

    private final Reminders reminders;
    private final SlackPosts posts;
    private final TodaysDigest digest;
    private final Phrases phrases;

    WaitingNotice(Reminders reminders, SlackPosts posts, TodaysDigest digest, Phrases phrases) {
        this.reminders = reminders;
        this.posts = posts;
        this.digest = digest;
        this.phrases = phrases;
    }

    @Override
    public String prefix() {
        return SUBJECT;
    }

    @Override
    public Optional<Place> place(String subject) {
        return posts.find(subject).isEmpty() && reminders.stuck(day(subject)).isPresent()
                ? Optional.of(digest.place())
                : Optional.empty();
    }

    private static LocalDate day(String subject) {
        return LocalDate.parse(subject.substring(SUBJECT.length()));
    }

    static String subject(LocalDate day) {
        return SUBJECT + day;
    }

    @Override
    public SlackMessage render(String subject) {
        var day = day(subject);
        var shownDay = Format.day(day);
        return SlackMessage.of(reminders
                .stuck(day)
                .map(stuck -> phrases.say(
                        "reminder.waiting",
                        stuck.letters(),
                        Map.of("day", shownDay, "reason", Format.cut(phrases.say(stuck.reason()), LONGEST_REASON))))
                .orElseGet(() -> phrases.say("reminder.waiting.over", Map.of("day", shownDay))));
    }
}
