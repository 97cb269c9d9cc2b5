package dev.beforehand.slack.reminders;

import dev.beforehand.letters.Phrases;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.TodaysDigest;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The one message of a day that says how many letters wait for the mail server, and why; later, that they left. */
@Component
class WaitingNotice {

    private static final int LONGEST_REASON = 500;

    private final Reminders reminders;
    private final Cards cards;
    private final TodaysDigest digest;
    private final Phrases phrases;

    WaitingNotice(Reminders reminders, Cards cards, TodaysDigest digest, Phrases phrases) {
        this.reminders = reminders;
        this.cards = cards;
        this.digest = digest;
        this.phrases = phrases;
    }

    void show(LocalDate day) {
        if (reminders.stuck(day).isPresent()) {
            var place = digest.place();
            cards.show(subject(day), place.channel(), place.threadTs(), () -> message(day));
        } else {
            cards.refresh(subject(day), () -> message(day));
        }
    }

    static String subject(LocalDate day) {
        return "letters-waiting:" + day;
    }

    private SlackMessage message(LocalDate day) {
        var shownDay = Format.day(day);
        return SlackMessage.of(reminders
                .stuck(day)
                .map(stuck -> phrases.say(
                        "reminder.waiting",
                        stuck.letters(),
                        Map.of("day", shownDay, "reason", Format.cut(stuck.reason(), LONGEST_REASON))))
                .orElseGet(() -> phrases.say("reminder.waiting.over", Map.of("day", shownDay))));
    }
}
