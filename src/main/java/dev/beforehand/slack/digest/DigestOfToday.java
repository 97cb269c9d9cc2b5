package dev.beforehand.slack.digest;

import dev.beforehand.slack.DigestOnDemand;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackPost;
import dev.beforehand.slack.SlackPosts;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Somebody asks for the digest; where its message was deleted, that is a wish for a new one. */
@Component
class DigestOfToday implements DigestOnDemand {

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
        var obstacle = message.show(today);
        if (posts.forgetDeleted(message.subject(today))) {
            obstacle = message.show(today);
        }
        return obstacle.<Reply<Posted>>map(Reply.Unknown::new)
                .orElseGet(() -> new Reply.Done<>(posts.find(message.subject(today))
                        .map(SlackPost::posted)
                        .orElseThrow()));
    }
}
