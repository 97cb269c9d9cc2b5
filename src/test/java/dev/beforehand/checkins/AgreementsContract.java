package dev.beforehand.checkins;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.checkins.ClientSaid.Promised;
import dev.beforehand.checkins.Dispute.Resolution;
import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import dev.beforehand.database.TestLedger;
import dev.beforehand.invoices.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Promises and disputes, with or without a check-in. */
@Transactional
@Import({CheckInsFixture.class, Activities.class, TestLedger.class})
abstract class AgreementsContract {

    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final LocalDate GRACE_ENDS = FRIDAY.plusDays(4);

    @Autowired
    Promises promises;

    @Autowired
    Disputes disputes;

    @Autowired
    Activities activities;

    @Autowired
    TestLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    ColleagueId ana;
    ColleagueId ben;
    ClientId harbour;
    InvoiceId first;
    InvoiceId second;

    @BeforeEach
    void aClientWithTwoOldInvoices() {
        clock.moveTo(MONDAY, LocalTime.of(8, 30));
        ana = ledger.colleague("Ana Ruiz");
        ben = ledger.colleague("Ben Okafor");
        harbour = ledger.client("Harbour Books", ana);
        first = ledger.invoice("INV-1", harbour, MONDAY.minusDays(20), "EUR 100.00");
        second = ledger.invoice("INV-2", harbour, MONDAY.minusDays(10), "EUR 50.00");
    }

    @Test
    void aSmallPromiseCoversWhatItReachesAndNothingElse() {
        promise("EUR 0.01", FRIDAY, first, second);

        assertThat(promises.covering(both(), MONDAY)).isEqualTo(Map.of(first, GRACE_ENDS));
    }

    @Test
    void theNewestPromiseAboutAnInvoiceCounts() {
        promise("EUR 150.00", MONDAY.plusDays(30), first, second);
        promise("EUR 100.00", FRIDAY, first);

        assertThat(promises.covering(both(), MONDAY)).containsEntry(first, GRACE_ENDS);
        assertThat(promises.covering(both(), MONDAY.plusDays(10))).containsOnlyKeys(second);
        assertThat(promises.about(both())).hasSize(2);

        promise("EUR 150.00", FRIDAY, first, second);
        assertThat(promises.about(both())).extracting(Promise::promisedOn).containsExactly(FRIDAY);
    }

    @Test
    void nothingCanBePromisedAboutWhatIsPaidOrAnotherClients() {
        var other = ledger.invoice("INV-3", ledger.client("Mill Lane", ana), MONDAY, "EUR 10.00");
        ledger.paid(first, MONDAY);

        assertThat(promises.make(harbour, List.of(first, other), promised("EUR 10.00", FRIDAY), ana))
                .isFalse();
        assertThat(promises.about(List.of(first, other))).isEmpty();
    }

    @Test
    void whatArrivesInPartsKeepsAPromiseAndLettersGoOn() {
        promise("EUR 60.00", FRIDAY, first, second);

        pays(first, 3000);
        promises.judge(MONDAY.plusDays(1));
        assertThat(states()).containsExactly("ACTIVE");

        pays(first, 6000);
        promises.judge(MONDAY.plusDays(2));
        promises.judge(MONDAY.plusDays(2));
        assertThat(states()).containsExactly("KEPT");
        assertThat(promises.covering(both(), MONDAY.plusDays(2))).isEmpty();
        assertThat(times(Kind.PROMISE_KEPT)).isEqualTo(1);
    }

    @Test
    void aPromiseIsBrokenOnTheDayAfterItsGraceAndNoEarlier() {
        promise("EUR 150.00", FRIDAY, first, second);
        pays(first, 9000);
        ledgerOf(GRACE_ENDS.plusDays(3));

        promises.judge(GRACE_ENDS);
        assertThat(states()).containsExactly("ACTIVE");
        promises.judge(GRACE_ENDS.plusDays(1));
        promises.judge(GRACE_ENDS.plusDays(2));

        assertThat(states()).containsExactly("BROKEN");
        assertThat(times(Kind.PROMISE_BROKEN)).isEqualTo(1);
    }

    @Test
    void noPromiseIsCalledBrokenByALedgerThatMayNotKnowOfThePayment() {
        promise("EUR 150.00", FRIDAY, first, second);
        jdbc.sql("update invoice set missing = true where id = ?")
                .param(second.value())
                .update();
        ledgerOf(GRACE_ENDS.plusDays(1));
        promises.judge(GRACE_ENDS.plusDays(1));
        assertThat(states()).containsExactly("ACTIVE");

        jdbc.sql("update invoice set missing = false").update();
        ledgerOf(GRACE_ENDS);
        clock.moveTo(GRACE_ENDS.plusDays(1), LocalTime.of(8, 30));
        promises.judge(GRACE_ENDS.plusDays(1));
        assertThat(states()).containsExactly("ACTIVE");

        ledgerOf(GRACE_ENDS.plusDays(1));
        promises.judge(GRACE_ENDS.plusDays(1));
        assertThat(states()).containsExactly("BROKEN");
    }

    @Test
    void anOldLedgerIsEnoughToCallAPromiseKept() {
        promise("EUR 100.00", FRIDAY, first);
        ledgerOf(MONDAY);
        ledger.paid(first, MONDAY);

        promises.judge(GRACE_ENDS.plusDays(1));

        assertThat(states()).containsExactly("KEPT");
    }

    @Test
    void aPromiseAboutAnotherInvoiceStandsThoughANewOneIsAboutAllThatIsOwed() {
        promise("EUR 50.00", MONDAY.plusDays(30), second);
        promise("EUR 100.00", FRIDAY, first, second);

        assertThat(states()).containsExactly("ACTIVE", "ACTIVE");
        assertThat(promises.covering(both(), MONDAY.plusDays(10))).containsOnlyKeys(second);
    }

    @Test
    void whatNewPromisesCoverBetweenThemCancelsAnOldOne() {
        promise("EUR 150.00", MONDAY.plusDays(30), first, second);
        promise("EUR 100.00", FRIDAY, first);
        promise("EUR 50.00", FRIDAY, second);

        assertThat(states()).containsExactly("CANCELLED", "ACTIVE", "ACTIVE");
    }

    @Test
    void aPromiseThatWasJustKeptIsNotCancelledByANewOne() {
        promise("EUR 100.00", FRIDAY, first);
        ledger.paid(first, MONDAY);
        promise("EUR 50.00", FRIDAY, second);

        promises.judge(MONDAY);

        assertThat(states()).containsExactly("KEPT", "ACTIVE");
    }

    @Test
    void anInvoiceIsNotAwaitedByAnOldPromiseOnceANewerOneCoversIt() {
        promise("EUR 150.00", FRIDAY, first, second);
        promise("EUR 100.00", MONDAY.plusDays(30), first);
        ledgerOf(GRACE_ENDS.plusDays(1));
        pays(second, 5000);

        promises.judge(GRACE_ENDS.plusDays(1));

        assertThat(states()).containsExactly("KEPT", "ACTIVE");
    }

    @Test
    void lettersDoNotRestForAnOldPromiseAfterTheNewerOneWasBroken() {
        promise("EUR 150.00", MONDAY.plusDays(30), first, second);
        promise("EUR 100.00", FRIDAY, first);
        ledgerOf(GRACE_ENDS.plusDays(1));

        promises.judge(GRACE_ENDS.plusDays(1));

        assertThat(states()).containsExactly("ACTIVE", "BROKEN");
        assertThat(promises.covering(both(), GRACE_ENDS.plusDays(1))).containsOnlyKeys(second);
    }

    @Test
    void aDisputeIsAboutItsInvoicesOnlyAndStandsUntilItIsSettled() {
        assertThat(disputes.open(harbour, List.of(first), Problem.QUALITY, "Half of it broke", ben, ana))
                .isTrue();
        assertThat(disputes.standing(both())).containsExactly(first);

        var dispute = disputes.newest(both()).orElseThrow();
        assertThat(dispute.ownerId()).isEqualTo(ben);
        assertThat(dispute.resolution()).isNull();

        assertThat(disputes.resolve(harbour, both(), Resolution.CREDITED, ben)).isTrue();
        assertThat(disputes.resolve(harbour, both(), Resolution.REJECTED, ana)).isFalse();
        assertThat(disputes.standing(both())).isEmpty();
        assertThat(disputes.newest(both()).orElseThrow().resolution()).isEqualTo(Resolution.CREDITED);
        assertThat(times(Kind.DISPUTE_OPENED)).isEqualTo(1);
        assertThat(times(Kind.DISPUTE_RESOLVED)).isEqualTo(1);
    }

    @Test
    void aDisputeThatStandsTakesNewWordsAndKeepsItsOwnerUntilItIsHandedOver() {
        disputes.open(harbour, List.of(first), Problem.QUALITY, "Half of it broke", ben, ana);
        disputes.open(harbour, both(), Problem.WRONG_AMOUNT, "They want half of the price", ana, ana);

        assertThat(disputes.about(both()))
                .extracting(Dispute::invoiceId, Dispute::reason, Dispute::ownerId)
                .containsExactlyInAnyOrder(
                        tuple(first, Problem.WRONG_AMOUNT, ben), tuple(second, Problem.WRONG_AMOUNT, ana));

        disputes.handOver(harbour, List.of(first), ana, ben);
        assertThat(disputes.about(both())).extracting(Dispute::ownerId).containsOnly(ana);
    }

    @Test
    void aDisputeIsOpenedOnceAndWhatChangesNothingIsNotWrittenDown() {
        disputes.open(harbour, List.of(first), Problem.QUALITY, "Half of it broke", ben, ana);
        disputes.open(harbour, List.of(first), Problem.QUALITY, "Half of it broke", ben, ana);
        disputes.handOver(harbour, both(), ben, ana);
        assertThat(activities.since(Instant.EPOCH)).doesNotContainKey(Kind.DISPUTE_CHANGED);

        disputes.open(harbour, List.of(first), Problem.QUALITY, "All of it broke", ben, ana);
        disputes.handOver(harbour, both(), ana, ben);
        assertThat(times(Kind.DISPUTE_CHANGED)).isEqualTo(2);
        assertThat(times(Kind.DISPUTE_OPENED)).isEqualTo(1);
    }

    @Test
    void aDisputeAboutWhatWasPaidIsStillToBeSettledButNotTheOneToShow() {
        disputes.open(harbour, List.of(second), Problem.NOT_DELIVERED, "Nothing came", ben, ana);
        disputes.resolve(harbour, List.of(second), Resolution.CORRECTED, ben);
        disputes.open(harbour, List.of(first), Problem.QUALITY, "Half of it broke", ben, ana);
        ledger.paid(first, MONDAY);

        assertThat(disputes.newest(both())).map(Dispute::invoiceId).hasValue(second);
        assertThat(disputes.about(both())).extracting(Dispute::invoiceId).containsExactly(first);
        assertThat(disputes.resolve(harbour, List.of(first), Resolution.CREDITED, ben))
                .isTrue();
    }

    @Test
    void nothingIsDisputedAboutWhatIsPaid() {
        ledger.paid(first, MONDAY);

        assertThat(disputes.open(harbour, List.of(first), Problem.QUALITY, "It broke", ben, ana))
                .isFalse();
        assertThat(disputes.standing(List.of(first))).isEmpty();
    }

    private void promise(String amount, LocalDate on, InvoiceId... about) {
        assertThat(promises.make(harbour, List.of(about), promised(amount, on), ana))
                .isTrue();
    }

    private static Promised promised(String amount, LocalDate on) {
        return new Promised(Money.parse(amount), on);
    }

    private void pays(InvoiceId invoice, long paid) {
        jdbc.sql("update invoice set paid = ? where id = ?")
                .params(paid, invoice.value())
                .update();
    }

    private void ledgerOf(LocalDate day) {
        jdbc.sql("delete from ledger_file").update();
        jdbc.sql("insert into ledger_file (path, fingerprint, imported_at, as_of) values ('invoices.csv', 'x', 0, ?)")
                .param(day.atStartOfDay(clock.getZone()).toInstant().toEpochMilli())
                .update();
    }

    private List<InvoiceId> both() {
        return List.of(first, second);
    }

    private List<String> states() {
        return jdbc.sql("select state from promise order by id")
                .query(String.class)
                .list();
    }

    private int times(Kind kind) {
        return activities.since(Instant.EPOCH).get(kind).count();
    }

    @OnSqlite
    static class OnSqliteTests extends AgreementsContract {}

    @OnPostgres
    static class OnPostgresTests extends AgreementsContract {}
}
