package dev.beforehand.invoices.ledger;

import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.Invoice.ClosedBy;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An invoice as it stands in the database, or shall stand there. */
record StoredInvoice(
        String number,
        String key,
        ClientId client,
        LocalDate issuedOn,
        LocalDate dueOn,
        String currency,
        long total,
        long paid,
        LocalDate openUntil,
        @Nullable ClosedBy closedBy,
        boolean disputed,
        boolean noted) {

    /** What a row makes of an invoice that nobody knew. Who was paid already is no news. */
    static StoredInvoice of(LedgerInvoice row, ClientId client, LocalDate today) {
        var issuedOn = row.issuedOn() != null ? row.issuedOn() : today.isBefore(row.dueOn()) ? today : row.dueOn();
        var openUntil = openUntil(row, today);
        return of(row, client, issuedOn, Math.max(0, row.paid()), openUntil, !openUntil.isAfter(today));
    }

    /** What a row makes of this invoice. */
    StoredInvoice with(LedgerInvoice row, ClientId client, LocalDate today) {
        boolean wasClosed = closedBy != null && !openUntil.isAfter(today);
        boolean stays = wasClosed && row.closedBy() == closedBy && row.closedOn() == null;
        var until = stays ? openUntil : openUntil(row, today);
        return of(
                row,
                client,
                Optional.ofNullable(row.issuedOn()).orElse(issuedOn),
                row.paid() == LedgerInvoice.AS_BEFORE ? paid : row.paid(),
                until,
                noted && !until.isAfter(today));
    }

    boolean isOpenOn(LocalDate day) {
        return !issuedOn.isAfter(day) && openUntil.isAfter(day);
    }

    private static StoredInvoice of(
            LedgerInvoice row, ClientId client, LocalDate issuedOn, long paid, LocalDate openUntil, boolean noted) {
        return new StoredInvoice(
                row.number(),
                row.key(),
                client,
                issuedOn,
                row.dueOn(),
                row.currency(),
                row.total(),
                paid,
                openUntil,
                row.closedBy(),
                row.disputed(),
                noted);
    }

    /** Where the file does not say when an invoice was closed, it is today that it became known. */
    private static LocalDate openUntil(LedgerInvoice row, LocalDate today) {
        if (row.closedBy() == null) {
            return Invoice.UNKNOWN;
        }
        return row.closedOn() == null ? today : row.closedOn();
    }
}
