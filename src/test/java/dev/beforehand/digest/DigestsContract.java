package dev.beforehand.digest;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.CheckInsFixture;
import dev.beforehand.checkins.ClientSaid.Promised;
import dev.beforehand.checkins.Dispute.Resolution;
import dev.beforehand.checkins.Disputes;
import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.checkins.Promises;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestLedger;
import dev.beforehand.digest.Digest.Age;
import dev.beforehand.digest.Digest.CheckInLine;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.invoices.Payments;
import dev.beforehand.plans.PlanTerms;
import dev.beforehand.plans.Plans;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
@Import({DigestsConfiguration.class, CheckInsFixture.class, Payments.class, Activities.class, TestLedger.class})
abstract class DigestsContract {

    @Autowired
    Digests digests;

    @Autowired
    CheckIns checkIns;

    @Autowired
    Promises promises;

    @Autowired
    Disputes disputes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Payments payments;

    @Autowired
    Plans plans;

    @Autowired
    TestLedger ledger;

    ColleagueId ana;
    ClientId harbour;

    @BeforeEach
    void aClient() {
        ana = ledger.colleague("Ana Ruiz");
        harbour = ledger.client("Harbour Books", ana);
    }

    @Test
    void countsAndSumsByDueDateAndCurrency() {
        ledger.invoice("TODAY", harbour, MONDAY, "EUR 10.00");
        ledger.invoice("SOON", harbour, MONDAY.plusDays(7), "USD 20.00");
        ledger.invoice("LATER", harbour, MONDAY.plusDays(8), "EUR 40.00");
        ledger.invoice("LATE", harbour, MONDAY.minusDays(30), "EUR 80.00");
        ledger.invoice("LATER STILL", harbour, MONDAY.minusDays(91), "EUR 160.00");
        ledger.paid(ledger.invoice("PAID", harbour, MONDAY, "EUR 1000.00"), MONDAY);

        var digest = digest();

        assertThat(digest.open().count()).isEqualTo(5);
        assertThat(digest.open().balance().amounts())
                .containsExactly(Money.parse("EUR 290.00"), Money.parse("USD 20.00"));
        assertThat(digest.dueToday().count()).isEqualTo(1);
        assertThat(digest.dueSoon().balance().amounts()).containsExactly(Money.parse("USD 20.00"));
        assertThat(digest.overdue().count()).isEqualTo(2);
        assertThat(digest.overdueByAge().get(Age.UP_TO_30).count()).isEqualTo(1);
        assertThat(digest.overdueByAge().get(Age.OVER_90).balance().in(CurrencyUnit.EUR))
                .isEqualTo(Money.parse("EUR 160.00"));
        assertThat(digest.overdueLines().lines())
                .extracting(line -> line.invoice().number())
                .containsExactly("LATER STILL", "LATE");
    }

    @Test
    void checkInsStandUnderWhoeverHasThem() {
        var mill = ledger.client("Mill Lane Bakery", ana);
        ledger.invoice("H-1", harbour, MONDAY.plusDays(3), "EUR 10.00");
        ledger.invoice("H-2", harbour, MONDAY.plusDays(4), "EUR 20.00");
        ledger.invoice("M-1", mill, MONDAY.plusDays(1), "EUR 30.00");
        checkIns.flag(MONDAY);
        checkIns.claim(digest().toClaim().lines().getFirst().id(), ana);

        var digest = digest();

        assertThat(digest.claimed().lines()).extracting(CheckInLine::clientName).containsExactly("Mill Lane Bakery");
        assertThat(digest.claimed().lines().getFirst().claimedBy()).isEqualTo("Ana Ruiz");
        assertThat(digest.toClaim().total()).isEqualTo(1);
        assertThat(digest.toClaim().lines().getFirst().invoices())
                .extracting(InvoiceLine::id)
                .hasSize(2);
    }

    @Test
    void brokenPromisesStandUntilSomethingNewIsAgreedOrAllIsPaid() {
        var first = ledger.invoice("H-1", harbour, MONDAY.minusDays(20), "EUR 100.00");
        var second = ledger.invoice("H-2", harbour, MONDAY.minusDays(10), "EUR 50.00");
        var promised = new Promised(Money.parse("EUR 150.00"), MONDAY);
        promises.make(harbour, List.of(first, second), promised, ana);
        pays(first, 3000);
        ledgerOf(MONDAY.plusDays(3));
        promises.judge(MONDAY);
        assertThat(digest().broken().total()).isZero();

        promises.judge(MONDAY.plusDays(3));
        var broken = digest().broken();
        assertThat(broken.total()).isEqualTo(1);
        var line = broken.lines().getFirst();
        assertThat(line.clientName()).isEqualTo("Harbour Books");
        assertThat(line.promised()).isEqualTo(Money.parse("EUR 150.00"));
        assertThat(line.arrived()).isEqualTo(Money.parse("EUR 30.00"));
        assertThat(line.invoices()).extracting(InvoiceLine::id).containsExactly(first, second);

        promises.make(harbour, List.of(first), new Promised(Money.parse("EUR 70.00"), MONDAY.plusDays(9)), ana);
        assertThat(digest().broken().lines().getFirst().invoices())
                .extracting(InvoiceLine::id)
                .containsExactly(second);
        disputes.open(harbour, List.of(second), Problem.QUALITY, "It broke", ana, ana);
        assertThat(digest().broken().total()).isZero();
        disputes.resolve(harbour, List.of(second), Resolution.REJECTED, ana);
        assertThat(digest().broken().total()).isEqualTo(1);
        ledger.paid(second, MONDAY);
        assertThat(digest().broken().total()).isZero();
    }

    @Test
    void aBrokenPromiseIsOverOnceItsAmountHasArrivedLate() {
        var invoice = ledger.invoice("H-1", harbour, MONDAY.minusDays(20), "EUR 100.00");
        promises.make(harbour, List.of(invoice), new Promised(Money.parse("EUR 60.00"), MONDAY), ana);
        ledgerOf(MONDAY.plusDays(3));
        promises.judge(MONDAY.plusDays(3));

        pays(invoice, 5999);
        assertThat(digest().broken().lines().getFirst().arrived()).isEqualTo(Money.parse("EUR 59.99"));
        pays(invoice, 6000);
        assertThat(digest().broken().total()).isZero();
        assertThat(digest().broken().lines()).isEmpty();
    }

    @Test
    void aLongSectionShowsItsFirstLinesAndCountsTheRest() {
        for (int i = 1; i <= 12; i++) {
            ledger.invoice("INV-" + i, harbour, MONDAY.minusDays(i), "EUR 1.00");
        }

        var overdue = digests.forDay(MONDAY, Instant.EPOCH, 5).overdueLines();

        assertThat(overdue.lines()).hasSize(5);
        assertThat(overdue.more()).isEqualTo(7);
        assertThat(digests.overdue(MONDAY, 5, 10).lines()).hasSize(2);
    }

    @Test
    void plansThatWaitNameTheirProposer() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 10.00");
        plans.propose(
                harbour, List.of(invoice), CurrencyUnit.EUR, new PlanTerms(2, MONDAY, PlanTerms.Interval.MONTHLY), ana);

        var waiting = digest().plans();

        assertThat(waiting.total()).isEqualTo(1);
        assertThat(waiting.lines().getFirst().proposedBy()).isEqualTo("Ana Ruiz");
    }

    @Test
    void whatIsMissingIsNamed() {
        var nameless = ledger.clientWithoutContact("Nobody Ltd");
        ledger.invoice("INV-1", nameless, MONDAY, "EUR 10.00");
        ledger.clientWithoutContact("Owes nothing Ltd");

        var missing = digest().missing();

        assertThat(missing.contact().lines()).containsExactly("Nobody Ltd");
        assertThat(missing.accountManager().total()).isEqualTo(1);
    }

    @Test
    void whatWasPaidSinceTheLastDigestIsTold() {
        ledger.paid(ledger.invoice("INV-1", harbour, MONDAY, "EUR 10.00"), MONDAY);
        ledger.paid(ledger.invoice("INV-2", harbour, MONDAY, "EUR 5.00"), MONDAY.plusDays(1));

        payments.note(MONDAY);
        payments.note(MONDAY);

        var paid = digest().since().get(Kind.INVOICE_PAID);
        assertThat(paid.count()).isEqualTo(1);
        assertThat(paid.amount().amounts()).containsExactly(Money.parse("EUR 10.00"));
    }

    private void pays(InvoiceId invoice, long paid) {
        jdbc.sql("update invoice set paid = ? where id = ?")
                .params(paid, invoice.value())
                .update();
    }

    private void ledgerOf(LocalDate day) {
        var written = day.atStartOfDay(ZoneId.of("Europe/London")).toInstant();
        jdbc.sql("insert into ledger_file (path, fingerprint, imported_at, as_of) values ('invoices.csv', 'x', 0, ?)")
                .param(written.toEpochMilli())
                .update();
    }

    private Digest digest() {
        return digests.forDay(MONDAY, Instant.EPOCH, 8);
    }

    @OnSqlite
    static class OnSqliteTests extends DigestsContract {}

    @OnPostgres
    static class OnPostgresTests extends DigestsContract {}
}
