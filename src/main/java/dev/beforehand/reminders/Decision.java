package dev.beforehand.reminders;

import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.reminders.Cadence.Step;
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
     * @param rules the cadence that asks for it; empty where a person does
     * @param day of the carrying invoice, after its due date; it sets the tone
     * @param step of the carrying invoice; empty where the words nearest to the day are meant
     * @param onlyAbout the invoice, of a client who gets a letter for each
     * @param invoices by due date: the first one carries the letter
     */
    record Send(
            @Nullable Cadence rules,
            int day,
            @Nullable Step step,
            @Nullable InvoiceId onlyAbout,
            List<Asked> invoices) {}

    /**
     * An invoice that a letter names.
     *
     * @param day after its due date: of the step for which the letter asks
     * @param listed whether it is named because it is open too, and not for its step
     */
    record Asked(Invoice invoice, int day, boolean listed) {}

    /**
     * A step that is not written.
     *
     * @param until the last day for which it holds; empty where nobody knows it
     */
    record Rest(
            Invoice invoice,
            String cadence,
            int day,
            Reason reason,
            @Nullable LocalDate until) {}
}
