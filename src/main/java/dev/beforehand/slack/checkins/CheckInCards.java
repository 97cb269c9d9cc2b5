package dev.beforehand.slack.checkins;

import dev.beforehand.checkins.CheckIn;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.ClientId;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CardKind;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Permalinks;
import dev.beforehand.slack.Place;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPost;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.TodaysDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The one card of each check-in: under today's digest as long as somebody is to claim it. */
@Service
public class CheckInCards implements CardKind {

    private static final String SUBJECT = "check-in:";

    private final CheckInCardReader reader;
    private final CheckInBlocks blocks;
    private final CheckIns checkIns;
    private final TodaysDigest digest;
    private final SlackPosts posts;
    private final Permalinks permalinks;
    private final Phrases phrases;
    private final Clock clock;

    CheckInCards(
            CheckInCardReader reader,
            CheckInBlocks blocks,
            CheckIns checkIns,
            TodaysDigest digest,
            SlackPosts posts,
            Permalinks permalinks,
            Phrases phrases,
            Clock clock) {
        this.reader = reader;
        this.blocks = blocks;
        this.checkIns = checkIns;
        this.digest = digest;
        this.posts = posts;
        this.permalinks = permalinks;
        this.phrases = phrases;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return SUBJECT;
    }

    @Override
    public Optional<Place> place(String subject) {
        return checkIns.find(id(subject))
                .filter(checkIn -> checkIn.state() == CheckIn.State.OPEN)
                .flatMap(checkIn -> digest.thread());
    }

    @Override
    public SlackMessage render(String subject) {
        return blocks.message(card(id(subject)));
    }

    @Override
    public Optional<ClientId> client(String subject) {
        return checkIns.find(id(subject)).map(CheckIn::clientId);
    }

    @Override
    public SlackMessage farewell(String subject, SlackPost moved) {
        var about = Map.of(
                "client", Format.name(card(id(subject)).client()),
                "day", Format.longDay(LocalDate.now(clock)),
                "link", permalinks.to(moved).<Object>map(link -> link).orElse(false));
        return SlackMessage.of(phrases.say("card.moved", about));
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
                .map(CheckInCards::id);
    }

    public static String subject(CheckInId id) {
        return SUBJECT + id;
    }

    private static CheckInId id(String subject) {
        return new CheckInId(Long.parseLong(subject.substring(SUBJECT.length())));
    }

    private CheckInCard card(CheckInId id) {
        return reader.read(id).orElseThrow(() -> new IllegalArgumentException("There is no check-in " + id + "."));
    }
}
