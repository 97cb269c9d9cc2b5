package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.Invoice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a client at one moment, as far as letters are concerned.
 *
 * @param manager in whose name the client is written to; empty where nobody with an address looks after it
 * @param reachable whether there is an address to write to
 * @param writtenToday whether the client has its letter of today
 */
record Observation(
        ClientId client,
        String clientName,
        @Nullable String manager,
        boolean reachable,
        boolean writtenToday,
        List<Chased> invoices) {

    /**
     * An invoice and what stands in the way of asking for it.
     *
     * @param missing whether the ledger's newest reading did not have it
     * @param problem whether the client told of one that is not settled
     * @param promisedUntil the last day on which a promise covers it; empty where none does
     * @param lastStep of the letters about it, whatever became of them; empty where there is none
     */
    record Chased(
            Invoice invoice,
            boolean missing,
            boolean problem,
            boolean onPlan,
            @Nullable LocalDate promisedUntil,
            @Nullable Integer lastStep) {}
}
