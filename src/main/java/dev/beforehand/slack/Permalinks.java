package dev.beforehand.slack;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Links to Beforehand's own messages, made from the workspace's address, for which Slack is asked once, as Slack makes
 * them. Empty where Slack has never said it. Not within a transaction.
 */
@Component
public class Permalinks {

    private final SlackPosts posts;
    private final SlackGateway gateway;

    Permalinks(SlackPosts posts, SlackGateway gateway) {
        this.posts = posts;
        this.gateway = gateway;
    }

    /** Empty also where the subject stands nowhere. */
    public Optional<String> to(String subject) {
        return posts.find(subject).filter(post -> !post.deleted()).flatMap(this::to);
    }

    /** Empty also where it was never posted. */
    public Optional<String> to(SlackPost post) {
        return Optional.ofNullable(post.posted()).flatMap(at -> link(at, post.threadTs()));
    }

    /** To a message that stands under no other. */
    public Optional<String> to(Posted message) {
        return link(message, null);
    }

    private Optional<String> link(Posted message, @Nullable String threadTs) {
        return gateway.self()
                .ifDone()
                .map(self -> self.workspace() + "archives/" + message.channel() + "/p"
                        + message.ts().replace(".", "")
                        + (threadTs == null ? "" : "?thread_ts=" + threadTs + "&cid=" + message.channel()));
    }
}
