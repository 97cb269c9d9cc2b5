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
 * @param problem the reason why they do not want to pay; empty where none was named, which changes nothing about an earlier one
 * @param solved whether the problem that was named before is over
 */
public record ClientSaid(
        String words,
        Mood mood,
        @Nullable Promised promise,
        @Nullable Problem problem,
        boolean solved) {

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
        if (solved && problem != null) {
            throw new IllegalArgumentException("A problem that is named is not solved.");
        }
    }

    /** Words that say nothing of a problem being solved. */
    public ClientSaid(String words, Mood mood, @Nullable Promised promise, @Nullable Problem problem) {
        this(words, mood, promise, problem, false);
    }
}
