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
import dev.beforehand.plans.PlanPolicy.Schedule.Reason;
import dev.beforehand.plans.PlanTerms.Interval;
import java.time.LocalTime;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Transactional;

@Transactional
@Import({Plans.class, PlanConfiguration.class, Invoices.class, Activities.class, TestLedger.class, PlansFixture.class})
@TestPropertySource(
        properties = {"beforehand.plans.largest-exposure=EUR 5000", "beforehand.plans.second-approver-above=EUR 2500"})
abstract class PlansContract {

    private static final PlanTerms THREE_MONTHS = new PlanTerms(3, MONDAY.plusDays(7), Interval.MONTHLY);

    @Autowired
    Plans plans;

    @Autowired
    TestLedger ledger;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

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

    @Test
    void aLargePlanIsApprovedByTwoDifferentPeopleWhoDidNotProposeIt() {
        var eva = ledger.colleague("Eva Stone");
        large();
        var plan = proposed();

        assertThat(plans.approve(plan, ana)).isEqualTo(new Decision.OwnProposal());
        assertThat(plans.approve(plan, dana)).isEqualTo(new Decision.SignedFirst());
        assertThat(plans.approve(plan, dana)).isEqualTo(new Decision.SignedAlready());
        assertThat(plans.covered(List.of(first))).isEmpty();
        assertThat(plans.find(plan)
                        .orElseThrow()
                        .standingSignature()
                        .orElseThrow()
                        .by())
                .isEqualTo(dana);

        assertThat(plans.approve(plan, eva)).isEqualTo(new Decision.Decided());
        assertThat(plans.covered(List.of(first))).containsExactly(first);
        assertThat(plans.find(plan).orElseThrow().decidedBy()).isEqualTo(eva);
        assertThat(plans.find(plan).orElseThrow().standingSignature()).isPresent();
    }

    @Test
    void whoeverSignsAfterThePlanHasChangedIsTheFirst() {
        var eva = ledger.colleague("Eva Stone");
        large();
        var plan = proposed();
        plans.approve(plan, dana);
        jdbc.sql("update instalment set amount = amount + 2 - 2 * number where payment_plan = ?")
                .param(plan.value())
                .update();

        assertThat(plans.approve(plan, eva)).isEqualTo(new Decision.SignedFirst());
        assertThat(plans.approve(plan, dana)).isEqualTo(new Decision.Decided());
    }

    @Test
    void whatAClientOwesOnOtherPlansCountsTowardsTheMostAndWhatIsPaidDoesNot() {
        var large = ledger.invoice("INV-3", harbour, MONDAY.plusDays(3), "EUR 4500.00");
        proposed();

        assertThat(plans.propose(harbour, List.of(large), CurrencyUnit.EUR, THREE_MONTHS, ana))
                .isEqualTo(new Proposal.Refused(Reason.EXPOSURE));
        ledger.paid(first, MONDAY);
        assertThat(plans.propose(harbour, List.of(large), CurrencyUnit.EUR, THREE_MONTHS, ana))
                .isInstanceOf(Proposal.Proposed.class);
    }

    @Test
    void aPlanThatHasGrownBeyondTheMostMeanwhileIsNotApproved() {
        var plan = proposed();
        var other = plans.propose(
                harbour,
                List.of(ledger.invoice("INV-4", harbour, MONDAY.plusDays(3), "EUR 3999.00")),
                CurrencyUnit.EUR,
                THREE_MONTHS,
                ana);
        assertThat(other).isInstanceOf(Proposal.Proposed.class);
        jdbc.sql("update invoice set total = total + 200 where number = 'INV-4'")
                .update();

        assertThat(plans.approve(plan, dana)).isEqualTo(new Decision.BeyondPolicy(Reason.EXPOSURE));
    }

    /** Makes what the client owes worth two signatures. */
    private void large() {
        second = ledger.invoice("INV-9", harbour, MONDAY.plusDays(3), "EUR 2000.00");
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
