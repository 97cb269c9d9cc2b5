package dev.beforehand.slack.plans;

import dev.beforehand.letters.Phrases;
import dev.beforehand.plans.PlanPolicy;
import dev.beforehand.plans.PlanPolicy.Schedule;
import dev.beforehand.plans.PlanPolicy.Schedule.Reason;
import dev.beforehand.plans.Proposal;
import dev.beforehand.slack.Format;
import java.time.Period;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says beside which field, and in which words, a plan cannot stand. The words are plain text; pure. */
@Component
class PlanErrors {

    private static final int LONGEST_NUMBERS = 100;

    private final PlanPolicy policy;
    private final Phrases phrases;

    PlanErrors(PlanPolicy policy, Phrases phrases) {
        this.policy = policy;
        this.phrases = phrases;
    }

    /** @param schedule empty where no first day is chosen */
    Map<String, String> of(@Nullable Schedule schedule, CurrencyUnit currency) {
        if (schedule == null) {
            return Map.of(PlanDraft.FIRST_ON, phrases.say("plan.error.first"));
        }
        return schedule instanceof Schedule.Refused refused ? of(refused.reason(), currency) : Map.of();
    }

    Map<String, String> of(Proposal proposal, CurrencyUnit currency) {
        return switch (proposal) {
            case Proposal.Proposed proposed -> Map.of();
            case Proposal.Refused refused -> of(refused.reason(), currency);
            case Proposal.NothingOwed nothing ->
                Map.of(PlanDraft.INSTALMENTS, phrases.say("plan.refused.nothing-owed"));
            case Proposal.OnPlanAlready taken -> {
                var numbers = Format.cut(String.join(", ", taken.numbers()), LONGEST_NUMBERS);
                yield Map.of(PlanDraft.INSTALMENTS, phrases.say("plan.error.on-plan", Map.of("numbers", numbers)));
            }
        };
    }

    /** The rule that forbids a plan. */
    String sentence(Reason reason, CurrencyUnit currency) {
        return phrases.say(
                "plan.error." + reason,
                Map.of(
                        "most",
                        PlanPolicy.MOST_INSTALMENTS,
                        "longest",
                        policy.longest().map(this::duration).orElse(""),
                        "share",
                        policy.smallestShare().map(Format::number).orElse(""),
                        "exposure",
                        policy.largestExposure(currency).map(Format::money).orElse("")));
    }

    private Map<String, String> of(Reason reason, CurrencyUnit currency) {
        var field = switch (reason) {
            case INSTALMENTS, AMOUNT_TOO_SMALL, TOO_LONG, SHARE_TOO_SMALL, EXPOSURE -> PlanDraft.INSTALMENTS;
            case FIRST_DAY_PAST, FIRST_DAY_TOO_FAR -> PlanDraft.FIRST_ON;
        };
        return Map.of(field, sentence(reason, currency));
    }

    private String duration(Period period) {
        return period.getDays() > 0
                ? phrases.say("plan.duration.days", period.getDays(), Map.of())
                : phrases.say("plan.duration.months", Math.toIntExact(period.toTotalMonths()), Map.of());
    }
}
