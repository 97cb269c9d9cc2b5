package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.money.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One letter to one client.
 *
 * @param step of the invoice that carries it: days after its due date, before it when negative
 * @param day on which it leaves, or left
 * @param messageId made before the first try and the same for each
 * @param requestedBy who asked for it; empty where the cadence did
 * @param decidedBy who decided what is to become of it after it was stuck; empty where nobody had to
 * @param recipient the address to which it went; empty before the first try
 * @param subject empty before the mail server answered
 * @param reason what the mail server said, a sentence; of a cancelled one the name of its {@link Reason}
 * @param attempts how often it was handed to the mail server
 * @param changedAt when it came into its state
 * @param invoices by due date, those that were left out too
 */
public record Reminder(
        ReminderId id,
        ClientId client,
        int step,
        LocalDate day,
        State state,
        String messageId,
        @Nullable ColleagueId requestedBy,
        @Nullable ColleagueId decidedBy,
        @Nullable String recipient,
        @Nullable String subject,
        @Nullable String reason,
        int attempts,
        Instant changedAt,
        List<Named> invoices) {

    /** Where a letter stands. */
    public enum State {
        /** Waits for its turn. */
        PENDING,
        /** On its way to the mail server. */
        SENDING,
        /** The mail server took it, or a person says that it arrived. */
        SENT,
        /** The mail server did not take it. */
        FAILED,
        /** It may have left or not; a person decides. */
        UNKNOWN,
        /** It did not leave, and need not. */
        CANCELLED;

        /** Whether it goes no further without a person. */
        public boolean waitsForAPerson() {
            return this == FAILED || this == UNKNOWN;
        }
    }

    /**
     * An invoice in a letter.
     *
     * @param balance what the letter asks for
     * @param leftOut why it is not in the letter after all; empty where it is
     */
    public record Named(
            InvoiceId invoice,
            String number,
            int step,
            LocalDate dueOn,
            Money balance,
            @Nullable Reason leftOut) {}

    /** The invoices that stand in the letter. */
    public List<Named> named() {
        return invoices.stream().filter(named -> named.leftOut() == null).toList();
    }

    /** What the letter asks for. */
    public Totals totals() {
        return named().stream().map(Named::balance).collect(Totals.summing());
    }

    /** Why it was cancelled; empty where it was not. */
    public @Nullable Reason cancelledFor() {
        return state == State.CANCELLED && reason != null ? Reason.valueOf(reason) : null;
    }

    Reminder naming(List<Named> invoices) {
        return new Reminder(
                id,
                client,
                step,
                day,
                state,
                messageId,
                requestedBy,
                decidedBy,
                recipient,
                subject,
                reason,
                attempts,
                changedAt,
                invoices);
    }
}
