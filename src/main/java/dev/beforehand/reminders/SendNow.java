package dev.beforehand.reminders;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What became of a person's wish to have a letter sent. */
public sealed interface SendNow {

    /** It leaves within moments. */
    record Requested(ReminderId reminder) implements SendNow {}

    /**
     * It must not leave.
     *
     * @param until the last day for which this holds; empty where nobody knows it
     */
    record Held(Reason reason, @Nullable LocalDate until) implements SendNow {}
}
