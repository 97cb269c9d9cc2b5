package dev.beforehand.plans;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.plans.PaymentPlan.State;
import dev.beforehand.plans.PlanPolicy.Schedule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The payment plans' front door. */
@Service
public class Plans {

    private static final List<String> OPEN = List.of(State.PROPOSED.name(), State.APPROVED.name());

    private final PlanRepository plans;
    private final PlanPolicy policy;
    private final Invoices invoices;
    private final Activities activities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Plans(
            PlanRepository plans,
            PlanPolicy policy,
            Invoices invoices,
            Activities activities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.policy = policy;
        this.invoices = invoices;
        this.activities = activities;
        this.events = events;
        this.clock = clock;
    }

    /** What a plan over these invoices would be about: those of them that are open in this currency, and their sum. */
    public Scope scope(Collection<InvoiceId> ids, CurrencyUnit currency) {
        var today = LocalDate.now(clock);
        var open = invoices.all(ids).stream()
                .filter(line -> line.invoice().isOpenOn(today))
                .filter(line -> line.invoice().total().getCurrencyUnit().equals(currency))
                .toList();
        return new Scope(
                open,
                open.stream().map(line -> line.invoice().balanceOn(today)).reduce(Money.zero(currency), Money::plus));
    }

    /** What the client owes in this currency on its plans that wait or were approved, without these invoices. */
    public Money exposure(ClientId client, CurrencyUnit currency, Collection<InvoiceId> without) {
        var planned = plans.planned(client, OPEN).stream()
                .map(InvoiceId::new)
                .filter(invoice -> !without.contains(invoice))
                .toList();
        return scope(planned, currency).total();
    }

    /** Which of the company's own limits forbids the plan now. */
    public Optional<Schedule.Reason> objection(PaymentPlan plan) {
        return policy.objection(
                plan.instalments(),
                plan.money(),
                exposure(plan.clientId(), plan.currency(), covered(plan)),
                LocalDate.ofInstant(plan.proposedAt(), clock.getZone()));
    }

    /** Proposes a plan over the open invoices among these; it counts once another person has approved it. */
    @Transactional
    public Proposal propose(
            ClientId client, Collection<InvoiceId> ids, CurrencyUnit currency, PlanTerms terms, ColleagueId by) {
        plans.hold(client);
        var scope = scope(ids, currency);
        if (!scope.total().isPositive()) {
            return new Proposal.NothingOwed();
        }
        var taken = onPlan(ids, List.of(State.PROPOSED, State.APPROVED));
        var doubled = scope.invoices().stream()
                .filter(line -> taken.contains(line.id()))
                .map(line -> line.invoice().number())
                .toList();
        if (!doubled.isEmpty()) {
            return new Proposal.OnPlanAlready(doubled);
        }
        return switch (policy.schedule(scope.total(), exposure(client, currency, ids), terms, LocalDate.now(clock))) {
            case Schedule.Refused refused -> new Proposal.Refused(refused.reason());
            case Schedule.Possible possible -> propose(client, scope, possible.instalments(), by);
        };
    }

    public Optional<PaymentPlan> find(PlanId id) {
        return plans.findById(id);
    }

    /** All plans that cover one of these invoices, the newest first, declined ones too. */
    public List<PaymentPlan> over(Collection<InvoiceId> invoices) {
        if (invoices.isEmpty()) {
            return List.of();
        }
        var ids = plans.over(invoices.stream().map(InvoiceId::value).toList()).stream()
                .map(PlanId::new)
                .toList();
        return ids.isEmpty() ? List.of() : plans.findByIdInOrderByIdDesc(ids);
    }

    /** Plans that wait for a decision, the oldest first. */
    public List<PaymentPlan> waiting() {
        return plans.findByStateOrderById(State.PROPOSED);
    }

    /** Those of the invoices that are on an approved plan: their own letters rest. */
    public Set<InvoiceId> covered(Collection<InvoiceId> among) {
        return onPlan(among, List.of(State.APPROVED));
    }

    /** Whether the plan is what is owed on its invoices now, and none of its instalments was payable before today. */
    public boolean stillFits(PaymentPlan plan) {
        return !hasBegun(plan) && isOwed(plan);
    }

    @Transactional
    public Decision approve(PlanId id, ColleagueId by) {
        return decide(id, State.APPROVED, by);
    }

    @Transactional
    public Decision decline(PlanId id, ColleagueId by) {
        return decide(id, State.DECLINED, by);
    }

    private Proposal propose(ClientId client, Scope scope, List<Instalment> instalments, ColleagueId by) {
        var plan = plans.save(new PaymentPlan(
                null,
                null,
                client,
                scope.total().getCurrencyUnit(),
                scope.total().getAmountMinorLong(),
                State.PROPOSED,
                by,
                clock.instant(),
                null,
                null,
                null,
                scope.invoices().stream()
                        .map(line -> new PlannedInvoice(line.id()))
                        .collect(Collectors.toUnmodifiableSet()),
                instalments));
        changed(Kind.PLAN_PROPOSED, plan, by);
        return new Proposal.Proposed(plan.knownId());
    }

    private Decision decide(PlanId id, State decision, ColleagueId by) {
        var plan = plans.findById(id).orElse(null);
        if (plan == null) {
            return new Decision.Unknown();
        }
        if (plan.state() != State.PROPOSED) {
            return new Decision.AlreadyDecided(plan.state(), plan.decidedBy());
        }
        if (plan.proposedBy().equals(by)) {
            return new Decision.OwnProposal();
        }
        if (decision == State.APPROVED && hasBegun(plan)) {
            return new Decision.TooLate();
        }
        if (decision == State.APPROVED && !isOwed(plan)) {
            return new Decision.OutOfDate();
        }
        return decision == State.APPROVED ? approve(plan, by) : decide(plan, decision, by);
    }

    private Decision approve(PaymentPlan plan, ColleagueId by) {
        var objection = objection(plan);
        if (objection.isPresent()) {
            return new Decision.BeyondPolicy(objection.get());
        }
        if (!policy.needsTwo(plan.money())) {
            return decide(plan, State.APPROVED, by);
        }
        var first = plan.standingSignature().map(Signature::by).orElse(null);
        if (first == null) {
            changed(Kind.PLAN_SIGNED, plans.save(plan.signed(by, clock.instant())), by);
            return new Decision.SignedFirst();
        }
        return first.equals(by) ? new Decision.SignedAlready() : decide(plan, State.APPROVED, by);
    }

    private Decision decide(PaymentPlan plan, State decision, ColleagueId by) {
        changed(
                decision == State.APPROVED ? Kind.PLAN_APPROVED : Kind.PLAN_DECLINED,
                plans.save(plan.decided(decision, by, clock.instant())),
                by);
        return new Decision.Decided();
    }

    private boolean hasBegun(PaymentPlan plan) {
        return plan.instalments().getFirst().payableOn().isBefore(LocalDate.now(clock));
    }

    private boolean isOwed(PaymentPlan plan) {
        return scope(covered(plan), plan.currency()).total().equals(plan.money());
    }

    private static List<InvoiceId> covered(PaymentPlan plan) {
        return plan.invoices().stream().map(PlannedInvoice::invoiceId).toList();
    }

    private Set<InvoiceId> onPlan(Collection<InvoiceId> among, List<State> states) {
        if (among.isEmpty()) {
            return Set.of();
        }
        var ids = among.stream().map(InvoiceId::value).toList();
        return plans.onPlans(ids, states.stream().map(State::name).toList()).stream()
                .map(InvoiceId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void changed(Kind kind, PaymentPlan plan, ColleagueId by) {
        activities.record(Activity.inSlack(
                kind,
                by.value(),
                plan.clientId().value(),
                plan.money(),
                plan.instalments().size() + " instalments"));
        events.publishEvent(new PlanChanged(plan.knownId()));
    }

    /** Invoices that a plan would cover, and what is owed on them. */
    public record Scope(List<InvoiceLine> invoices, Money total) {}
}
