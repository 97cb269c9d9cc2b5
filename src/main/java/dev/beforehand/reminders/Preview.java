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
     * @param others the numbers of those that leave at the same time, each in a letter of its own
     */
    record Ready(Letter letter, String to, String manager, List<InvoiceId> invoices, List<String> others)
            implements Preview {

        public Ready(Letter letter, String to, String manager, List<InvoiceId> invoices) {
            this(letter, to, manager, invoices, List.of());
        }

        Ready beside(List<String> others) {
            return new Ready(letter, to, manager, invoices, others);
        }
    }

    /** No letter may leave. */
    record NotNow(SendNow.Held why) implements Preview {}
}
