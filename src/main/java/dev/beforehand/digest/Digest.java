package dev.beforehand.digest;

import dev.beforehand.activity.Activities.Tally;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.money.Totals;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.reminders.PlannedLetters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the team needs to know in the morning.
 *
 * @param since what was done since the digest before this one
 * @param open all open invoices
 * @param dueSoon those that fall due after the day and within the digest's horizon
 * @param overdueByAge the overdue ones by how late they are
 * @param broken promises that were broken, and about which nothing was agreed since
 * @param toClaim check-ins that wait for somebody
 * @param claimed check-ins that somebody has
 * @param letters those of the day: still to leave, or what became of them
 */
public record Digest(
        LocalDate day,
        Map<Kind, Tally> since,
        Sum open,
        Sum dueToday,
        Sum dueSoon,
        Sum overdue,
        Map<Age, Sum> overdueByAge,
        Section<BrokenLine> broken,
        Section<CheckInLine> toClaim,
        Section<CheckInLine> claimed,
        Section<InvoiceLine> dueTodayLines,
        Section<InvoiceLine> overdueLines,
        Section<PlanLine> plans,
        PlannedLetters letters,
        Missing missing) {

    /** How many invoices, and what is owed on them. */
    public record Sum(int count, Totals balance) {

        public static final Sum NONE = new Sum(0, Totals.NONE);

        Sum plus(Sum other) {
            return new Sum(count + other.count, balance.plus(other.balance));
        }
    }

    /** The ageing buckets of what is overdue, in days past the due date. */
    public enum Age {
        UP_TO_30,
        UP_TO_60,
        UP_TO_90,
        OVER_90
    }

    /** The first lines of a section, and how many there are in all. */
    public record Section<T>(List<T> lines, int total) {

        public int more() {
            return total - lines.size();
        }
    }

    /**
     * A check-in with its open invoices.
     *
     * @param claimedBy who has it; empty where nobody does
     */
    public record CheckInLine(
            CheckInId id,
            String clientName,
            @Nullable String accountManagerName,
            @Nullable String claimedBy,
            @Nullable Instant claimedAt,
            List<InvoiceLine> invoices) {}

    /**
     * A promise that was not kept.
     *
     * @param arrived of what was promised, since then
     * @param invoices those that it covered and that are still open
     */
    public record BrokenLine(
            String clientName,
            @Nullable String accountManagerName,
            Money promised,
            LocalDate promisedOn,
            Money arrived,
            List<InvoiceLine> invoices) {}

    /** A plan that waits for a decision. */
    public record PlanLine(
            PaymentPlan plan,
            String clientName,
            @Nullable String accountManagerName,
            String proposedBy,
            List<InvoiceLine> invoices) {}

    /** Clients with open invoices whom nobody can write to, or whom nobody looks after: how many, and the first names. */
    public record Missing(Section<String> contact, Section<String> accountManager) {

        public boolean any() {
            return contact.total() + accountManager.total() > 0;
        }
    }
}
