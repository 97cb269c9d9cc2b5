package dev.beforehand.reminders;

import dev.beforehand.reminders.Cadence.Step;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is to be done about one invoice. */
sealed interface Verdict {

    /** Its step is to be written. */
    record Due(Step step) implements Verdict {}

    /** @param until the last day for which this holds; empty where nobody knows it */
    record Rests(Reason reason, @Nullable LocalDate until) implements Verdict {

        Rests(Reason reason) {
            this(reason, null);
        }
    }
}
