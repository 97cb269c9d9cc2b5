package dev.beforehand.reminders;

import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.letters.Substitute;
import dev.beforehand.letters.Tone;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The real days of each step of an invoice's cadence, as the client's calendar moves them.
 *
 * @param cadence the name of the one that serves it; empty where none does
 */
public record Timetable(
        InvoiceLine invoice,
        @Nullable String cadence,
        @Nullable Mode mode,
        List<StepOn> steps) {

    /**
     * A step of the cadence.
     *
     * @param day after the due date; before it when negative
     * @param letter the name of its words
     * @param substitute what the client gets for want of these words in its language; empty where there are some
     * @param written whether a letter for it, or for a later one, is written
     */
    public record StepOn(
            int day, Tone tone, String letter, @Nullable Substitute substitute, LocalDate on, boolean written) {}
}
