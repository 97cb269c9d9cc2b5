package dev.beforehand.slack.correspondence;

import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.ClientId;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.correspondence.Incoming;
import dev.beforehand.correspondence.Incoming.Kind;
import dev.beforehand.correspondence.Incoming.State;
import dev.beforehand.correspondence.IncomingId;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CardKind;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Place;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPost;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.TodaysDigest;
import dev.beforehand.slack.checkins.CheckInCards;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The cards of mails: beside the card of the client's running check-in, else under today's digest; they come along as long
 * as they wait.
 */
@Component
public class IncomingCards implements CardKind {

    private static final String SUBJECT = "incoming:";

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

    @Override
    public String prefix() {
        return SUBJECT;
    }

    @Override
    public Optional<Place> place(String subject) {
        var isNew = posts.find(subject).isEmpty();
        return correspondence
                .find(id(subject))
                .filter(mail -> isNew ? isShown(mail) : mail.isWaiting())
                .map(mail -> place(mail.client(), digest.place()));
    }

    @Override
    public SlackMessage render(String subject) {
        return blocks.message(reader.read(id(subject))
                .orElseThrow(() -> new IllegalArgumentException("There is no mail " + subject + ".")));
    }

    @Override
    public Optional<ClientId> client(String subject) {
        return correspondence.find(id(subject)).map(Incoming::client);
    }

    @Override
    public SlackMessage farewell(String subject, SlackPost moved) {
        return SlackMessage.of(phrases.say("reply.moved", Map.of("day", Format.longDay(LocalDate.now(clock)))));
    }

    /** What needs nobody is shown, too, where it tells something about a client or comes from a colleague. */
    private static boolean isShown(Incoming mail) {
        return mail.isWaiting() || mail.state() == State.NOTED && (mail.client() != null || mail.kind() == Kind.TEAM);
    }

    /** Those which wait for a person come along to where they belong today. */
    void showWaiting() {
        var today = digest.place();
        List<IncomingId> page;
        long seen = 0;
        do {
            page = correspondence.waitingForAPerson(seen, AT_ONCE);
            for (var id : page) {
                var place = place(correspondence.find(id).orElseThrow().client(), today);
                if (!posts.standsAt(subject(id), place)) {
                    cards.showMissing(Stream.of(subject(id)));
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
                .map(SlackPost::place)
                .orElse(today);
    }

    public static String subject(IncomingId id) {
        return SUBJECT + id;
    }

    private static IncomingId id(String subject) {
        return new IncomingId(Long.parseLong(subject.substring(SUBJECT.length())));
    }
}
