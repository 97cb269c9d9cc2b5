package dev.beforehand.slack;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What is said to one person; written with the change that is its reason, and said soon after it. */
@Component
public class DirectMessages {

    /** As long as this it is news, over a weekend too. */
    static final Duration NEWS = Duration.ofDays(3);

    private final Errands errands;

    DirectMessages(Errands errands) {
        this.errands = errands;
    }

    /** @param message asked for in each language, and said in that of the person */
    public void send(String person, Supplier<SlackMessage> message) {
        errands.addMessage(person, null, message, NEWS);
    }
}
