package dev.beforehand.slack;

import dev.beforehand.letters.Phrases;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Keeps the one message that shows a subject as the database has it: posts it the first time, and updates it ever after.
 * Not within a transaction.
 */
@Service
public class Cards {

    private static final int STRIPES = 64;

    private final SlackPosts posts;
    private final LeftBehind left;
    private final SlackGateway gateway;
    private final SlackProblems problems;
    private final Phrases phrases;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    Cards(SlackPosts posts, LeftBehind left, SlackGateway gateway, SlackProblems problems, Phrases phrases) {
        this.posts = posts;
        this.left = left;
        this.gateway = gateway;
        this.problems = problems;
        this.phrases = phrases;
    }

    /**
     * Shows the subject as it is now.
     *
     * @param channel where to post it the first time
     * @param threadTs the message under which to post it the first time; empty for the channel itself
     * @param now renders from the database; called when it is this caller's turn, so that the last word is the newest
     * @return {@code Unknown} where an earlier post may stand or not; {@code Refused} with {@code message_not_found} where
     *     somebody deleted it, which was said once in its thread
     */
    public Reply<Posted> show(String subject, String channel, @Nullable String threadTs, Supplier<SlackMessage> now) {
        return inTurn(
                subject,
                () -> posts.claim(subject, channel, threadTs)
                        ? post(subject, channel, threadTs, now)
                        : posts.find(subject)
                                .map(post -> update(post, now))
                                .orElseGet(() -> new Reply.Unknown<>(phrases.say("error.posting"))));
    }

    /**
     * Shows the subject as it is now under this message. Where it stood elsewhere it is posted anew, and the message that
     * it leaves behind is turned into the farewell.
     *
     * @param farewell what the old message says of the new one
     */
    public Reply<Posted> showUnder(
            Posted thread, String subject, Supplier<SlackMessage> now, Function<Posted, SlackMessage> farewell) {
        return inTurn(subject, () -> {
            left.leave(subject, thread);
            var reply = show(subject, thread.channel(), thread.ts(), now);
            if (reply instanceof Reply.Refused<Posted>) {
                left.back(subject);
            }
            reply.ifDone()
                    .ifPresent(moved -> left.of(subject).map(SlackPost::posted).ifPresent(old -> {
                        if (isSaid(gateway.update(old, farewell.apply(moved)))) {
                            left.done(subject);
                        }
                    }));
            return reply;
        });
    }

    private static boolean isSaid(Reply<Posted> farewell) {
        return switch (farewell) {
            case Reply.Done<Posted> done -> true;
            case Reply.Refused<Posted> refused -> refused.problem().messageIsGone();
            case Reply.Unknown<Posted> unknown -> false;
        };
    }

    /** Shows the subject as it is now where it was posted before, and nothing where it never was. */
    public void refresh(String subject, Supplier<SlackMessage> now) {
        posts.find(subject).ifPresent(post -> show(subject, post.channel(), post.threadTs(), now));
    }

    private Reply<Posted> inTurn(String subject, Supplier<Reply<Posted>> work) {
        var lock = locks[Math.floorMod(subject.hashCode(), STRIPES)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private Reply<Posted> post(String subject, String channel, @Nullable String threadTs, Supplier<SlackMessage> now) {
        Reply<Posted> reply;
        try {
            reply = gateway.post(channel, threadTs, now.get());
        } catch (RuntimeException e) {
            posts.release(subject);
            throw e;
        }
        switch (reply) {
            case Reply.Done<Posted> done -> posts.posted(subject, done.value());
            case Reply.Refused<Posted> refused -> posts.release(subject);
            case Reply.Unknown<Posted> unknown -> {}
        }
        return reply;
    }

    private Reply<Posted> update(SlackPost post, Supplier<SlackMessage> now) {
        var message = post.posted();
        if (message == null) {
            return new Reply.Unknown<>(phrases.say("error.posting"));
        }
        if (post.deleted()) {
            return new Reply.Refused<>(problems.of("message_not_found", post.channel(), null));
        }
        var reply = gateway.update(message, now.get());
        if (reply instanceof Reply.Refused<Posted> refused
                && refused.problem().messageIsGone()
                && posts.deleted(post.subject())) {
            var thread = post.threadTs() == null ? message.ts() : post.threadTs();
            gateway.post(post.channel(), thread, SlackMessage.of(phrases.say("error.deleted")));
        }
        return reply;
    }
}
