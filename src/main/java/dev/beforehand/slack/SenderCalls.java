package dev.beforehand.slack;

import com.slack.api.Slack;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import com.slack.api.model.view.View;
import dev.beforehand.slack.SlackCalls.Attempt;
import dev.beforehand.slack.SlackCalls.Care;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The calls of the sender. Each is made once: the sender knows when to try again. */
@Component
class SenderCalls {

    private static final String EVENT = "beforehand_errand";
    private static final String MARK = "mark";
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 10;
    /** How far the clocks of Slack and of this machine may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private final SlackCalls calls;
    private final ConcurrentMap<String, String> directMessages = new ConcurrentHashMap<>();

    @Autowired
    SenderCalls(Slack slack, SlackSettings settings, SlackProblems problems) {
        this(new SlackCalls(slack, settings.botToken(), problems, Duration.ZERO));
    }

    SenderCalls(SlackCalls calls) {
        this.calls = calls;
    }

    /** @param mark by which the message is found again should the answer be lost */
    Attempt<Posted> post(String channel, @Nullable String threadTs, SlackMessage message, String mark) {
        return calls.attempt(
                Care.ONCE,
                channel,
                slack -> slack.chatPostMessage(r -> r.channel(channel)
                        .threadTs(threadTs)
                        .text(message.text())
                        .blocks(message.blocksIfAny())
                        .metadata(new Message.Metadata(EVENT, Map.of(MARK, mark)))
                        .unfurlLinks(false)
                        .unfurlMedia(false)),
                answer -> new Posted(answer.getChannel(), answer.getTs()));
    }

    /** Changes all that a message shows. */
    Attempt<Posted> update(Posted message, SlackMessage now) {
        return calls.attempt(
                Care.REPEATABLE,
                message.channel(),
                slack -> slack.chatUpdate(r -> r.channel(message.channel())
                        .ts(message.ts())
                        .text(now.text())
                        .blocks(now.blocksIfAny())),
                answer -> message);
    }

    /** Changes all that a person sees on Home. */
    Attempt<String> publish(String person, View home) {
        return calls.attempt(
                Care.REPEATABLE,
                "<@" + person + ">",
                slack -> slack.viewsPublish(r -> r.userId(person).view(home)),
                answer -> person);
    }

    /** The channel of the direct messages with a person. */
    Attempt<String> open(String person) {
        var known = directMessages.get(person);
        if (known != null) {
            return new Attempt<>(new Reply.Done<>(known), null);
        }
        Attempt<String> attempt = calls.attempt(
                Care.REPEATABLE,
                "<@" + person + ">",
                slack -> slack.conversationsOpen(r -> r.users(List.of(person))),
                answer -> answer.getChannel().getId());
        attempt.reply().ifDone().ifPresent(channel -> directMessages.put(person, channel));
        return attempt;
    }

    /** Looks whether a message stands there that was posted at about that time. */
    Attempt<Optional<Posted>> look(String channel, @Nullable String threadTs, String mark, Instant at) {
        var oldest = at.minus(SKEW).getEpochSecond() + ".000000";
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var attempt =
                    threadTs == null ? history(channel, oldest, cursor) : replies(channel, threadTs, oldest, cursor);
            if (!(attempt.reply() instanceof Reply.Done<Page> done)) {
                return new Attempt<>(attempt.reply().map(read -> Optional.empty()), attempt.retryIn());
            }
            var found = done.value().find(mark);
            cursor = done.value().next();
            if (found.isPresent() || cursor == null) {
                return new Attempt<>(new Reply.Done<>(found.map(ts -> new Posted(channel, ts))), null);
            }
        }
        return new Attempt<>(new Reply.Done<>(Optional.empty()), null);
    }

    private Attempt<Page> history(String channel, String oldest, @Nullable String cursor) {
        return calls.attempt(
                Care.REPEATABLE,
                channel,
                slack -> slack.conversationsHistory(r -> r.channel(channel)
                        .oldest(oldest)
                        .cursor(cursor)
                        .limit(PAGE)
                        .includeAllMetadata(true)),
                (ConversationsHistoryResponse answer) ->
                        new Page(answer.getMessages(), next(answer.getResponseMetadata())));
    }

    private Attempt<Page> replies(String channel, String threadTs, String oldest, @Nullable String cursor) {
        return calls.attempt(
                Care.REPEATABLE,
                channel,
                slack -> slack.conversationsReplies(r -> r.channel(channel)
                        .ts(threadTs)
                        .oldest(oldest)
                        .cursor(cursor)
                        .limit(PAGE)
                        .includeAllMetadata(true)),
                (ConversationsRepliesResponse answer) ->
                        new Page(answer.getMessages(), next(answer.getResponseMetadata())));
    }

    private static @Nullable String next(@Nullable ResponseMetadata metadata) {
        var cursor = metadata == null ? null : metadata.getNextCursor();
        return cursor == null || cursor.isEmpty() ? null : cursor;
    }

    private record Page(List<Message> messages, @Nullable String next) {

        Optional<String> find(String mark) {
            return messages.stream()
                    .filter(message -> message.getMetadata() != null
                            && mark.equals(
                                    message.getMetadata().getEventPayload().get(MARK)))
                    .map(Message::getTs)
                    .findFirst();
        }
    }
}
