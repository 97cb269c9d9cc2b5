package dev.beforehand.slack.correspondence;

import dev.beforehand.correspondence.IncomingId;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackPost;
import dev.beforehand.slack.SlackPosts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Remembers in which thread the files of a mail stand: once in each in which its card stands. Slack does not say which
 * message shows them, so the id of the first file takes its place.
 */
@Component
class ShownFiles {

    private final SlackPosts posts;

    ShownFiles(SlackPosts posts) {
        this.posts = posts;
    }

    /** The message under which the card stands, or the card itself; empty while nobody knows where it stands. */
    Optional<Posted> thread(IncomingId id) {
        return posts.find(IncomingCards.subject(id)).flatMap(ShownFiles::thread);
    }

    boolean areShown(IncomingId id) {
        return thread(id).map(thread -> isShown(id, thread)).orElse(false);
    }

    boolean isShown(IncomingId id, Posted thread) {
        return posts.find(subject(id, thread)).filter(post -> post.ts() != null).isPresent();
    }

    /** Whether this caller, and nobody else, is to show them there; again once an earlier try has come to nothing. */
    boolean claim(IncomingId id, Posted thread) {
        var subject = subject(id, thread);
        posts.giveUp(subject);
        return posts.claim(subject, thread.channel(), thread.ts());
    }

    void shown(IncomingId id, Posted thread, String file) {
        posts.posted(subject(id, thread), new Posted(thread.channel(), file));
    }

    /** They certainly are not there. */
    void release(IncomingId id, Posted thread) {
        posts.release(subject(id, thread));
    }

    private static Optional<Posted> thread(SlackPost card) {
        return Optional.ofNullable(card.posted())
                .map(posted -> card.threadTs() == null ? posted : new Posted(posted.channel(), card.threadTs()));
    }

    private static String subject(IncomingId id, Posted thread) {
        return "files:" + id + ":" + thread.ts();
    }
}
