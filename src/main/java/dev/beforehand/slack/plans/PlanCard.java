package dev.beforehand.slack.plans;

import dev.beforehand.plans.Instalment;
import dev.beforehand.plans.PaymentPlan.State;
import dev.beforehand.plans.PlanId;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All that the card of a payment plan shows, as the database had it at one moment.
 *
 * @param invoices the numbers of the invoices that it covers, by due date
 * @param fits whether it still is what is owed on them, and no instalment's day is past
 * @param deciders the Slack ids of those who may decide about it
 */
record PlanCard(
        PlanId id,
        String client,
        List<String> invoices,
        Money total,
        List<Instalment> instalments,
        State state,
        boolean fits,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        List<String> deciders) {}
