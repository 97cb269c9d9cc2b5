package dev.beforehand.slack.note;

import dev.beforehand.calendar.DailyJob;
import dev.beforehand.digest.Weeks;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.SlackPosts;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** Has the week's wrap posted on its last working day. */
@Component
class WeeklyWrapJob implements DailyJob {

    private final WrapSettings settings;
    private final Weeks weeks;
    private final Cards cards;
    private final SlackPosts posts;

    WeeklyWrapJob(WrapSettings settings, Weeks weeks, Cards cards, SlackPosts posts) {
        this.settings = settings;
        this.weeks = weeks;
        this.cards = cards;
        this.posts = posts;
    }

    @Override
    public String name() {
        return "weekly-wrap";
    }

    @Override
    public LocalTime time() {
        return settings.time();
    }

    @Override
    public void run(LocalDate day) {
        var subject = WrapCards.subject(day);
        if (weeks.endsOn(day) && posts.find(subject).isEmpty()) {
            cards.show(subject);
        }
    }
}
