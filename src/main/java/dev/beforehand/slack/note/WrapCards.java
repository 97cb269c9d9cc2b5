package dev.beforehand.slack.note;

import dev.beforehand.calendar.WorkingDays;
import dev.beforehand.digest.Week;
import dev.beforehand.digest.Weeks;
import dev.beforehand.slack.CardKind;
import dev.beforehand.slack.Place;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.TodaysDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The one wrap of a week, in the digest's channel. One that could not be posted before the next week began never is. */
@Component
class WrapCards implements CardKind {

    private static final String SUBJECT = "wrap:";

    private final Weeks weeks;
    private final WrapBlocks blocks;
    private final WrapSettings settings;
    private final TodaysDigest digest;
    private final WorkingDays workingDays;
    private final Clock clock;

    WrapCards(
            Weeks weeks,
            WrapBlocks blocks,
            WrapSettings settings,
            TodaysDigest digest,
            WorkingDays workingDays,
            Clock clock) {
        this.weeks = weeks;
        this.blocks = blocks;
        this.settings = settings;
        this.digest = digest;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return SUBJECT;
    }

    @Override
    public Optional<Place> place(String subject) {
        var nextWeek = workingDays.onOrAfter(day(subject).plusDays(1));
        return Optional.of(digest.channel())
                .filter(channel -> LocalDate.now(clock).isBefore(nextWeek))
                .filter(channel -> !week(subject).isQuiet());
    }

    @Override
    public SlackMessage render(String subject) {
        return blocks.render(week(subject));
    }

    static String subject(LocalDate day) {
        return SUBJECT + day;
    }

    private static LocalDate day(String subject) {
        return LocalDate.parse(subject.substring(SUBJECT.length()));
    }

    private Week week(String subject) {
        return weeks.endingOn(day(subject), settings.time());
    }
}
