package dev.beforehand.slack.checkins;

import dev.beforehand.checkins.CheckIn;
import dev.beforehand.checkins.CheckIn.LetGo;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.Dispute.Resolution;
import dev.beforehand.checkins.Feedback.Mood;
import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.money.Totals;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.reminders.Reminder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
 * @param away until when the account manager is away; empty where they are there
 * @param holder who has the check-in, or was done with it
 * @param handedBy who gave it to them; empty where they claimed it
 * @param letGo how it came back to be claimed again; empty where nobody had it
 * @param said what the client said, the oldest first
 * @param dispute the newest about its invoices
 * @param promises those that are active about its invoices
 * @param holds of the client, or of its invoices
 * @param plans the newest plan in each currency
 * @param letter the newest letter about its invoices
 */
record CheckInCard(
        CheckInId id,
        LocalDate today,
        String client,
        @Nullable String accountManager,
        @Nullable Away away,
        boolean reachable,
        List<Item> invoices,
        CheckIn.State state,
        @Nullable String holder,
        @Nullable Instant claimedAt,
        @Nullable String handedBy,
        @Nullable Back letGo,
        CheckIn.@Nullable Outcome outcome,
        @Nullable Instant closedAt,
        List<Said> said,
        @Nullable Disputed dispute,
        List<Promised> promises,
        List<OnHold> holds,
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

    record Away(LocalDate backOn, String backup) {}

    record Back(LetGo how, String who, Instant at) {}

    record Said(String words, Mood mood, @Nullable Problem problem, String author, Instant at) {}

    /**
     * @param owner who sees to it
     * @param by who opened it, or said how it was settled
     * @param at when
     * @param resolution empty while it stands
     */
    record Disputed(
            Problem reason,
            String owner,
            String by,
            Instant at,
            @Nullable Resolution resolution) {}

    /** @param number of the invoice; empty where all letters rest */
    record OnHold(@Nullable String number, LocalDate until, String reason, String author) {}

    record Promised(Money amount, LocalDate on) {}

    /**
     * @param askedBy empty where it is one of the cadence
     * @param decidedBy who held it, or had it sent; empty where nobody did
     * @param at when it came into its state
     */
    record Letter(
            Reminder.State state,
            @Nullable String askedBy,
            @Nullable String decidedBy,
            Instant at) {}

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
        return dispute == null || dispute.resolution() != null ? null : dispute.reason();
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
