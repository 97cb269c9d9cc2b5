package dev.beforehand.reminders;

import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.reminders.Cadence.Step;
import dev.beforehand.reminders.Observation.Chased;
import dev.beforehand.reminders.Verdict.Rests;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about one client.
 *
 * @param letters one, but for a client who gets a letter for each invoice
 * @param rests what would be written about if it were not for something
 */
record Decision(List<Send> letters, List<Rest> rests) {

    /**
     * One letter.
     *
     * @param cadence that asks for it, by its name; empty where a person does
     * @param mode the strictest of those of its cadences; empty where a person asks for it
     * @param onlyAbout the invoice, of a client who gets a letter for each
     * @param invoices by due date: the first one carries the letter, and sets its words
     */
    record Send(
            @Nullable String cadence,
            @Nullable Mode mode,
            @Nullable InvoiceId onlyAbout,
            List<Asked> invoices) {}

    /**
     * An invoice that a letter names.
     *
     * @param step for which the letter asks, or how far the invoice is
     * @param listed whether it is named because it is open too, and not for its step
     */
    record Asked(Invoice invoice, Step step, boolean listed) {}

    /**
     * A step that is not written.
     *
     * @param cadence the name of the one that serves it; empty where none does
     * @param until the last day for which it holds; empty where nobody knows it
     */
    record Rest(
            Invoice invoice,
            String cadence,
            int day,
            Reason reason,
            @Nullable LocalDate until) {

        static Rest of(Chased chased, int day, Rests why) {
            var cadence = chased.cadence() == null ? "" : chased.cadence().name();
            return new Rest(chased.invoice(), cadence, day, why.reason(), why.until());
        }
    }
}
