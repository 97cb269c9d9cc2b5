package dev.beforehand.reminders;

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
import dev.beforehand.mail.Delivery;
import dev.beforehand.mail.OutgoingMail;
import dev.beforehand.reminders.Reminder.State;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How letters leave: one a day to each client, whoever wants it, and whatever the mail server does. */
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@RecordApplicationEvents
@Import(RemindersFixture.class)
abstract class SendingContract {

    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);

    @Autowired
    Reminders reminders;

    @Autowired
    ReminderJob job;

    @Autowired
    Departures departures;

    @Autowired
    FakePost post;

    @Autowired
    TestLedger ledger;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Activities activities;

    @Autowired
    ApplicationEvents events;

    ColleagueId ana;
    ClientId harbour;

    @BeforeEach
    void anEmptyLedger() {
        post.reset();
        clock.moveTo(MONDAY, TEN);
        List.of(
                        "outgoing_mail",
                        "ledger_file",
                        "letter_day",
                        "letter_rest",
                        "reminder_invoice",
                        "reminder",
                        "activity",
                        "invoice",
                        "client_word",
                        "client",
                        "colleague")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        ana = ledger.colleague("Ana Ruiz");
        harbour = ledger.client("Harbour Books", ana);
    }

    @Test
    void aLetterOfAnEarlierDayThatWasHeldDoesNotLeaveBesideTodays() {
        invoice("INV-1", harbour, MONDAY);
        reminders.plan(MONDAY);
        var held = the(harbour).id();
        reminders.hold(held, ana);
        on(THURSDAY);
        assertThat(post.handed).hasSize(1);

        assertThat(reminders.sendNow(held, ana)).isEqualTo(new Settled.WrittenToday());
        departures.run(THURSDAY);

        assertThat(post.handed).hasSize(1);
        assertThat(reminders.find(held).orElseThrow().state()).isEqualTo(State.HELD);
    }

    @Test
    void whereThereIsNoOtherItLeavesAndIsTheLetterOfItsNewDay() {
        invoice("INV-1", harbour, MONDAY);
        reminders.plan(MONDAY);
        var held = the(harbour).id();
        reminders.hold(held, ana);
        clock.moveTo(TUESDAY, TEN);

        assertThat(reminders.sendNow(held, ana)).isEqualTo(new Settled.Done());
        departures.run(TUESDAY);
        invoice("INV-2", harbour, TUESDAY);
        on(TUESDAY);

        assertThat(post.handed).hasSize(1);
        assertThat(reminders.find(held).orElseThrow().day()).isEqualTo(TUESDAY);
    }

    @Test
    void ofAClientWithALetterForEachInvoiceOnlyTheSameInvoiceStandsInItsWay() {
        jdbc.sql("update client set letter_per_invoice = true").update();
        invoice("INV-1", harbour, MONDAY);
        reminders.plan(MONDAY);
        var held = the(harbour).id();
        reminders.hold(held, ana);
        invoice("INV-2", harbour, TUESDAY);
        on(TUESDAY);
        assertThat(post.handed).hasSize(1);

        assertThat(reminders.sendNow(held, ana)).isEqualTo(new Settled.Done());
        departures.run(TUESDAY);

        assertThat(post.handed).hasSize(2);
    }

    @Test
    void aLetterThatAPersonAskedForAndOnesForEachInvoiceDoNotLeaveOnOneDay() {
        jdbc.sql("update client set letter_per_invoice = true").update();
        var asked = invoice("INV-1", harbour, MONDAY.plusDays(2));
        assertThat(reminders.requestNow(harbour, List.of(asked), ana)).isInstanceOf(SendNow.Requested.class);
        invoice("INV-2", harbour, MONDAY);
        var seenBefore = jdbc.sql("select count(*) from reminder").query(Integer.class).single();

        on(MONDAY);

        assertThat(seenBefore).isOne();
        assertThat(post.handed).hasSize(1);
    }

    @Test
    void aPersonIsToldAtOnceWhyALetterMustNotLeave() {
        var paid = invoice("INV-1", harbour, MONDAY);
        reminders.plan(MONDAY);
        ledger.paid(paid, MONDAY);

        assertThat(reminders.sendNow(the(harbour).id(), ana)).isEqualTo(new Settled.Forbidden(Reason.PAID));
        assertThat(reminders.preview(harbour, List.of(paid)))
                .isEqualTo(new Preview.NotNow(new SendNow.Held(Reason.PAID, null)));
        assertThat(reminders.requestNow(harbour, List.of(paid), ana)).isEqualTo(new SendNow.Held(Reason.PAID, null));
        assertThat(the(harbour).decidedBy()).isNull();
    }

    @Test
    void manyHundredAreHeldAtOnceAndEachIsWrittenDown() {
        clients(450);
        reminders.plan(MONDAY);

        assertThat(reminders.holdAll(MONDAY, ana)).isEqualTo(450);

        assertThat(count("reminder where state = 'HELD'")).isEqualTo(450);
        assertThat(count("activity where kind = 'LETTER_HELD'")).isEqualTo(450);
    }

    private InvoiceId invoice(String number, ClientId client, LocalDate due) {
        return ledger.invoice(number, client, due, "EUR 100.00");
    }

    private void clients(int count) {
        IntStream.rangeClosed(1, count)
                .forEach(n -> invoice("INV-" + n, ledger.client("Client " + n, ana), MONDAY));
    }

    /** What happens to the letters of a day until ten. */
    private void on(LocalDate day) {
        clock.moveTo(day, TEN);
        reminders.plan(day);
        job.run(day);
    }

    private int count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
    }

    /** The client's newest letter that is not cancelled. */
    private Reminder the(ClientId client) {
        return jdbc.sql("select max(id) from reminder where state <> 'CANCELLED' and client_id = ?")
                .param(client.value())
                .query((row, number) -> reminders.find(new ReminderId(row.getLong(1))).orElseThrow())
                .single();
    }

    @OnSqlite
    static class OnSqliteTests extends SendingContract {}

    @OnPostgres
    static class OnPostgresTests extends SendingContract {}
}
