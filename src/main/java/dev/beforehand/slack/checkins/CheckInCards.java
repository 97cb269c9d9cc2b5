package dev.beforehand.slack.checkins;

import dev.beforehand.checkins.CheckInId;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPost;
import dev.beforehand.slack.SlackPosts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * The one card of each check-in, always rendered whole from the database. Not within a transaction; safe for many threads.
 */
@Service
public class CheckInCards {

    private static final String SUBJECT = "check-in:";

    private final CheckInCardReader reader;
    private final CheckInBlocks blocks;
    private final Cards cards;
    private final SlackPosts posts;
    private final SlackGateway gateway;
    private final Phrases phrases;
    private final Clock clock;

    CheckInCards(
            CheckInCardReader reader,
            CheckInBlocks blocks,
            Cards cards,
            SlackPosts posts,
            SlackGateway gateway,
            Phrases phrases,
            Clock clock) {
        this.reader = reader;
        this.blocks = blocks;
        this.cards = cards;
        this.posts = posts;
        this.gateway = gateway;
        this.phrases = phrases;
        this.clock = clock;
    }

    /**
     * Shows the card as it is now under this message, a day's digest. One that stood under another is posted anew, and the
     * old message becomes a line that leads to the new one.
     *
     * @throws IllegalArgumentException where there is no such check-in
     */
    public Reply<Posted> showInThread(CheckInId id, Posted thread) {
        return cards.showUnder(thread, subject(id), rendered(id), moved -> farewell(id, moved));
    }

    /**
     * Brings the card up to date where it stands.
     *
     * @return false where it was never posted
     */
    public boolean refresh(CheckInId id) {
        if (post(id).isEmpty()) {
            return false;
        }
        cards.refresh(subject(id), rendered(id));
        return true;
    }

    /** Where the card stands; empty where it was never posted. */
    public Optional<SlackPost> post(CheckInId id) {
        return posts.find(subject(id));
    }

    /** The check-in whose card this message is. */
    Optional<CheckInId> at(Posted message) {
        return posts.at(message)
                .map(SlackPost::subject)
                .filter(subject -> subject.startsWith(SUBJECT))
                .map(subject -> new CheckInId(Long.parseLong(subject.substring(SUBJECT.length()))));
    }

    static String subject(CheckInId id) {
        return SUBJECT + id;
    }

    private Supplier<SlackMessage> rendered(CheckInId id) {
        return () -> blocks.message(card(id));
    }

    private SlackMessage farewell(CheckInId id, Posted moved) {
        var about = Map.of(
                "client", Format.name(card(id).client()),
                "day", Format.longDay(LocalDate.now(clock)),
                "link",
                        gateway.permalink(moved)
                                .ifDone()
                                .<Object>map(link -> link)
                                .orElse(false));
        return SlackMessage.of(phrases.say("card.moved", about));
    }

    private CheckInCard card(CheckInId id) {
        return reader.read(id).orElseThrow(() -> new IllegalArgumentException("There is no check-in " + id + "."));
    }
}
