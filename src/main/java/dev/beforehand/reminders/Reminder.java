package dev.beforehand.reminders;

import dev.beforehand.calendar.SendWindow.Opening;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.letters.Sentence;
import dev.beforehand.letters.Tone;
import dev.beforehand.money.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One letter to one client.
 *
 * @param cadence that asked for it; empty where a person did
 * @param mode what it needs before it leaves; empty where a person asked for it
 * @param step of the invoice that carries it: days after its due date, before it when negative
 * @param onlyAbout the invoice, of a client who gets a letter for each
 * @param day on which it was planned, or asked for
 * @param hours in which it may leave: the client's working hours
 * @param inDoubt whether it may have arrived before somebody had it sent again
 * @param messageId made before the first try and the same for each
 * @param requestedBy who asked for it; empty where the cadence did
 * @param decidedBy who held it, had it sent, or decided about it when it was stuck; empty where nobody did
 * @param recipient the address to which it went; empty before the first try
 * @param subject empty before the mail server answered
 * @param reason a {@link Sentence} as it is written down; of one that was kept back the name of the {@link Reason}
 * @param attempts how often it was handed to the mail server
 * @param changedAt when it came into its state
 * @param invoices by due date, those that were left out too
 */
public record Reminder(
        ReminderId id,
        Kind kind,
        ClientId client,
        @Nullable String cadence,
        @Nullable Mode mode,
        int step,
        Words words,
        @Nullable InvoiceId onlyAbout,
        LocalDate day,
        Opening hours,
        State state,
        boolean inDoubt,
        String messageId,
        @Nullable ColleagueId requestedBy,
        @Nullable ColleagueId decidedBy,
        @Nullable String recipient,
        @Nullable String subject,
        @Nullable String reason,
        int attempts,
        Instant changedAt,
        List<Named> invoices) {

    /** What a letter is for. */
    public enum Kind {
        REMINDER,
        /** For what was paid. */
        THANKS
    }

    /** Where a letter stands. */
    public enum State {
        /** Waits until a person sends it. */
        DRAFT,
        /** Is listed, and leaves at the hour. */
        PLANNED,
        /** A person does not want it to leave. */
        HELD,
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

        /** Whether it has not left yet, and still may. */
        boolean waits() {
            return canBeEdited() || this == PENDING;
        }

        /** Whether it has not left and need not wait. */
        public boolean canBeEdited() {
            return this == DRAFT || this == PLANNED || this == HELD;
        }
    }

    /**
     * In which words it is written.
     *
     * @param letter the name of the template; empty in a thank-you, which has its own
     * @param subject what a person wrote instead of the template's
     * @param note a paragraph that a person added
     */
    public record Words(
            @Nullable String letter,
            Tone tone,
            @Nullable String subject,
            @Nullable String note) {}

    /**
     * An invoice in a letter.
     *
     * @param balance what the letter asks for
     * @param listed whether it is named because it is open too, and not for its step
     * @param leftOut why it is not in the letter after all; empty where it is
     */
    public record Named(
            InvoiceId invoice,
            String number,
            int step,
            LocalDate dueOn,
            Money balance,
            boolean listed,
            @Nullable Reason leftOut) {

        Named without(Reason reason) {
            return new Named(invoice, number, step, dueOn, balance, listed, reason);
        }

        Named asking(Money now) {
            return new Named(invoice, number, step, dueOn, now, listed, leftOut);
        }
    }

    /** The invoices that stand in the letter. */
    public List<Named> named() {
        return invoices.stream().filter(named -> named.leftOut() == null).toList();
    }

    /** Those of which a person may say whether they stand in the letter: all but what fell out by itself. */
    public List<Named> choosable() {
        return invoices.stream()
                .filter(named -> named.leftOut() == null || named.leftOut() == Reason.DROPPED)
                .toList();
    }

    /** What the letter asks for. */
    public Totals totals() {
        return named().stream().map(Named::balance).collect(Totals.summing());
    }

    /** Why it was cancelled; empty where it was not. */
    public @Nullable Reason cancelledFor() {
        return state == State.CANCELLED && reason != null ? Reason.valueOf(reason) : null;
    }

    /** Why it was kept back: a cancelled one, or one in doubt that was to be sent again; empty where it was not. */
    public @Nullable Reason keptBackFor() {
        return state == State.UNKNOWN ? Reason.named(reason).orElse(null) : cancelledFor();
    }

    /** Where it stands once a try has not succeeded: what may have arrived before has not failed. */
    State refused() {
        return inDoubt ? State.UNKNOWN : State.FAILED;
    }

    /** Whether a person left it at a letter that did not arrive. */
    public boolean isLeft() {
        var why = cancelledFor();
        return why == Reason.LEFT || why == Reason.NOT_ARRIVED;
    }

    /** Whether it was cancelled though a person wanted it to leave, or the mail server had turned it away before. */
    public boolean endedUnexpectedly() {
        return state == State.CANCELLED
                && !isLeft()
                && (requestedBy != null
                        || decidedBy != null
                        || cancelledFor() == Reason.MISSED_ITS_DAY && attempts > 0);
    }

    Reminder naming(List<Named> invoices) {
        return new Reminder(
                id,
                kind,
                client,
                cadence,
                mode,
                step,
                words,
                onlyAbout,
                day,
                hours,
                state,
                inDoubt,
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
