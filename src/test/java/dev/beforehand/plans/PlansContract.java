package dev.beforehand.plans;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.activity.Activities;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import dev.beforehand.database.TestLedger;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.Invoices;
import dev.beforehand.plans.PaymentPlan.State;
import dev.beforehand.plans.PlanTerms.Interval;
import java.time.LocalTime;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

@Transactional
@Import({Plans.class, PlanConfiguration.class, Invoices.class, Activities.class, TestLedger.class, PlansFixture.class})
abstract class PlansContract {

    private static final PlanTerms THREE_MONTHS = new PlanTerms(3, MONDAY.plusDays(7), Interval.MONTHLY);

    @Autowired
    Plans plans;

    @Autowired
    TestLedger ledger;

    @Autowired
    TestClock clock;

    ColleagueId ana;
    ColleagueId dana;
    ClientId harbour;
    InvoiceId first;
    InvoiceId second;

    @BeforeEach
    void aClientWithTwoInvoices() {
        clock.moveTo(MONDAY, LocalTime.of(8, 30));
        ana = ledger.colleague("Ana Ruiz");
        dana = ledger.colleague("Dana Lindqvist");
        harbour = ledger.client("Harbour Books", ana);
        first = ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 700.00");
        second = ledger.invoice("INV-2", harbour, MONDAY.plusDays(3), "EUR 300.00");
    }

    @Test
    void anApprovedPlanCoversItsInvoices() {
        var plan = proposed();
        assertThat(plans.covered(List.of(first, second))).isEmpty();
        assertThat(plans.waiting()).extracting(PaymentPlan::money).containsExactly(Money.parse("EUR 1000.00"));

        assertThat(plans.approve(plan, dana)).isEqualTo(new Decision.Decided());

        assertThat(plans.covered(List.of(first, second))).containsExactlyInAnyOrder(first, second);
        assertThat(plans.waiting()).isEmpty();
        var approved = plans.find(plan).orElseThrow();
        assertThat(approved.instalments())
                .extracting(approved::money)
                .containsExactly(Money.parse("EUR 333.34"), Money.parse("EUR 333.33"), Money.parse("EUR 333.33"));
    }

    @Test
    void whoProposedItDoesNotDecide() {
        var plan = proposed();

        assertThat(plans.approve(plan, ana)).isEqualTo(new Decision.OwnProposal());
        assertThat(plans.decline(plan, ana)).isEqualTo(new Decision.OwnProposal());
        assertThat(plans.find(plan).orElseThrow().state()).isEqualTo(State.PROPOSED);
    }

    @Test
    void aDecisionStands() {
        var plan = proposed();
        plans.decline(plan, dana);

        assertThat(plans.approve(plan, dana)).isEqualTo(new Decision.AlreadyDecided(State.DECLINED, dana));
        assertThat(plans.covered(List.of(first, second))).isEmpty();
    }

    @Test
    void aPlanWhoseInvoiceWasPaidSinceIsNotApproved() {
        var plan = proposed();
        ledger.paid(first, MONDAY);

        assertThat(plans.approve(plan, dana)).isEqualTo(new Decision.OutOfDate());
    }

    @Test
    void aPlanWhoseFirstInstalmentIsPastIsNotApproved() {
        var plan = proposed();

        clock.moveTo(MONDAY.plusDays(8), LocalTime.of(9, 0));
        assertThat(plans.approve(plan, dana)).isEqualTo(new Decision.TooLate());

        clock.moveTo(MONDAY.plusDays(7), LocalTime.of(9, 0));
        assertThat(plans.approve(plan, dana)).isEqualTo(new Decision.Decided());
    }

    @Test
    void anInvoiceIsOnOnePlanOnly() {
        proposed();

        assertThat(plans.propose(harbour, List.of(second), CurrencyUnit.EUR, THREE_MONTHS, ana))
                .isEqualTo(new Proposal.OnPlanAlready(List.of("INV-2")));
    }

    @Test
    void anInvoiceLeadsToItsPlansTheNewestFirst() {
        var declined = proposed();
        plans.decline(declined, dana);
        var newest = proposed();
        var other = ledger.invoice("INV-3", harbour, MONDAY.plusDays(3), "EUR 50.00");

        assertThat(plans.over(List.of(second, other)))
                .extracting(PaymentPlan::id)
                .containsExactly(newest, declined);
        assertThat(plans.over(List.of(other))).isEmpty();
    }

    @Test
    void currenciesAreNotMixed() {
        var dollars = ledger.invoice("INV-3", harbour, MONDAY.plusDays(3), "USD 50.00");

        assertThat(plans.scope(List.of(first, dollars), CurrencyUnit.USD).total())
                .isEqualTo(Money.parse("USD 50.00"));
        assertThat(plans.propose(harbour, List.of(first), CurrencyUnit.USD, THREE_MONTHS, ana))
                .isEqualTo(new Proposal.NothingOwed());
    }

    private PlanId proposed() {
        var proposal = plans.propose(harbour, List.of(first, second), CurrencyUnit.EUR, THREE_MONTHS, ana);
        return ((Proposal.Proposed) proposal).plan();
    }

    @OnSqlite
    static class OnSqliteTests extends PlansContract {}

    @OnPostgres
    static class OnPostgresTests extends PlansContract {}
}
