package dev.beforehand.accounts;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.accounts.Account.Age;
import dev.beforehand.accounts.Account.Disputed;
import dev.beforehand.accounts.Account.Held;
import dev.beforehand.accounts.Account.Planned;
import dev.beforehand.accounts.Account.Suspension;
import dev.beforehand.checkins.CheckInsFixture;
import dev.beforehand.checkins.ClientSaid.Promised;
import dev.beforehand.checkins.Dispute.Resolution;
import dev.beforehand.checkins.Disputes;
import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.checkins.Holds;
import dev.beforehand.checkins.Promises;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ClientPreferences;
import dev.beforehand.clients.ClientsFixture;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.PreferenceField;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import dev.beforehand.database.TestLedger;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.Payments;
import dev.beforehand.plans.PlanTerms;
import dev.beforehand.plans.PlanTerms.Interval;
import dev.beforehand.plans.Plans;
import dev.beforehand.plans.PlansFixture;
import dev.beforehand.plans.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
@Import({
    AccountsFixture.class,
    ClientsFixture.class,
    CheckInsFixture.class,
    Plans.class,
    PlansFixture.class,
    Payments.class,
    TestLedger.class
})
abstract class AccountsContract {

    @Autowired
    Accounts accounts;

    @Autowired
    Promises promises;

    @Autowired
    Disputes disputes;

    @Autowired
    Holds holds;

    @Autowired
    Plans plans;

    @Autowired
    Payments payments;

    @Autowired
    ClientPreferences preferences;

    @Autowired
    TestLedger ledger;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    ColleagueId ana;
    ColleagueId ben;
    ClientId harbour;

    @BeforeEach
    void aClient() {
        ana = ledger.colleague("Ana Ruiz");
        ben = ledger.colleague("Ben Okafor");
        harbour = ledger.client("Harbour Books", ana);
        var mill = ledger.client("Mill Lane Bakery", ben);
        ledger.invoice("MILL", mill, MONDAY.minusDays(5), "EUR 7000.00");
    }

    @Test
    void whatIsOpenIsAgedACurrencyEach() {
        ledger.invoice("TODAY", harbour, MONDAY, "EUR 10.00");
        ledger.invoice("1", harbour, MONDAY.minusDays(1), "EUR 20.00");
        ledger.invoice("30", harbour, MONDAY.minusDays(30), "EUR 40.00");
        ledger.invoice("31", harbour, MONDAY.minusDays(31), "EUR 80.00");
        ledger.invoice("61", harbour, MONDAY.minusDays(61), "EUR 160.00");
        ledger.invoice("91", harbour, MONDAY.minusDays(91), "EUR 320.00");
        ledger.invoice("USD", harbour, MONDAY.plusDays(3), "USD 5.00");
        ledger.invoice("TO COME", harbour, MONDAY.plusDays(60), "USD 900.00");
        ledger.paid(ledger.invoice("PAID", harbour, MONDAY, "EUR 1000.00"), MONDAY);

        var balances = account().balances();

        assertThat(balances).extracting(balance -> balance.currency().getCode()).containsExactly("EUR", "USD");
        assertThat(balances.getFirst().byAge())
                .isEqualTo(Map.of(
                        Age.NOT_DUE, Money.parse("EUR 10.00"),
                        Age.UP_TO_30, Money.parse("EUR 60.00"),
                        Age.UP_TO_60, Money.parse("EUR 80.00"),
                        Age.UP_TO_90, Money.parse("EUR 160.00"),
                        Age.OVER_90, Money.parse("EUR 320.00")));
        assertThat(balances.getFirst().invoices()).isEqualTo(6);
        assertThat(balances.getFirst().total()).isEqualTo(Money.parse("EUR 630.00"));
        assertThat(balances.getLast().total()).isEqualTo(Money.parse("USD 5.00"));
    }

    @Test
    void theHabitIsOfPaymentsThatWereNoted() {
        for (int i = 0; i < 5; i++) {
            var due = MONDAY.minusDays(10 + i);
            ledger.paid(ledger.invoice("P" + i, harbour, due, "EUR 10.00"), due.plusDays(4 + i));
        }
        assertThat(account().habit()).as("nobody noted them yet").isNull();

        payments.note(MONDAY);
        assertThat(account().habit()).isEqualTo(new Habit(6, 5));

        jdbc.sql("update invoice set open_until = ?, closed_by = null where number = 'P0'")
                .param(Invoice.UNKNOWN)
                .update();
        assertThat(account().habit()).as("one of them is open again").isNull();
    }

    @Test
    void whatWasAgreedStandsThereWithWhoAndUntilWhen() {
        var promised = ledger.invoice("PROMISED", harbour, MONDAY, "EUR 100.00");
        var disputed = ledger.invoice("DISPUTED", harbour, MONDAY, "EUR 100.00");
        var settled = ledger.invoice("SETTLED", harbour, MONDAY, "EUR 100.00");
        var planned = ledger.invoice("PLANNED", harbour, MONDAY, "EUR 300.00");
        promises.make(harbour, List.of(promised), new Promised(Money.parse("EUR 100.00"), MONDAY.plusDays(3)), ana);
        disputes.open(harbour, List.of(disputed, settled), Problem.QUALITY, "Broken", ben, ana);
        disputes.resolve(harbour, List.of(settled), Resolution.SETTLED, ana);
        holds.client(harbour, MONDAY.plusDays(9), "They merge", ana);
        holds.invoice(promised, MONDAY.plusDays(2), "New order number", ben);
        var proposal = plans.propose(
                harbour,
                List.of(planned),
                CurrencyUnit.EUR,
                new PlanTerms(3, MONDAY.plusDays(1), Interval.WEEKLY),
                ana);

        assertThat(account().promises().shown()).singleElement().satisfies(promise -> {
            assertThat(promise.amount()).isEqualTo(Money.parse("EUR 100.00"));
            assertThat(promise.by()).isEqualTo(MONDAY.plusDays(3));
            assertThat(promise.author()).isEqualTo("Ana Ruiz");
        });
        assertThat(account().disputes().shown())
                .containsExactly(new Disputed("DISPUTED", "QUALITY", "Ben Okafor", clock.instant()));
        assertThat(account().holds().shown())
                .containsExactly(
                        new Held(null, MONDAY.plusDays(9), "They merge", "Ana Ruiz"),
                        new Held("PROMISED", MONDAY.plusDays(2), "New order number", "Ben Okafor"));
        var waiting = new Planned(Money.parse("EUR 300.00"), 3, MONDAY.plusDays(15), "Ana Ruiz", null);
        assertThat(account().plans().shown()).containsExactly(waiting);

        plans.approve(((Proposal.Proposed) proposal).plan(), ben);
        assertThat(account().plans().shown())
                .containsExactly(new Planned(waiting.total(), 3, waiting.last(), waiting.proposedBy(), "Ben Okafor"));
        ledger.paid(planned, MONDAY);
        assertThat(account().plans().total()).as("all of it is paid").isZero();
    }

    @Test
    void ofManyAgreementsTheFirstAreShownAndTheOthersCounted() {
        for (int i = 0; i < 8; i++) {
            var invoice = ledger.invoice("H" + i, harbour, MONDAY, "EUR 1.00");
            holds.invoice(invoice, MONDAY.plusDays(i), "Because", ana);
        }

        assertThat(account().holds().shown()).hasSize(5);
        assertThat(account().holds().more()).isEqualTo(3);
    }

    @Test
    void anAddressToWhichNoLetterGoesIsMarked() {
        var pauseEnds = clock.instant().plusSeconds(3600);
        suspend("accounts@client.example", null, null);
        suspend("paused@client.example", pauseEnds, null);
        suspend("lifted@client.example", null, clock.instant());
        suspend("over@client.example", clock.instant().minusSeconds(1), null);
        jdbc.sql("update client set cc_emails = ? where id = ?")
                .params("Paused@client.example;lifted@client.example;over@client.example", harbour.value())
                .update();

        assertThat(account().unreachable())
                .isEqualTo(Map.of(
                        "accounts@client.example", new Suspension(null),
                        "paused@client.example", new Suspension(pauseEnds)));
    }

    @Test
    void whatWasEditedSaysByWhomAndWhatTheListSays() {
        var before = account().client();
        var shown = Map.of(PreferenceField.LANGUAGE, PreferenceField.LANGUAGE.fingerprint(before));

        preferences.edit(harbour, shown, Map.of(PreferenceField.LANGUAGE, "de"), ben);

        assertThat(account().edits())
                .isEqualTo(Map.of(PreferenceField.LANGUAGE, new Account.Edit("en", "Ben Okafor", clock.instant())));
    }

    private void suspend(String address, Instant until, Instant lifted) {
        jdbc.sql("insert into suspended_address (address, until_at, lifted_at) values (?, ?, ?)")
                .param(address)
                .param(until == null ? null : until.toEpochMilli())
                .param(lifted == null ? null : lifted.toEpochMilli())
                .update();
    }

    private Account account() {
        return accounts.of(harbour).orElseThrow();
    }

    @OnSqlite
    static class OnSqliteTests extends AccountsContract {}

    @OnPostgres
    static class OnPostgresTests extends AccountsContract {}
}
