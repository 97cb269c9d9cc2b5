package dev.beforehand.checkins;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Somebody's word that no letter shall ask for something for a while.
 *
 * @param invoiceId the invoice; empty: all that the client owes
 * @param untilOn the last day for which it holds
 * @param releasedBy who ended it before that day; empty where nobody did
 */
public record Hold(
        @Nullable @Id HoldId id,
        ClientId clientId,
        @Nullable InvoiceId invoiceId,
        LocalDate untilOn,
        String reason,
        ColleagueId authorId,
        Instant at,
        @Nullable ColleagueId releasedBy,
        @Nullable Instant releasedAt) {

    /** The id of one that was read from the database. */
    public HoldId knownId() {
        if (id == null) {
            throw new IllegalStateException("A hold has no id before it is saved.");
        }
        return id;
    }
}
