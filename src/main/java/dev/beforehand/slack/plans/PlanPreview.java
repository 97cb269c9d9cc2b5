package dev.beforehand.slack.plans;

import dev.beforehand.plans.Instalment;
import dev.beforehand.slack.agreements.Subject;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a draft comes to now.
 *
 * @param currencies those in which its invoices are open
 * @param total what is open in the draft's currency
 * @param schedule empty where the draft cannot stand
 * @param errors a sentence for each field because of which it cannot
 * @param twoApproveAbove the sum because of which two people have to approve it; empty where one is enough
 */
record PlanPreview(
        Subject subject,
        String client,
        List<CurrencyUnit> currencies,
        PlanDraft draft,
        Money total,
        List<Instalment> schedule,
        Map<String, String> errors,
        @Nullable Money twoApproveAbove) {

    /** Says what the form shows, so that nobody submits a schedule that they have not seen. */
    String metadata() {
        return subject.key() + " " + total + " " + draft;
    }

    static Subject subject(String metadata) {
        return Subject.of(metadata.split(" ", 2)[0]);
    }
}
