package dev.beforehand.slack;

import com.slack.api.Slack;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import dev.beforehand.slack.SlackCalls.Care;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Reads what people wrote in threads, page by page. Callers wait; not within a transaction. */
@Component
public class SlackThreads {

    private static final int PAGE = 200;
    private static final int MOST_PAGES = 10;

    private final SlackCalls calls;

    @Autowired
    SlackThreads(Slack slack, SlackSettings settings, SlackProblems problems) {
        this(new SlackCalls(slack, settings.botToken(), problems, Duration.ofSeconds(1)));
    }

    SlackThreads(SlackCalls calls) {
        this.calls = calls;
    }

    /**
     * @param messages the oldest first, with the one above
     * @param whole whether there are no more; a thread of thousands is read from its beginning
     */
    public record Thread(List<Message> messages, boolean whole) {}

    /** The thread under this message; of a reply, it alone, which says in which thread it stands. */
    public Reply<Thread> under(Posted message) {
        var all = new ArrayList<Message>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var reply = page(message, cursor);
            if (!(reply instanceof Reply.Done<ConversationsRepliesResponse> done)) {
                return reply.map(answer -> new Thread(List.of(), false));
            }
            all.addAll(done.value().getMessages());
            var metadata = done.value().getResponseMetadata();
            cursor = metadata == null ? null : metadata.getNextCursor();
            if (cursor == null || cursor.isEmpty()) {
                return new Reply.Done<>(new Thread(all, true));
            }
        }
        return new Reply.Done<>(new Thread(all, false));
    }

    private Reply<ConversationsRepliesResponse> page(Posted message, @Nullable String cursor) {
        return calls.call(
                Care.REPEATABLE,
                message.channel(),
                slack -> slack.conversationsReplies(r -> r.channel(message.channel())
                        .ts(message.ts())
                        .cursor(cursor)
                        .limit(PAGE)),
                answer -> answer);
    }
}
