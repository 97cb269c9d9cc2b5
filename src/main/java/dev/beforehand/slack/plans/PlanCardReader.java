package dev.beforehand.slack.plans;

import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.plans.PlanId;
import dev.beforehand.plans.PlannedInvoice;
import dev.beforehand.plans.Plans;
import dev.beforehand.slack.Approvers;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads a plan's card whole from the database. */
@Component
class PlanCardReader {

    private final Plans plans;
    private final Invoices invoices;
    private final Clients clients;
    private final Colleagues colleagues;
    private final Approvers approvers;

    PlanCardReader(Plans plans, Invoices invoices, Clients clients, Colleagues colleagues, Approvers approvers) {
        this.plans = plans;
        this.invoices = invoices;
        this.clients = clients;
        this.colleagues = colleagues;
        this.approvers = approvers;
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
                deciders(plan));
    }

    private List<String> deciders(PaymentPlan plan) {
        var proposer = colleague(plan.proposedBy()).slackUserId();
        return approvers.approvers().stream()
                .filter(approver -> !approver.equals(proposer))
                .toList();
    }

    private Colleague colleague(ColleagueId id) {
        return colleagues.find(id).orElseThrow();
    }
}
