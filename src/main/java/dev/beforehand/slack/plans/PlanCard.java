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
 * @param signedBy who has approved it as the first of two; empty where nobody has
 * @param objection the rule that forbids it now; empty where none does
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
        boolean needsTwo,
        @Nullable String signedBy,
        @Nullable Instant signedAt,
        @Nullable String objection,
        List<String> deciders) {}
