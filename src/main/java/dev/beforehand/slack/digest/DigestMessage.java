package dev.beforehand.slack.digest;

import dev.beforehand.digest.Digests;
import dev.beforehand.slack.CardKind;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.Place;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPost;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The one digest message of a channel and day. One that was not posted on its day never is. */
@Component
class DigestMessage implements CardKind {

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final DigestPlace place;
    private final Digests digests;
    private final DigestBlocks blocks;
    private final Cards cards;
    private final SlackPosts posts;
    private final DigestThread thread;
    private final DigestProblems problems;
    private final Clock clock;

    DigestMessage(
            DigestPlace place,
            Digests digests,
            DigestBlocks blocks,
            Cards cards,
            SlackPosts posts,
            DigestThread thread,
            DigestProblems problems,
            Clock clock) {
        this.place = place;
        this.digests = digests;
        this.blocks = blocks;
        this.cards = cards;
        this.posts = posts;
        this.thread = thread;
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * Posts the digest of the day, or updates it where it stands, puts what waits into its thread, and waits for the digest.
     *
     * @return why it does not show what the database has, in a sentence; empty where it does
     */
    Optional<String> show(LocalDate day) {
        cards.show(subject(day));
        thread.fill(day);
        return cards.obstacle(subject(day), PATIENCE);
    }

    /** Has the newest digest up to that day updated, as one of its own day. */
    void refreshNewest(LocalDate upTo, Turn turn) {
        place.lastBefore(upTo.plusDays(1)).map(SlackPost::subject).ifPresent(subject -> cards.show(subject, turn));
    }

    /** Has the digest of the day updated where it was posted, with the cards in its thread. */
    void showAgain(LocalDate day) {
        if (wasPosted(day)) {
            cards.show(subject(day), Turn.LATER);
            thread.fill(day);
        }
    }

    /** Whether it stands in the channel, or stood there until somebody deleted it. */
    boolean wasPosted(LocalDate day) {
        return posts.find(subject(day)).map(SlackPost::posted).isPresent();
    }

    String subject(LocalDate day) {
        return place.subject(day);
    }

    @Override
    public String prefix() {
        return place.prefix();
    }

    @Override
    public Optional<Place> place(String subject) {
        return Optional.of(place.channel()).filter(channel -> place.day(subject).equals(LocalDate.now(clock)));
    }

    @Override
    public SlackMessage render(String subject) {
        var day = place.day(subject);
        return blocks.render(digests.forDay(day, lastBefore(day), DigestBlocks.LINES));
    }

    @Override
    public void posted(String subject, Posted digest) {
        thread.fill(place.day(subject));
    }

    @Override
    public void inDoubt(String subject) {
        problems.unknown(place.day(subject));
    }

    private Instant lastBefore(LocalDate day) {
        return place.lastBefore(day).map(SlackPost::claimedAt).orElse(Instant.EPOCH);
    }
}
