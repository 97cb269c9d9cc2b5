package dev.beforehand.reminders;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.Colleague;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.money.Totals;
import dev.beforehand.reminders.Cadence.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a client at one moment, as far as letters are concerned.
 *
 * @param manager in whose name the client is written to; empty where nobody with an address looks after it
 * @param addressee whether there is an address to write to
 * @param writtenToday whether the client has its letter of today
 * @param lastLetter on which day, by the client's date, the newest letter before it left, or is to leave; empty where there is none
 * @param standstill what keeps back every letter, whoever it is to; empty where nothing does
 * @param days on which days the client's steps fall
 * @param zone in which the client's working hours are
 */
record Observation(
        Client client,
        @Nullable Colleague manager,
        Addressee addressee,
        boolean replyWaits,
        boolean writtenToday,
        @Nullable LocalDate lastLetter,
        @Nullable Reason standstill,
        StepDays days,
        ZoneId zone,
        List<Chased> invoices) {

    /** What the client owes on these invoices. */
    Totals owed(LocalDate today) {
        return invoices.stream()
                .map(chased -> chased.invoice().balanceOn(today))
                .filter(Money::isPositive)
                .collect(Totals.summing());
    }

    Optional<Chased> about(InvoiceId invoice) {
        return invoices.stream()
                .filter(chased -> chased.invoice().id().equals(invoice))
                .findFirst();
    }

    /** The date that the client writes at that moment. */
    LocalDate dateAt(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    boolean letterPerInvoice() {
        return client.preferences().letterPerInvoice();
    }

    enum Addressee {
        REACHABLE,
        UNKNOWN,
        /** Mail to it came back. */
        SUSPENDED
    }

    /**
     * An invoice and what stands in the way of asking for it.
     *
     * @param cadence that serves it; empty where none does
     * @param lastStep of the letters about it, whatever became of them; empty where there is none
     * @param heldBack the last day on which it was noted that something held a letter about it back; empty where nothing did
     * @param letters that asked for it, or named it when it was overdue
     */
    record Chased(
            Invoice invoice,
            @Nullable Cadence cadence,
            Standing standing,
            @Nullable Integer lastStep,
            @Nullable LocalDate heldBack,
            int letters) {

        boolean isDisputed() {
            return invoice.disputed() || standing.problem();
        }

        /** Whether a letter about it asked for this step, or for a later one. */
        boolean isWritten(Step step) {
            return lastStep != null && lastStep >= step.day();
        }

        boolean wasHeldBack(Step step, StepDays days) {
            return heldBack != null && !heldBack.isBefore(days.of(invoice.dueOn(), step.day()));
        }

        /** Whether so much time has passed since the step's day, or since what held it back was over, that it is let go. */
        boolean isTooLate(Step step, StepDays days, LocalDate leavesOn) {
            var day = days.of(invoice.dueOn(), step.day());
            var since = heldBack != null && heldBack.isAfter(day) ? heldBack : day;
            return since.isBefore(leavesOn.minusDays(Cadence.CATCH_UP_DAYS));
        }
    }

    /**
     * What was agreed or said about an invoice.
     *
     * @param missing whether the ledger's newest reading did not have it
     * @param problem whether the client told of one that is not settled
     * @param promisedUntil the last day on which a promise covers it; empty where none does
     * @param heldUntil the last day for which somebody put it on hold; empty where nobody did
     */
    record Standing(
            boolean missing,
            boolean problem,
            boolean onPlan,
            @Nullable LocalDate promisedUntil,
            @Nullable LocalDate heldUntil) {}
}
