package dev.beforehand.clients;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a client wants to be written to.
 *
 * @param ccEmails who gets a copy of each letter, separated by semicolons; empty: nobody
 * @param payRun the day on which it pays its invoices; empty: any
 * @param purchaseOrder the number under which it books what it buys
 * @param letterPerInvoice one letter for each invoice, instead of one for all
 * @param statement whether a list of what is open comes with each letter as PDF
 * @param salutation how a letter begins, {@code Dear Ms Weiss}, without a comma; empty: as the letter itself does
 * @param thanks whether it is thanked for a payment
 */
public record Preferences(
        @Nullable String ccEmails,
        @Nullable DayOfWeek payRun,
        @Nullable String purchaseOrder,
        boolean letterPerInvoice,
        boolean statement,
        @Nullable String salutation,
        boolean thanks) {

    /** Whom to send a copy to. */
    public List<String> cc() {
        return ccEmails == null || ccEmails.isBlank() ? List.of() : List.of(ccEmails.split(";"));
    }
}
