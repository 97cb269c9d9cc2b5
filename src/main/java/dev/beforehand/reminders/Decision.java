package dev.beforehand.reminders;

import dev.beforehand.invoices.Invoice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be done about one client. */
sealed interface Decision {

    /**
     * One letter.
     *
     * @param step of the carrying invoice; it sets the tone
     * @param invoices by due date: the first one carries the letter
     */
    record Send(int step, List<Asked> invoices) implements Decision {}

    /**
     * Something would be written if it were not for this.
     *
     * @param until the last day for which it holds; empty where nobody knows it
     */
    record Hold(Reason reason, @Nullable LocalDate until) implements Decision {}

    /** There is nothing to write. */
    record Done() implements Decision {}

    /** An invoice that a letter names, and the step for which it does. */
    record Asked(Invoice invoice, int step) {}
}
