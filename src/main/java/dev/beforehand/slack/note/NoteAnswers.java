package dev.beforehand.slack.note;

import dev.beforehand.clients.ColleagueId;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What {@code /invoices mute}, {@code unmute} and {@code note} do and answer. */
@Component
public class NoteAnswers {

    private static final String WITH_THE_DIGEST = "digest";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final NoteReaders readers;
    private final NoteTimes times;
    private final CurrentColleague current;
    private final Phrases phrases;
    private final Clock clock;

    NoteAnswers(NoteReaders readers, NoteTimes times, CurrentColleague current, Phrases phrases, Clock clock) {
        this.readers = readers;
        this.times = times;
        this.current = current;
        this.phrases = phrases;
        this.clock = clock;
    }

    public SlackMessage mute(String slackUser) {
        readers.mute(current.of(slackUser).id(), true);
        return SlackMessage.of(phrases.say("note.muted"));
    }

    public SlackMessage unmute(String slackUser) {
        var person = current.of(slackUser).id();
        readers.mute(person, false);
        return next(person);
    }

    /** @param when a time of day, the word {@code digest}, or nothing, which asks when the next one comes */
    public SlackMessage note(String when, String slackUser) {
        var person = current.of(slackUser).id();
        if (when.isEmpty()) {
            return readers.find(person).orElseThrow().muted()
                    ? SlackMessage.of(phrases.say("note.muted"))
                    : next(person);
        }
        if (when.equalsIgnoreCase(WITH_THE_DIGEST)) {
            return wants(person, null);
        }
        return time(when)
                .map(at -> wants(person, at))
                .orElseGet(() -> SlackMessage.of(phrases.say("note.no-time", Map.of("text", when))));
    }

    private SlackMessage wants(ColleagueId person, @Nullable LocalTime at) {
        readers.wants(person, at);
        return next(person);
    }

    private SlackMessage next(ColleagueId person) {
        var reader = readers.find(person).orElseThrow();
        var at = times.of(reader);
        var day = times.next(reader, LocalDateTime.now(clock));
        return SlackMessage.of(phrases.say(
                "note.next",
                Map.of(
                        "day", day.<Object>map(Format::longDay).orElse(false),
                        "time", at.toString(),
                        "zone", clock.getZone().toString(),
                        "withDigest", reader.at() == null,
                        "beforeDigest", times.isBeforeTheDigest(at))));
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text, TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
