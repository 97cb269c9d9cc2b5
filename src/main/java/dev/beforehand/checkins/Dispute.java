package dev.beforehand.checkins;

import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A client's reason not to pay an invoice. Letters about it rest until somebody says how it was settled.
 *
 * @param words the client's
 * @param ownerId who sees to it that it is settled
 * @param resolution how it was settled; empty while it stands
 */
public record Dispute(
        @Nullable @Id Long id,
        ClientId clientId,
        InvoiceId invoiceId,
        Problem reason,
        String words,
        ColleagueId ownerId,
        ColleagueId openedBy,
        Instant openedAt,
        @Nullable Resolution resolution,
        @Nullable ColleagueId resolvedBy,
        @Nullable Instant resolvedAt) {

    /** How a dispute ended; the names stand in the database. */
    public enum Resolution {
        CORRECTED,
        CREDITED,
        SETTLED,
        REJECTED
    }

    /** Whether they are one problem, about several invoices. */
    public boolean isOneWith(Dispute other) {
        return reason == other.reason && words.equals(other.words) && ownerId.equals(other.ownerId);
    }
}
