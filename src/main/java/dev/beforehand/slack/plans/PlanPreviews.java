package dev.beforehand.slack.plans;

import dev.beforehand.checkins.CheckIn;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.Clients;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.letters.Phrases;
import dev.beforehand.plans.PlanPolicy;
import dev.beforehand.plans.PlanPolicy.Schedule;
import dev.beforehand.plans.Plans;
import dev.beforehand.slack.FormFields;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Works out what a plan over a check-in's open invoices would come to. */
@Component
class PlanPreviews {

    private final CheckIns checkIns;
    private final Plans plans;
    private final PlanPolicy policy;
    private final Invoices invoices;
    private final Clients clients;
    private final PlanErrors errors;
    private final Phrases phrases;
    private final Clock clock;

    PlanPreviews(
            CheckIns checkIns,
            Plans plans,
            PlanPolicy policy,
            Invoices invoices,
            Clients clients,
            PlanErrors errors,
            Phrases phrases,
            Clock clock) {
        this.checkIns = checkIns;
        this.plans = plans;
        this.policy = policy;
        this.invoices = invoices;
        this.clients = clients;
        this.errors = errors;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** What the form begins with; empty where there is nothing to plan. */
    Optional<PlanPreview> first(CheckInId id) {
        return of(id, currency -> PlanDraft.first(currency, LocalDate.now(clock)));
    }

    /** What is filled in; empty where there is nothing to plan any more. */
    Optional<PlanPreview> of(CheckInId id, FormFields fields) {
        return of(id, currency -> PlanDraft.read(fields, currency));
    }

    /** Why there is nothing to plan. */
    String refusal(CheckInId id) {
        return phrases.say(checkIns.find(id).isEmpty() ? "card.refused.gone" : "plan.refused.nothing-owed");
    }

    private Optional<PlanPreview> of(CheckInId id, Function<CurrencyUnit, PlanDraft> draft) {
        var currencies = openCurrencies(id);
        return checkIns.find(id)
                .filter(checkIn -> !currencies.isEmpty())
                .map(checkIn -> preview(checkIn, currencies, draft.apply(currencies.getFirst())));
    }

    private PlanPreview preview(CheckIn checkIn, List<CurrencyUnit> currencies, PlanDraft draft) {
        var total =
                plans.scope(checkIns.invoicesOf(checkIn.id()), draft.currency()).total();
        var terms = draft.terms();
        var schedule = terms == null ? null : policy.schedule(total, terms, LocalDate.now(clock));
        return new PlanPreview(
                checkIn.id(),
                clients.find(checkIn.clientId()).orElseThrow().name(),
                currencies,
                draft,
                total,
                schedule instanceof Schedule.Possible possible ? possible.instalments() : List.of(),
                errors.of(schedule));
    }

    private List<CurrencyUnit> openCurrencies(CheckInId id) {
        var today = LocalDate.now(clock);
        return invoices.all(checkIns.invoicesOf(id)).stream()
                .map(line -> line.invoice().balanceOn(today))
                .filter(Money::isPositive)
                .map(Money::getCurrencyUnit)
                .distinct()
                .sorted()
                .toList();
    }
}
