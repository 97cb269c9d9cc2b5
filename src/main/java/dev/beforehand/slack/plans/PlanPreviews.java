package dev.beforehand.slack.plans;

import dev.beforehand.letters.Phrases;
import dev.beforehand.plans.PlanPolicy;
import dev.beforehand.plans.PlanPolicy.Schedule;
import dev.beforehand.plans.Plans;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.agreements.About;
import dev.beforehand.slack.agreements.Subject;
import dev.beforehand.slack.agreements.Subjects;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Works out what a plan over open invoices would come to. */
@Component
class PlanPreviews {

    private final Subjects subjects;
    private final Plans plans;
    private final PlanPolicy policy;
    private final PlanErrors errors;
    private final Phrases phrases;
    private final Clock clock;

    PlanPreviews(Subjects subjects, Plans plans, PlanPolicy policy, PlanErrors errors, Phrases phrases, Clock clock) {
        this.subjects = subjects;
        this.plans = plans;
        this.policy = policy;
        this.errors = errors;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** What the form begins with; empty where there is nothing to plan. */
    Optional<PlanPreview> first(Subject subject) {
        return of(subject, currency -> PlanDraft.first(currency, LocalDate.now(clock)));
    }

    /** What is filled in; empty where there is nothing to plan any more. */
    Optional<PlanPreview> of(Subject subject, FormFields fields) {
        return of(subject, currency -> PlanDraft.read(fields, currency));
    }

    /** Why there is nothing to plan. */
    String refusal(Subject subject) {
        return phrases.say(subjects.read(subject).isEmpty() ? "agreement.gone" : "plan.refused.nothing-owed");
    }

    private Optional<PlanPreview> of(Subject subject, Function<CurrencyUnit, PlanDraft> draft) {
        return subjects.read(subject).filter(about -> !about.owed().isEmpty()).map(about -> preview(about, draft));
    }

    private PlanPreview preview(About about, Function<CurrencyUnit, PlanDraft> first) {
        var currencies =
                about.owed().amounts().stream().map(Money::getCurrencyUnit).toList();
        var draft = first.apply(currencies.getFirst());
        var total = plans.scope(about.invoices(), draft.currency()).total();
        var terms = draft.terms();
        var schedule = terms == null
                ? null
                : policy.schedule(
                        total,
                        plans.exposure(about.clientId(), draft.currency(), about.invoices()),
                        terms,
                        LocalDate.now(clock));
        return new PlanPreview(
                about.subject(),
                about.client().name(),
                currencies,
                draft,
                total,
                schedule instanceof Schedule.Possible possible ? possible.instalments() : List.of(),
                errors.of(schedule, draft.currency()),
                policy.needsTwo(total)
                        ? policy.secondApproverAbove(draft.currency()).orElse(null)
                        : null);
    }
}
