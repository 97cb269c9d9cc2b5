package dev.beforehand.slack.digest;

import dev.beforehand.slack.Posted;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackPost;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.TodaysDigest;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Somebody asks for the digest; where its message was deleted, that is a wish for a new one. */
@Component
class DigestOfToday implements TodaysDigest {

    private final DigestMessage message;
    private final SlackPosts posts;
    private final Clock clock;

    DigestOfToday(DigestMessage message, SlackPosts posts, Clock clock) {
        this.message = message;
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public Reply<Posted> show() {
        var today = LocalDate.now(clock);
        var reply = message.show(today);
        return posts.forgetDeleted(message.subject(today)) ? message.show(today) : reply;
    }

    @Override
    public Place place() {
        return posts.find(message.subject(LocalDate.now(clock)))
                .filter(post -> !post.deleted())
                .map(SlackPost::posted)
                .map(posted -> new Place(posted.channel(), posted.ts()))
                .orElseGet(() -> new Place(message.channel(), null));
    }
}
