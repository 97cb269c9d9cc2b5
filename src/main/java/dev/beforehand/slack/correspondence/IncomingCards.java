package dev.beforehand.slack.correspondence;

import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.ClientId;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.correspondence.Incoming;
import dev.beforehand.correspondence.Incoming.Kind;
import dev.beforehand.correspondence.Incoming.State;
import dev.beforehand.correspondence.IncomingId;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.TodaysDigest;
import dev.beforehand.slack.TodaysDigest.Place;
import dev.beforehand.slack.WaitingCards;
import dev.beforehand.slack.checkins.CheckInCards;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The cards of mails: beside the card of the client's running check-in, else under today's digest. Not within a
 * transaction.
 */
@Component
class IncomingCards {

    private static final int AT_ONCE = 50;

    private final IncomingCardReader reader;
    private final IncomingBlocks blocks;
    private final Correspondence correspondence;
    private final CheckIns checkIns;
    private final CheckInCards checkInCards;
    private final Cards cards;
    private final WaitingCards waitingCards;
    private final SlackPosts posts;
    private final TodaysDigest digest;

    IncomingCards(
            IncomingCardReader reader,
            IncomingBlocks blocks,
            Correspondence correspondence,
            CheckIns checkIns,
            CheckInCards checkInCards,
            Cards cards,
            WaitingCards waitingCards,
            SlackPosts posts,
            TodaysDigest digest) {
        this.reader = reader;
        this.blocks = blocks;
        this.correspondence = correspondence;
        this.checkIns = checkIns;
        this.checkInCards = checkInCards;
        this.cards = cards;
        this.waitingCards = waitingCards;
        this.posts = posts;
        this.digest = digest;
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
                if (!waitingCards.stands(subject(id), place)) {
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

    private void post(IncomingId id, Place place) {
        waitingCards.show(subject(id), place, rendered(id), "reply.moved");
    }

    private Supplier<SlackMessage> rendered(IncomingId id) {
        return () -> blocks.message(
                reader.read(id).orElseThrow(() -> new IllegalArgumentException("There is no mail " + id + ".")));
    }

    static String subject(IncomingId id) {
        return "incoming:" + id;
    }
}
