package dev.beforehand.slack;

import dev.beforehand.clients.ClientId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what shows a subject, by how it begins. */
@Component
class CardKinds {

    /** Begins the subjects of messages that their cards have left: {@code left:<ts>:check-in:17}. */
    private static final String LEFT = "left:";

    private final List<CardKind> kinds;
    private final SlackPosts posts;

    CardKinds(List<CardKind> kinds, SlackPosts posts) {
        this.kinds = List.copyOf(kinds);
        this.posts = posts;
    }

    CardKind of(String subject) {
        return isLeft(subject)
                ? new Left()
                : kinds.stream()
                        .filter(kind -> subject.startsWith(kind.prefix()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("Nothing shows '" + subject + "'."));
    }

    static String left(SlackPost post) {
        return LEFT + post.ts() + ":" + post.subject();
    }

    static boolean isLeft(String subject) {
        return subject.startsWith(LEFT);
    }

    /** The message that a card has left says where it went. */
    private final class Left implements CardKind {

        @Override
        public String prefix() {
            return LEFT;
        }

        @Override
        public Optional<Place> place(String subject) {
            return Optional.empty();
        }

        @Override
        public Optional<ClientId> client(String subject) {
            return of(moved(subject)).client(moved(subject));
        }

        @Override
        public SlackMessage render(String subject) {
            var moved = moved(subject);
            var now = posts.find(moved).orElseThrow();
            return of(moved).farewell(moved, now);
        }

        private static String moved(String subject) {
            return subject.substring(subject.indexOf(':', LEFT.length()) + 1);
        }
    }
}
