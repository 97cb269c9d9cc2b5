package dev.beforehand.slack.correspondence;

import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.ClientId;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.correspondence.Incoming;
import dev.beforehand.correspondence.Incoming.Kind;
import dev.beforehand.correspondence.Incoming.State;
import dev.beforehand.correspondence.IncomingId;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.TodaysDigest;
import dev.beforehand.slack.TodaysDigest.Place;
import dev.beforehand.slack.checkins.CheckInCards;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The cards of mails: beside the card of the client's running check-in, else under today's digest. Not within a
 * transaction.
 */
@Component
class IncomingCards {

    private static final Logger log = LoggerFactory.getLogger(IncomingCards.class);
    private static final int AT_ONCE = 50;

    private final IncomingCardReader reader;
    private final IncomingBlocks blocks;
    private final Correspondence correspondence;
    private final CheckIns checkIns;
    private final CheckInCards checkInCards;
    private final Cards cards;
    private final SlackPosts posts;
    private final TodaysDigest digest;
    private final Phrases phrases;
    private final Clock clock;

    IncomingCards(
            IncomingCardReader reader,
            IncomingBlocks blocks,
            Correspondence correspondence,
            CheckIns checkIns,
            CheckInCards checkInCards,
            Cards cards,
            SlackPosts posts,
            TodaysDigest digest,
            Phrases phrases,
            Clock clock) {
        this.reader = reader;
        this.blocks = blocks;
        this.correspondence = correspondence;
        this.checkIns = checkIns;
        this.checkInCards = checkInCards;
        this.cards = cards;
        this.posts = posts;
        this.digest = digest;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** Brings the card up to date where it stands, and posts it where it is worth a look. */
    void show(IncomingId id) {
        if (posts.find(subject(id)).isPresent()) {
            cards.refresh(subject(id), rendered(id));
        } else {
            correspondence
                    .find(id)
                    .filter(IncomingCards::isShown)
                    .ifPresent(mail -> post(id, place(mail.client(), digest.place())));
        }
    }

    /** What needs nobody is shown, too, where it tells something about a client or comes from a colleague. */
    private static boolean isShown(Incoming mail) {
        return mail.isWaiting() || mail.state() == State.NOTED && (mail.client() != null || mail.kind() == Kind.TEAM);
    }

    /** Posts the cards that a crash lost, and has those come along that wait since another day. */
    void showWaiting() {
        var today = digest.place();
        List<IncomingId> page;
        long seen = 0;
        do {
            page = correspondence.waitingForAPerson(seen, AT_ONCE);
            for (var id : page) {
                var place = place(correspondence.find(id).orElseThrow().client(), today);
                if (!stands(id, place)) {
                    post(id, place);
                }
                seen = id.value();
            }
        } while (page.size() == AT_ONCE);
    }

    private Place place(@Nullable ClientId client, Place today) {
        return Optional.ofNullable(client)
                .flatMap(checkIns::newestOf)
                .flatMap(checkIns::find)
                .filter(checkIn -> !checkIn.state().isClosed())
                .flatMap(checkIn -> checkInCards.post(checkIn.id()))
                .filter(post -> post.threadTs() != null)
                .map(post -> new Place(post.channel(), post.threadTs()))
                .orElse(today);
    }

    private boolean stands(IncomingId id, Place place) {
        return posts.find(subject(id))
                .filter(post -> place.threadTs() == null || place.threadTs().equals(post.threadTs()))
                .filter(post -> !posts.isLost(post))
                .isPresent();
    }

    /** Where the message is gone under which it belongs, the channel itself is the place: a client waits. */
    private void post(IncomingId id, Place place) {
        var reply = show(id, place);
        if (reply instanceof Reply.Refused<Posted> refused
                && place.threadTs() != null
                && refused.problem().code().equals("thread_not_found")) {
            reply = show(id, new Place(place.channel(), null));
        }
        if (reply instanceof Reply.Refused<Posted> refused) {
            log.warn(
                    "The card of mail {} could not be posted: {}",
                    id,
                    refused.problem().sentence());
        }
    }

    private Reply<Posted> show(IncomingId id, Place place) {
        return place.threadTs() == null
                ? cards.show(subject(id), place.channel(), null, rendered(id))
                : cards.showUnder(
                        new Posted(place.channel(), place.threadTs()), subject(id), rendered(id), this::farewell);
    }

    private SlackMessage farewell(Posted moved) {
        return SlackMessage.of(phrases.say("reply.moved", Map.of("day", Format.longDay(LocalDate.now(clock)))));
    }

    private Supplier<SlackMessage> rendered(IncomingId id) {
        return () -> blocks.message(
                reader.read(id).orElseThrow(() -> new IllegalArgumentException("There is no mail " + id + ".")));
    }

    static String subject(IncomingId id) {
        return "incoming:" + id;
    }
}
