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
import dev.beforehand.plans.PlanTerms.Interval;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({Plans.class, PlanConfiguration.class, Invoices.class, Activities.class, TestLedger.class, PlansFixture.class})
abstract class ConcurrentProposalsContract {

    @Autowired
    Plans plans;

    @Autowired
    TestLedger ledger;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void empty() {
        for (var table : List.of(
                "activity",
                "instalment",
                "payment_plan_invoice",
                "payment_plan",
                "invoice",
                "client_word",
                "preference_edit",
                "client",
                "colleague")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @RepeatedTest(5)
    void ofTwoProposalsAtOnceForAnInvoiceOneIsRefused() throws Exception {
        clock.moveTo(MONDAY, LocalTime.of(8, 30));
        var ana = ledger.colleague("Ana Ruiz");
        var harbour = ledger.client("Harbour Books", ana);
        var invoice = ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 700.00");

        var proposals = twoAtOnce(harbour, invoice, ana);

        assertThat(proposals).filteredOn(Proposal.Proposed.class::isInstance).hasSize(1);
        assertThat(proposals).contains(new Proposal.OnPlanAlready(List.of("INV-1")));
        assertThat(plans.waiting()).hasSize(1);
    }

    private List<Proposal> twoAtOnce(ClientId client, InvoiceId invoice, ColleagueId by) throws Exception {
        var together = new CyclicBarrier(2);
        Callable<Proposal> propose = () -> {
            together.await();
            return plans.propose(
                    client,
                    List.of(invoice),
                    CurrencyUnit.EUR,
                    new PlanTerms(3, MONDAY.plusDays(7), Interval.MONTHLY),
                    by);
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    IntStream.range(0, 2).mapToObj(i -> threads.submit(propose)).toList();
            return List.of(calls.getFirst().get(), calls.getLast().get());
        }
    }

    @OnSqlite
    static class OnSqliteTests extends ConcurrentProposalsContract {}

    @OnPostgres
    static class OnPostgresTests extends ConcurrentProposalsContract {}
}
