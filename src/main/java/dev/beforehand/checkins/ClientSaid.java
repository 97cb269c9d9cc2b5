package dev.beforehand.checkins;

import dev.beforehand.checkins.Feedback.Mood;
import dev.beforehand.checkins.Feedback.Problem;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a colleague writes down after talking to a client.
 *
 * @param promise what the client promised to pay, and when; empty where nothing was promised
 */
public record ClientSaid(
        String words,
        Mood mood,
        @Nullable Promised promise,
        @Nullable Problem problem) {

    /** An amount and its day. */
    public record Promised(Money amount, LocalDate on) {

        public Promised {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("A promise is about an amount above zero, not " + amount + ".");
            }
        }
    }

    public ClientSaid {
        if (words.isBlank()) {
            throw new IllegalArgumentException("Feedback needs the client's words.");
        }
    }
}
