package dev.beforehand.checkins;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.checkins.CheckIn.Outcome;
import dev.beforehand.checkins.CheckIn.State;
import dev.beforehand.checkins.Dispute.Resolution;
import dev.beforehand.checkins.Feedback.Mood;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
@Import({CheckInsFixture.class, Activities.class, TestLedger.class})
abstract class CheckInsContract {

    @Autowired
    CheckIns checkIns;

    @Autowired
    Conversations conversations;

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

    @BeforeEach
    void aClient() {
        clock.moveTo(MONDAY, LocalTime.of(8, 30));
        ana = ledger.colleague("Ana Ruiz");
        ben = ledger.colleague("Ben Okafor");
        harbour = ledger.client("Harbour Books", ana);
    }

    @Test
    void oneCheckInAClientAndWeekNamesAllItsInvoices() {
        var first = ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 100.00");
        var second = ledger.invoice("INV-2", harbour, MONDAY.plusDays(7), "EUR 50.00");
        ledger.invoice("INV-3", harbour, MONDAY.plusDays(8), "EUR 25.00");
        ledger.invoice("INV-4", harbour, MONDAY.minusDays(1), "EUR 10.00");

        checkIns.flag(MONDAY);
        checkIns.flag(MONDAY);

        var checkIn = theOnly();
        assertThat(checkIn.state()).isEqualTo(State.OPEN);
        assertThat(checkIns.invoicesOf(checkIn.id())).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void anInvoiceFlaggedLaterInTheWeekJoinsTheCheckIn() {
        ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 100.00");
        checkIns.flag(MONDAY);
        ledger.invoice("INV-3", harbour, MONDAY.plusDays(8), "EUR 25.00");

        checkIns.flag(MONDAY.plusDays(1));

        assertThat(checkIns.invoicesOf(theOnly().id())).hasSize(2);
    }

    @Test
    void anInvoiceLeadsToItsCheckIn() {
        var named = ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 100.00");
        var later = ledger.invoice("INV-2", harbour, MONDAY.plusDays(20), "EUR 100.00");
        var id = flagged().id();

        assertThat(checkIns.naming(List.of(later, named))).containsExactly(id);
        assertThat(checkIns.naming(List.of(later))).isEmpty();
        assertThat(checkIns.naming(List.of())).isEmpty();
    }

    @Test
    void aNewInvoiceOpensADoneCheckInAgain() {
        ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 100.00");
        var id = flagged().id();
        clock.moveTo(MONDAY, LocalTime.of(11, 0));
        checkIns.done(id, Outcome.ON_TRACK, ana);
        clock.moveTo(MONDAY.plusDays(1), LocalTime.of(8, 30));
        checkIns.flag(MONDAY.plusDays(1));
        assertThat(theOnly().state()).isEqualTo(State.DONE);
        ledger.invoice("INV-3", harbour, MONDAY.plusDays(4), "EUR 25.00");

        checkIns.flag(MONDAY.plusDays(1));
        checkIns.flag(MONDAY.plusDays(1));

        assertThat(theOnly().state()).isEqualTo(State.OPEN);
        assertThat(theOnly().outcome()).isEqualTo(Outcome.ON_TRACK);
        assertThat(checkIns.invoicesOf(id)).hasSize(2);
        assertThat(activities.since(Instant.EPOCH).get(Kind.CHECK_IN_REOPENED).count())
                .isEqualTo(1);
        assertThat(checkIns.claim(id, ben)).isEqualTo(new Claim.Claimed());

        clock.moveTo(MONDAY.plusDays(1), LocalTime.of(11, 0));
        checkIns.done(id, Outcome.NO_ANSWER, ben);
        checkIns.flag(MONDAY.plusDays(1));
        assertThat(theOnly().state()).isEqualTo(State.DONE);
    }

    @Test
    void aPromiseSaysNothingOfWhatJoinsLater() {
        var promised = ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 100.00");
        conversations.log(flagged().id(), promise("EUR 100.00", 4), ana);
        clock.moveTo(MONDAY.plusDays(1), LocalTime.of(8, 30));
        var joined = ledger.invoice("INV-3", harbour, MONDAY.plusDays(4), "EUR 25.00");

        checkIns.flag(MONDAY.plusDays(1));

        assertThat(promises.covering(List.of(promised, joined), MONDAY.plusDays(1)))
                .containsOnlyKeys(promised);
    }

    @Test
    void anInvoiceWhoseDueDateMovesIsFlaggedForTheNewOneToo() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 100.00");
        var first = flagged().id();
        checkIns.done(first, Outcome.PROBLEM, ana);
        dueOn(invoice, MONDAY.plusDays(70));

        checkIns.flag(MONDAY.plusDays(62));
        assertThat(checkIns.naming(List.of(invoice))).containsExactly(first);

        checkIns.flag(MONDAY.plusDays(63));
        checkIns.flag(MONDAY.plusDays(64));
        assertThat(checkIns.naming(List.of(invoice))).hasSize(2);
    }

    @Test
    void anInvoiceWhoseDueDateMovesWithinTheWeekWasTalkedAbout() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 100.00");
        checkIns.done(flagged().id(), Outcome.ON_TRACK, ana);
        clock.moveTo(MONDAY.plusDays(1), LocalTime.of(8, 30));
        dueOn(invoice, MONDAY.plusDays(8));

        checkIns.flag(MONDAY.plusDays(1));
        checkIns.flag(MONDAY.plusDays(7));

        assertThat(theOnly().state()).isEqualTo(State.DONE);
    }

    @Test
    void anInvoiceIsInOneRunningCheckInAtATime() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 100.00");
        var running = flagged().id();
        dueOn(invoice, MONDAY.plusDays(9));

        checkIns.flag(MONDAY.plusDays(7));

        assertThat(checkIns.naming(List.of(invoice))).containsExactly(running);
    }

    @Test
    void anInvoiceThatIsOpenAfterAllIsFlaggedAgain() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY.plusDays(8), "EUR 100.00");
        checkIns.flag(MONDAY.plusDays(1));
        ledger.paid(invoice, MONDAY.plusDays(1));
        checkIns.flag(MONDAY.plusDays(1));
        assertThat(theOnly().state()).isEqualTo(State.CANCELLED);
        ledger.paid(invoice, LocalDate.of(9999, 12, 31));

        checkIns.flag(MONDAY.plusDays(7));

        var newest = checkIns.naming(List.of(invoice)).getLast();
        assertThat(checkIns.find(newest).orElseThrow().state()).isEqualTo(State.OPEN);
        assertThat(checkIns.naming(List.of(invoice))).hasSize(2);
    }

    @Test
    void theFirstToClaimHasItAndTheSecondIsToldWho() {
        ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 100.00");
        var id = flagged().id();

        assertThat(checkIns.claim(id, ana)).isEqualTo(new Claim.Claimed());
        assertThat(checkIns.claim(id, ben)).isEqualTo(new Claim.AlreadyClaimed(ana));
        assertThat(checkIns.claim(id, ana)).isEqualTo(new Claim.Claimed());
        assertThat(checkIns.find(id).orElseThrow().claimedBy()).isEqualTo(ana);
        assertThat(activities.since(Instant.EPOCH).get(Kind.CHECK_IN_CLAIMED).count())
                .isEqualTo(1);
    }

    @Test
    void aClaimOnNothingIsRefused() {
        assertThat(checkIns.claim(new CheckInId(4711), ana)).isEqualTo(new Claim.Unknown());
    }

    @Test
    void whatIsPaidInTheMeantimeIsCancelledAndCannotBeClaimed() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 100.00");
        var id = flagged().id();
        ledger.paid(invoice, MONDAY.plusDays(1));

        checkIns.flag(MONDAY.plusDays(1));

        assertThat(checkIns.claim(id, ana)).isEqualTo(new Claim.Closed(State.CANCELLED));
    }

    @Test
    void aPromiseClosesTheCheckInAndCoversItsInvoicesUntilTwoWorkingDaysAfterIt() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 100.00");
        var other = ledger.invoice("INV-2", ledger.client("Mill Lane", ana), MONDAY.minusDays(2), "EUR 100.00");
        var id = flagged().id();
        var friday = MONDAY.plusDays(4);

        conversations.log(id, promise("EUR 100.00", 4), ana);

        assertThat(checkIns.find(id).orElseThrow().outcome()).isEqualTo(Outcome.WILL_PAY);
        var both = List.of(invoice, other);
        var tuesday = friday.plusDays(4);
        assertThat(promises.covering(both, MONDAY)).isEqualTo(Map.of(invoice, tuesday));
        assertThat(promises.covering(both, tuesday)).isEqualTo(Map.of(invoice, tuesday));
        assertThat(promises.covering(both, tuesday.plusDays(1))).isEmpty();
        assertThat(promises.covering(List.of(other), MONDAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 3", "3, 7", "4, 8", "5, 8", "6, 8", "7, 9"})
    void theGraceOfAPromiseIsTwoWorkingDays(int promised, int last) {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 100.00");
        conversations.log(flagged().id(), promise("EUR 100.00", promised), ana);

        var lastDay = MONDAY.plusDays(last);
        assertThat(promises.covering(List.of(invoice), lastDay)).isEqualTo(Map.of(invoice, lastDay));
        assertThat(promises.covering(List.of(invoice), lastDay.plusDays(1))).isEmpty();
    }

    @Test
    void aNewerPromiseReplacesTheOlder() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 100.00");
        var id = flagged().id();

        conversations.log(id, promise("EUR 100.00", 10), ana);
        conversations.log(id, promise("EUR 60.00", 1), ana);

        assertThat(promises.about(checkIns.invoicesOf(id)))
                .extracting(Promise::money)
                .containsExactly(Money.parse("EUR 60.00"));
        assertThat(promises.covering(List.of(invoice), MONDAY.plusDays(9))).isEmpty();
    }

    @Test
    void aPromiseCountsInItsCurrencyOnly() {
        var euros = ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 100.00");
        var dollars = ledger.invoice("INV-2", harbour, MONDAY.plusDays(2), "USD 100.00");
        var id = flagged().id();

        conversations.log(id, promise("EUR 100.00", 4), ana);
        assertThat(promises.covering(List.of(euros, dollars), MONDAY)).containsOnlyKeys(euros);

        conversations.log(id, promise("USD 100.00", 9), ana);
        assertThat(promises.about(checkIns.invoicesOf(id)))
                .extracting(Promise::money)
                .containsExactly(Money.parse("EUR 100.00"), Money.parse("USD 100.00"));
        assertThat(promises.covering(List.of(euros, dollars), MONDAY.plusDays(9)))
                .containsOnlyKeys(dollars);
    }

    @Test
    void aProblemStandsUntilSomebodySaysThatItIsSolved() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 100.00");
        var id = flagged().id();

        conversations.log(id, new ClientSaid("Half of it was broken", Mood.UPSET, null, Problem.QUALITY), ana);
        assertThat(disputes.standing(List.of(invoice))).containsExactly(invoice);
        assertThat(checkIns.find(id).orElseThrow().outcome()).isEqualTo(Outcome.PROBLEM);

        conversations.log(id, new ClientSaid("Left another voicemail", Mood.NEUTRAL, null, null), ben);
        conversations.log(id, promise("EUR 100.00", 4), ben);
        assertThat(disputes.standing(List.of(invoice))).containsExactly(invoice);
        assertThat(disputes.newest(List.of(invoice)).orElseThrow().openedBy()).isEqualTo(ana);

        conversations.log(id, solved("They got a replacement"), ben);
        assertThat(disputes.standing(List.of(invoice))).isEmpty();
        assertThat(disputes.newest(List.of(invoice)).orElseThrow().resolution()).isEqualTo(Resolution.SETTLED);

        conversations.log(id, new ClientSaid("Broken again", Mood.UPSET, null, Problem.QUALITY), ana);
        assertThat(disputes.standing(List.of(invoice))).containsExactly(invoice);
        assertThat(conversations.of(id))
                .extracting(Feedback::words)
                .isEqualTo(List.of(
                        "Half of it was broken",
                        "Left another voicemail",
                        "Will pay",
                        "They got a replacement",
                        "Broken again"));
    }

    @Test
    void whoeverADisputeWasHandedToStillSeesToItAfterMoreWordsOfTheClient() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 100.00");
        var id = flagged().id();
        conversations.log(id, new ClientSaid("Half of it broke", Mood.UPSET, null, Problem.QUALITY), ana);
        assertThat(disputes.about(List.of(invoice)))
                .extracting(Dispute::ownerId)
                .containsExactly(ana);
        disputes.handOver(harbour, List.of(invoice), ben, ana);

        conversations.log(id, new ClientSaid("All of it broke", Mood.UPSET, null, Problem.QUALITY), ana);

        assertThat(disputes.about(List.of(invoice)))
                .extracting(Dispute::words, Dispute::ownerId)
                .containsExactly(tuple("All of it broke", ben));
    }

    @Test
    void whatIsSolvedWithOneClientStandsWithAnother() {
        var invoice = ledger.invoice("INV-1", harbour, MONDAY.plusDays(2), "EUR 100.00");
        var id = flagged().id();
        var other = ledger.invoice("INV-2", ledger.client("Mill Lane", ana), MONDAY.plusDays(2), "EUR 100.00");
        checkIns.flag(MONDAY);
        var otherId = checkIns.naming(List.of(other)).getFirst();
        conversations.log(id, new ClientSaid("It broke", Mood.UPSET, null, Problem.QUALITY), ana);
        conversations.log(otherId, new ClientSaid("It broke", Mood.UPSET, null, Problem.QUALITY), ana);

        conversations.log(id, solved("Replaced"), ana);

        assertThat(disputes.standing(List.of(invoice, other))).containsExactly(other);
    }

    private static ClientSaid solved(String words) {
        return new ClientSaid(words, Mood.FRIENDLY, null, null, true);
    }

    private ClientSaid promise(String amount, int inDays) {
        return new ClientSaid(
                "Will pay", Mood.FRIENDLY, new ClientSaid.Promised(Money.parse(amount), MONDAY.plusDays(inDays)), null);
    }

    private void dueOn(InvoiceId invoice, LocalDate day) {
        jdbc.sql("update invoice set due_on = ? where id = ?")
                .params(day, invoice.value())
                .update();
    }

    private CheckIn flagged() {
        checkIns.flag(MONDAY);
        return theOnly();
    }

    private CheckIn theOnly() {
        var id = jdbc.sql("select id from check_in").query(Long.class).single();
        return checkIns.find(new CheckInId(id)).orElseThrow();
    }

    @OnSqlite
    static class OnSqliteTests extends CheckInsContract {}

    @OnPostgres
    static class OnPostgresTests extends CheckInsContract {}
}
