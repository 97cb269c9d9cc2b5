package dev.beforehand.slack;

import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.TodaysDigest.Place;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Cards that come along to a new place each day, as long as they wait for a person. The old message says then where to
 * look. Not within a transaction.
 */
@Service
public class WaitingCards {

    private static final Logger log = LoggerFactory.getLogger(WaitingCards.class);

    private final Cards cards;
    private final SlackPosts posts;
    private final Phrases phrases;
    private final Clock clock;

    WaitingCards(Cards cards, SlackPosts posts, Phrases phrases, Clock clock) {
        this.cards = cards;
        this.posts = posts;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** Whether the card stands at this place, as far as anybody knows. */
    public boolean stands(String subject, Place place) {
        return posts.find(subject)
                .filter(post -> place.threadTs() == null || place.threadTs().equals(post.threadTs()))
                .filter(post -> !posts.isLost(post))
                .isPresent();
    }

    /**
     * Shows the subject as it is now at this place. Where the message is gone under which it belongs, the channel itself is
     * the place; what Slack refuses all the same stands in the log.
     *
     * @param moved the phrase of the message that it leaves behind
     */
    public void show(String subject, Place place, Supplier<SlackMessage> now, String moved) {
        var reply = showAt(subject, place, now, moved);
        if (reply instanceof Reply.Refused<Posted> refused
                && place.threadTs() != null
                && refused.problem().code().equals("thread_not_found")) {
            reply = showAt(subject, new Place(place.channel(), null), now, moved);
        }
        if (reply instanceof Reply.Refused<Posted> refused) {
            log.warn(
                    "The card {} could not be posted: {}",
                    subject,
                    refused.problem().sentence());
        }
    }

    private Reply<Posted> showAt(String subject, Place place, Supplier<SlackMessage> now, String moved) {
        return place.threadTs() == null
                ? cards.show(subject, place.channel(), null, now)
                : cards.showUnder(
                        new Posted(place.channel(), place.threadTs()), subject, now, posted -> farewell(moved));
    }

    private SlackMessage farewell(String moved) {
        return SlackMessage.of(phrases.say(moved, Map.of("day", Format.longDay(LocalDate.now(clock)))));
    }
}
