package dev.beforehand.slack;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** What is said to one person; written with the change that is its reason, and said soon after it. */
@Component
public class DirectMessages {

    /** As long as this it is news, over a weekend too. */
    private static final Duration NEWS = Duration.ofDays(3);

    private final Errands errands;

    DirectMessages(Errands errands) {
        this.errands = errands;
    }

    public void send(String person, SlackMessage message) {
        errands.addMessage(person, null, StoredMessage.write(message), NEWS);
    }
}
