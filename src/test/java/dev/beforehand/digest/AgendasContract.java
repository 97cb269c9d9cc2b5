package dev.beforehand.digest;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.activity.Activities;
import dev.beforehand.checkins.CheckIn.Outcome;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.CheckInsFixture;
import dev.beforehand.checkins.ClientSaid.Promised;
import dev.beforehand.checkins.Promises;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestLedger;
import dev.beforehand.digest.Agenda.CheckInLine;
import dev.beforehand.digest.Agenda.LetterLine;
import dev.beforehand.digest.Agenda.MailLine;
import dev.beforehand.digest.Agenda.PromiseLine;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.Payments;
import dev.beforehand.reminders.Reminder.State;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
@Import({DigestsConfiguration.class, CheckInsFixture.class, Payments.class, Activities.class, TestLedger.class})
abstract class AgendasContract {

    @Autowired
    Agendas agendas;

    @Autowired
    CheckIns checkIns;

    @Autowired
    Promises promises;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestLedger ledger;

    ColleagueId ana;
    ColleagueId ben;
    ClientId harbour;
    ClientId mill;

    @BeforeEach
    void twoManagersWithAClientEach() {
        ana = ledger.colleague("Ana Ruiz");
        ben = ledger.colleague("Ben Okafor");
        harbour = ledger.client("Harbour Books", ana);
        mill = ledger.client("Mill Lane Bakery", ben);
    }

    @Test
    void nothingWaitsForSomebodyWithoutClientsOrClaims() {
        ledger.invoice("H-1", harbour, MONDAY.plusDays(1), "EUR 10.00");
        checkIns.flag(MONDAY);

        assertThat(agendas.of(ben, MONDAY).isEmpty()).isTrue();
    }

    @Test
    void aCheckInIsTheManagersUntilSomebodyHasItAndThenTheirs() {
        var copper = ledger.client("Copper & Tin", ana);
        ledger.invoice("H-1", harbour, MONDAY.plusDays(3), "EUR 10.00");
        ledger.invoice("H-2", harbour, MONDAY.plusDays(2), "EUR 5.00");
        ledger.invoice("H-3", harbour, MONDAY.plusDays(4), "USD 20.00");
        ledger.invoice("C-1", copper, MONDAY.plusDays(1), "EUR 30.00");
        ledger.invoice("M-1", mill, MONDAY.plusDays(1), "EUR 40.00");
        checkIns.flag(MONDAY);

        assertThat(agendas.of(ana, MONDAY).toClaim())
                .extracting(CheckInLine::clientName)
                .containsExactly("Copper & Tin", "Harbour Books");
        var line = agendas.of(ana, MONDAY).toClaim().getLast();
        assertThat(line.invoices()).isEqualTo(3);
        assertThat(line.owed().amounts()).containsExactly(Money.parse("EUR 15.00"), Money.parse("USD 20.00"));
        assertThat(line.firstDue()).isEqualTo(MONDAY.plusDays(2));

        checkIns.claim(line.id(), ben);

        assertThat(agendas.of(ana, MONDAY).toClaim())
                .extracting(CheckInLine::clientName)
                .containsExactly("Copper & Tin");
        assertThat(agendas.of(ana, MONDAY).claimed()).isEmpty();
        assertThat(agendas.of(ben, MONDAY).claimed())
                .singleElement()
                .satisfies(claimed -> assertThat(claimed.clientName()).isEqualTo("Harbour Books"))
                .satisfies(claimed -> assertThat(claimed.claimedAt()).isNotNull());

        checkIns.done(line.id(), Outcome.ON_TRACK, ben);
        assertThat(agendas.of(ben, MONDAY).claimed()).isEmpty();
    }

    @Test
    void whatWasPaidIsNotTalkedAbout() {
        var paid = ledger.invoice("H-1", harbour, MONDAY.plusDays(1), "EUR 10.00");
        ledger.invoice("H-2", harbour, MONDAY.plusDays(2), "EUR 5.00");
        checkIns.flag(MONDAY);
        ledger.paid(paid, MONDAY);

        assertThat(agendas.of(ana, MONDAY).toClaim())
                .singleElement()
                .extracting(line -> line.owed().in(CurrencyUnit.EUR))
                .isEqualTo(Money.parse("EUR 5.00"));
    }

    @Test
    void aPromiseStandsFromItsDayUntilItIsThereOrBroken() {
        var invoice = ledger.invoice("H-1", harbour, MONDAY.minusDays(3), "EUR 100.00");
        promises.make(harbour, List.of(invoice), new Promised(Money.parse("EUR 60.00"), MONDAY.plusDays(1)), ana);

        assertThat(agendas.of(ana, MONDAY).promised()).isEmpty();
        var due = agendas.of(ana, MONDAY.plusDays(1)).promised();
        assertThat(due).singleElement().satisfies(line -> {
            assertThat(line.clientName()).isEqualTo("Harbour Books");
            assertThat(line.promised()).isEqualTo(Money.parse("EUR 60.00"));
            assertThat(line.promisedOn()).isEqualTo(MONDAY.plusDays(1));
            assertThat(line.arrived()).isEqualTo(Money.parse("EUR 0.00"));
        });
        assertThat(agendas.of(ben, MONDAY.plusDays(1)).promised()).isEmpty();

        pays(invoice, 2000);
        assertThat(agendas.of(ana, MONDAY.plusDays(2)).promised())
                .extracting(PromiseLine::arrived)
                .containsExactly(Money.parse("EUR 20.00"));
        pays(invoice, 6000);
        assertThat(agendas.of(ana, MONDAY.plusDays(2)).promised()).isEmpty();
    }

    @Test
    void aBrokenPromiseStandsUntilSomethingIsAgreed() {
        var invoice = ledger.invoice("H-1", harbour, MONDAY.minusDays(3), "EUR 100.00");
        promises.make(harbour, List.of(invoice), new Promised(Money.parse("EUR 60.00"), MONDAY), ana);
        jdbc.sql("update promise set state = 'BROKEN', judged_on = ?")
                .param(MONDAY)
                .update();

        assertThat(agendas.of(ana, MONDAY).broken())
                .extracting(PromiseLine::clientName)
                .containsExactly("Harbour Books");
        assertThat(agendas.of(ana, MONDAY).promised()).isEmpty();
        assertThat(agendas.of(ben, MONDAY).broken()).isEmpty();

        promises.make(harbour, List.of(invoice), new Promised(Money.parse("EUR 60.00"), MONDAY.plusDays(9)), ana);
        assertThat(agendas.of(ana, MONDAY).broken()).isEmpty();
    }

    @Test
    void mailsStandUntilSomebodyHasSeenToThem() {
        mail("first", harbour, "REPLY", "WAITING");
        mail("second", harbour, "REPLY", "ANSWERED");
        mail("bounce", harbour, "BOUNCE", "WAITING");
        mail("other", mill, "REPLY", "WAITING");
        mail("stranger", null, "UNKNOWN_SENDER", "WAITING");

        assertThat(agendas.of(ana, MONDAY).replies())
                .extracting(MailLine::subject)
                .containsExactly("first");
        assertThat(agendas.of(ana, MONDAY).bounces())
                .extracting(MailLine::subject)
                .containsExactly("bounce");
    }

    @Test
    void lettersStandThatGoNoFurtherByThemselves() {
        var open = ledger.invoice("H-1", harbour, MONDAY.minusDays(3), "EUR 100.00");
        var usd = ledger.invoice("H-2", harbour, MONDAY.minusDays(3), "USD 7.00");
        var paid = ledger.invoice("H-3", harbour, MONDAY.minusDays(3), "EUR 50.00");
        ledger.paid(paid, MONDAY);
        letter("a draft of today", harbour, MONDAY, State.DRAFT, open, usd, paid);
        letter("a draft of which all is paid", ledger.client("Copper & Tin", ana), MONDAY, State.DRAFT, paid);
        letter("a draft of before", harbour, MONDAY.minusDays(1), State.DRAFT, open);
        letter("one that leaves", ledger.client("Quay Coffee", ana), MONDAY, State.PLANNED, open);
        letter("one that failed", harbour, MONDAY.minusDays(4), State.FAILED, open);
        letter("one of which all is paid", harbour, MONDAY.minusDays(5), State.UNKNOWN, paid);
        letter("another's", mill, MONDAY, State.FAILED, open);

        var letters = agendas.of(ana, MONDAY).letters();

        assertThat(letters).extracting(LetterLine::state).containsExactly(State.FAILED, State.UNKNOWN, State.DRAFT);
        assertThat(letters.getLast().asksFor().amounts())
                .containsExactly(Money.parse("EUR 100.00"), Money.parse("USD 7.00"));
        assertThat(letters.get(1).asksFor().isEmpty()).isTrue();
        assertThat(letters.getFirst().day()).isEqualTo(MONDAY.minusDays(4));
    }

    private void mail(String subject, @Nullable ClientId client, String kind, String state) {
        jdbc.sql("""
                        insert into incoming_mail (mail_key, client_id, subject, text, kind, known_sender, cut_off, arrived_at, state)
                        values (?, ?, ?, 'Hello', ?, true, false, 0, ?)""")
                .params(subject, client == null ? null : client.value(), subject, kind, state)
                .update();
    }

    private void letter(String name, ClientId client, LocalDate day, State state, InvoiceId... invoices) {
        jdbc.sql("""
                insert into reminder (client_id, step, day, leaves_at, closes_at, state, message_id, attempts, changed_at)
                values (?, 3, ?, 0, 0, ?, ?, 0, 0)""").params(client.value(), day, state.name(), name).update();
        for (var invoice : invoices) {
            jdbc.sql("""
                            insert into reminder_invoice (reminder_id, invoice_id, step, due_on, balance, currency)
                            select r.id, i.id, r.id, i.due_on, i.total, i.currency from reminder r, invoice i
                            where r.message_id = ? and i.id = ?""").params(name, invoice.value()).update();
        }
    }

    private void pays(InvoiceId invoice, long paid) {
        jdbc.sql("update invoice set paid = ? where id = ?")
                .params(paid, invoice.value())
                .update();
    }

    @OnSqlite
    static class OnSqliteTests extends AgendasContract {

        /** A database that was never analysed would read what waits for everybody, for each person. */
        @Test
        void whatWaitsIsFoundByThePerson() {
            assertThat(plan(AgendaCheckIns.TO_CLAIM))
                    .contains("k USING INDEX check_in_state (state=? AND client_id=?)");
            assertThat(plan(AgendaCheckIns.CLAIMED)).contains("k USING INDEX check_in_claimed (claimed_by=?)");
            assertThat(plan(AgendaPromises.PROMISED)).contains("p USING INDEX promise_state (state=? AND client_id=?)");
            assertThat(plan(AgendaPromises.BROKEN)).contains("p USING INDEX promise_state (state=? AND client_id=?)");
            assertThat(plan(AgendaMails.REPLIES)).contains("m USING INDEX incoming_mail_waiting (client_id=?)");
            assertThat(plan(AgendaMails.BOUNCES)).contains("m USING INDEX incoming_mail_waiting (client_id=?)");
            assertThat(plan(AgendaLetters.WAITING)).contains("r USING INDEX reminder_state (state=?)");
        }

        private String plan(String sql) {
            return String.join(
                    "\n",
                    jdbc.sql("explain query plan " + sql)
                            .param("person", ana.value())
                            .param("day", MONDAY)
                            .query((row, number) -> row.getString("detail"))
                            .list());
        }
    }

    @OnPostgres
    static class OnPostgresTests extends AgendasContract {}
}
