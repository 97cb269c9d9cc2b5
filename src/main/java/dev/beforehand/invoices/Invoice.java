package dev.beforehand.invoices;

import dev.beforehand.clients.ClientId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as the ledger knows it.
 *
 * @param paid what was paid so far while it stays open
 * @param openUntil the first day on which it is open no more; {@link #UNKNOWN} while nobody knows that day
 * @param closedBy how it was or will be closed; empty where {@code openUntil} is unknown
 */
public record Invoice(
        InvoiceId id,
        String number,
        ClientId clientId,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money total,
        Money paid,
        LocalDate openUntil,
        @Nullable ClosedBy closedBy,
        boolean disputed) {

    /** Stands for a day that nobody knows yet. */
    public static final LocalDate UNKNOWN = LocalDate.of(9999, 12, 31);

    /** How an invoice ends. */
    public enum ClosedBy {
        PAYMENT,
        /** Less was paid than the total, and the rest was credited or let go. */
        PART_PAYMENT,
        VOID
    }

    /** Open on its day of issue and until the day before it is settled or voided. */
    public boolean isOpenOn(LocalDate day) {
        return !day.isBefore(issuedOn) && day.isBefore(openUntil);
    }

    /** What the client still owes on that day; zero where it is not open. */
    public Money balanceOn(LocalDate day) {
        return isOpenOn(day) ? total.minus(paid) : Money.zero(total.getCurrencyUnit());
    }

    /** Days past the due date; negative before it. */
    public long daysLateOn(LocalDate day) {
        return ChronoUnit.DAYS.between(dueOn, day);
    }
}
