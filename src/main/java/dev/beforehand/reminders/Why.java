package dev.beforehand.reminders;

import dev.beforehand.invoices.InvoiceLine;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Each letter about an invoice, and each that was not written, with the reason and the days on which it was decided so.
 *
 * @param cadence the name of the one that serves it; empty where none does, or it is not open
 * @param next the letter to come, should nothing stand in its way; empty where none is
 * @param now why no letter about it could leave today; empty where one could
 * @param until the last day for which that holds; empty where nobody knows it
 */
public record Why(
        InvoiceLine invoice,
        @Nullable String cadence,
        List<Entry> entries,
        @Nullable Coming next,
        @Nullable Reason now,
        @Nullable LocalDate until) {

    /** What happened about one step. */
    public sealed interface Entry {

        /** The first day on which it happened. */
        LocalDate from();
    }

    /**
     * A letter that named it, or was to.
     *
     * @param decidedBy who held it or had it sent; empty where nobody did
     */
    public record Lettered(
            Reminder letter, Reminder.Named named, @Nullable String decidedBy) implements Entry {

        @Override
        public LocalDate from() {
            return letter.day();
        }
    }

    /**
     * No letter.
     *
     * @param day after the due date: of the step that was not written
     * @param until the last day for which it was to hold; empty where nobody knew it
     * @param from the first day on which it was decided so
     * @param to the last one
     */
    public record Rested(
            int day,
            String cadence,
            Reason reason,
            @Nullable LocalDate until,
            LocalDate from,
            LocalDate to) implements Entry {}

    /**
     * The letter to come.
     *
     * @param day after the due date: of its step
     * @param letter the name of its words
     */
    public record Coming(int day, String letter, LocalDate on) {}
}
