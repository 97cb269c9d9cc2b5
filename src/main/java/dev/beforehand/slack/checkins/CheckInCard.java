package dev.beforehand.slack.checkins;

import dev.beforehand.checkins.CheckIn;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.Feedback.Mood;
import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.money.Totals;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.reminders.Reminder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All that the card of a check-in shows, as the database had it at one moment.
 *
 * @param today the day of that moment
 * @param accountManager empty where nobody looks after the client
 * @param reachable whether there is somebody to write to
 * @param invoices by due date
 * @param holder who has the check-in, or was done with it
 * @param said what the client said, the oldest first
 * @param trouble the problem that stands
 * @param promises the promises that count, one a currency
 * @param plans the newest plan in each currency
 * @param letter the newest letter about its invoices
 */
record CheckInCard(
        CheckInId id,
        LocalDate today,
        String client,
        @Nullable String accountManager,
        boolean reachable,
        List<Item> invoices,
        CheckIn.State state,
        @Nullable String holder,
        @Nullable Instant claimedAt,
        CheckIn.@Nullable Outcome outcome,
        @Nullable Instant closedAt,
        List<Said> said,
        @Nullable Trouble trouble,
        List<Promised> promises,
        List<Plan> plans,
        @Nullable Letter letter) {

    /** How an invoice stands on the day of the card. */
    enum Standing {
        OPEN,
        PAID,
        VOID
    }

    /** @param balance zero where it is not open */
    record Item(String number, LocalDate dueOn, Money balance, Standing standing) {

        boolean isOpen() {
            return standing == Standing.OPEN;
        }
    }

    record Said(String words, Mood mood, @Nullable Problem problem, boolean solved, String author, Instant at) {}

    /** @param author who wrote it down */
    record Trouble(Problem problem, String author, Instant at) {}

    record Promised(Money amount, LocalDate on) {}

    /**
     * @param askedBy empty where it is one of the cadence
     * @param at when it came into its state
     */
    record Letter(Reminder.State state, @Nullable String askedBy, Instant at) {}

    record Plan(
            Money total,
            int instalments,
            PaymentPlan.State state,
            @Nullable String decidedBy) {

        boolean stands() {
            return state != PaymentPlan.State.DECLINED;
        }
    }

    /** The problem that stands. */
    @Nullable
    Problem problem() {
        return trouble == null ? null : trouble.problem();
    }

    /** Who said last that the problem is solved; empty where one stands, or none was named. */
    Optional<Said> solved() {
        return trouble == null ? said.reversed().stream().filter(Said::solved).findFirst() : Optional.empty();
    }

    /** What is owed on its invoices. */
    Totals open() {
        return invoices.stream().filter(Item::isOpen).map(Item::balance).collect(Totals.summing());
    }

    /** Whether there is a currency in which something is owed and no plan waits or was approved. */
    boolean canBePlanned() {
        return open().amounts().stream().map(Money::getCurrencyUnit).anyMatch(currency -> !planned(currency));
    }

    private boolean planned(CurrencyUnit currency) {
        return plans.stream()
                .anyMatch(
                        plan -> plan.stands() && plan.total().getCurrencyUnit().equals(currency));
    }
}
