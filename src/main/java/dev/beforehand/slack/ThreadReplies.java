package dev.beforehand.slack;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What is said once in a thread; written with the change that is its reason, and said soon after it. */
@Component
public class ThreadReplies {

    private static final Duration NEWS = Duration.ofDays(1);

    private final Errands errands;

    ThreadReplies(Errands errands) {
        this.errands = errands;
    }

    public void send(Posted root, Supplier<SlackMessage> message) {
        errands.addMessage(root.channel(), root.ts(), message, NEWS);
    }
}
