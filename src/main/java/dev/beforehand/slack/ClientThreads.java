package dev.beforehand.slack;

import dev.beforehand.clients.ClientId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** For which clients the messages of Beforehand stand. */
@Component
public class ClientThreads {

    private final SlackPosts posts;
    private final CardKinds kinds;

    ClientThreads(SlackPosts posts, CardKinds kinds) {
        this.posts = posts;
        this.kinds = kinds;
    }

    /** Whose card this message is. */
    public Optional<ClientId> client(Posted message) {
        return posts.at(message).flatMap(this::client);
    }

    /** What stands above this message, or the message itself where that is what stands above others. */
    public Posted root(Posted message) {
        return posts.at(message)
                .map(SlackPost::threadTs)
                .map(thread -> new Posted(message.channel(), thread))
                .orElse(message);
    }

    /** The cards in this thread that stand for a client, by their ts. */
    public Map<String, ClientId> cards(Posted root) {
        var cards = new HashMap<String, ClientId>();
        posts.inThread(root)
                .forEach(post -> client(post).ifPresent(client -> cards.put(String.valueOf(post.ts()), client)));
        client(root).ifPresent(client -> cards.put(root.ts(), client));
        return cards;
    }

    /** Whether there may be cards in this channel. */
    public boolean mayBeIn(String channel) {
        return posts.hasAny(channel);
    }

    private Optional<ClientId> client(SlackPost post) {
        return kinds.of(post.subject()).client(post.subject());
    }
}
