package dev.beforehand.slack.plans;

import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.plans.PaymentPlan.State;
import dev.beforehand.plans.PlanId;
import dev.beforehand.plans.PlanPolicy;
import dev.beforehand.plans.PlannedInvoice;
import dev.beforehand.plans.Plans;
import dev.beforehand.plans.Signature;
import dev.beforehand.slack.FinanceLeads;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads a plan's card whole from the database. */
@Component
class PlanCardReader {

    private final Plans plans;
    private final PlanPolicy policy;
    private final PlanErrors errors;
    private final Invoices invoices;
    private final Clients clients;
    private final Colleagues colleagues;
    private final FinanceLeads leads;

    PlanCardReader(
            Plans plans,
            PlanPolicy policy,
            PlanErrors errors,
            Invoices invoices,
            Clients clients,
            Colleagues colleagues,
            FinanceLeads leads) {
        this.plans = plans;
        this.policy = policy;
        this.errors = errors;
        this.invoices = invoices;
        this.clients = clients;
        this.colleagues = colleagues;
        this.leads = leads;
    }

    /** The card as of now; empty where there is no such plan. */
    Optional<PlanCard> read(PlanId id) {
        return plans.find(id).map(this::card);
    }

    private PlanCard card(PaymentPlan plan) {
        var covered = plan.invoices().stream().map(PlannedInvoice::invoiceId).toList();
        return new PlanCard(
                plan.knownId(),
                clients.find(plan.clientId()).orElseThrow().name(),
                invoices.all(covered).stream()
                        .map(line -> line.invoice().number())
                        .toList(),
                plan.money(),
                plan.instalments(),
                plan.state(),
                plans.stillFits(plan),
                colleague(plan.proposedBy()).name(),
                plan.proposedAt(),
                plan.decidedBy() == null ? null : colleague(plan.decidedBy()).name(),
                plan.decidedAt(),
                policy.needsTwo(plan.money()),
                plan.standingSignature()
                        .map(first -> colleague(first.by()).name())
                        .orElse(null),
                plan.standingSignature().map(Signature::at).orElse(null),
                plan.state() == State.PROPOSED
                        ? plans.objection(plan)
                                .map(reason -> errors.sentence(reason, plan.currency()))
                                .orElse(null)
                        : null,
                deciders(plan));
    }

    private List<String> deciders(PaymentPlan plan) {
        var passedOver = Stream.concat(
                        Stream.of(plan.proposedBy()), plan.standingSignature().map(Signature::by).stream())
                .map(id -> colleague(id).slackUserId())
                .toList();
        return leads.ids().stream().filter(lead -> !passedOver.contains(lead)).toList();
    }

    private Colleague colleague(ColleagueId id) {
        return colleagues.find(id).orElseThrow();
    }
}
