package dev.beforehand.reminders;

import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.letters.Letter;
import java.util.List;

/** A letter as it would leave now. */
public sealed interface Preview {

    /**
     * @param to the recipient's address
     * @param manager in whose name it leaves, and who gets the answer
     * @param invoices those that it names
     */
    record Ready(Letter letter, String to, String manager, List<InvoiceId> invoices) implements Preview {}

    /** No letter may leave. */
    record NotNow(SendNow.Held why) implements Preview {}
}
