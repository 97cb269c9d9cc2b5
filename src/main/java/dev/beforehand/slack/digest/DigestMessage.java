package dev.beforehand.slack.digest;

import dev.beforehand.digest.Digests;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPost;
import dev.beforehand.slack.SlackPosts;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The one digest message of a channel and day, and the cards in its thread. */
@Component
class DigestMessage {

    private final DigestSettings settings;
    private final Digests digests;
    private final DigestBlocks blocks;
    private final Cards cards;
    private final SlackPosts posts;
    private final DigestThread thread;
    private final DigestProblems problems;

    DigestMessage(
            DigestSettings settings,
            Digests digests,
            DigestBlocks blocks,
            Cards cards,
            SlackPosts posts,
            DigestThread thread,
            DigestProblems problems) {
        this.settings = settings;
        this.digests = digests;
        this.blocks = blocks;
        this.cards = cards;
        this.posts = posts;
        this.thread = thread;
        this.problems = problems;
    }

    /** Posts the digest of the day, or updates it where it stands, and puts the cards to claim into its thread. */
    Reply<Posted> show(LocalDate day) {
        var reply = cards.show(subject(day), settings.channel(), null, () -> render(day));
        switch (reply) {
            case Reply.Done<Posted> done -> thread.fill(day, done.value());
            case Reply.Refused<Posted> refused -> problems.refused(day, refused.problem());
            case Reply.Unknown<Posted> unknown -> problems.unknown(day);
        }
        return reply;
    }

    /** Updates the newest digest up to that day, as one of its own day. */
    void refreshNewest(LocalDate upTo) {
        posts.lastBefore(prefix(), subject(upTo.plusDays(1)))
                .map(post -> LocalDate.parse(post.subject().substring(prefix().length())))
                .ifPresent(day -> cards.refresh(subject(day), () -> render(day)));
    }

    /** Updates the digest of the day where it was posted, with the cards in its thread. */
    void showAgain(LocalDate day) {
        if (wasPosted(day)) {
            show(day);
        }
    }

    /** Whether it stands in the channel, or stood there until somebody deleted it. */
    boolean wasPosted(LocalDate day) {
        return posts.find(subject(day)).map(SlackPost::posted).isPresent();
    }

    /** As it was set: an id or a name. */
    String channel() {
        return settings.channel();
    }

    String subject(LocalDate day) {
        return prefix() + day;
    }

    private String prefix() {
        return "digest:" + settings.channel() + ":";
    }

    private SlackMessage render(LocalDate day) {
        return blocks.render(digests.forDay(day, lastBefore(day), DigestBlocks.LINES));
    }

    private Instant lastBefore(LocalDate day) {
        return posts.lastBefore(prefix(), subject(day))
                .map(SlackPost::claimedAt)
                .orElse(Instant.EPOCH);
    }
}
