package dev.beforehand.digest;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import dev.beforehand.database.TestLedger;
import dev.beforehand.reminders.Reminder.State;
import java.time.LocalDate;
import java.time.LocalTime;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What is counted in a month, and of a day's letters. */
@Import({Months.class, LettersToday.class, Activities.class, TestLedger.class})
@Transactional
abstract class MonthsContract {

    @Autowired
    Months months;

    @Autowired
    LettersToday letters;

    @Autowired
    Activities activities;

    @Autowired
    TestLedger ledger;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    ColleagueId ana;
    ClientId harbour;
    ClientId others;

    @BeforeEach
    void clients() {
        ana = ledger.colleague("Ana Ruiz");
        harbour = ledger.client("Harbour Books", ana);
        others = ledger.client("Others", ledger.colleague("Ben Okafor"));
    }

    @Test
    void anInvoiceIsPaidInTimeUpToAndIncludingItsDueDate() {
        paid("IN-TIME", harbour, MONDAY.minusDays(3), MONDAY.minusDays(3));
        paid("LATE", harbour, MONDAY.minusDays(3), MONDAY.minusDays(2));
        paid("OTHERS", others, MONDAY.minusDays(3), MONDAY.minusDays(4));
        paid("LAST-MONTH", harbour, LocalDate.of(2013, 5, 31), LocalDate.of(2013, 5, 31));
        paid("TOMORROW", harbour, MONDAY, MONDAY.plusDays(1));
        jdbc.sql("update invoice set closed_by = 'VOID' where id = ?")
                .param(paid("VOID", harbour, MONDAY, MONDAY))
                .update();

        assertThat(months.of(ana, MONDAY).paid())
                .containsExactly(new Month.Paid(1, Money.parse("EUR 100.00"), 1, Money.parse("EUR 100.00")));
        assertThat(months.of(null, MONDAY).paid())
                .containsExactly(new Month.Paid(2, Money.parse("EUR 200.00"), 1, Money.parse("EUR 100.00")));
    }

    @Test
    void whatWasDoneCountsFromTheFirstOfTheMonthOn() {
        done(LocalDate.of(2013, 5, 31), Kind.LETTER_SENT, harbour);
        done(LocalDate.of(2013, 6, 1), Kind.LETTER_SENT, harbour);
        done(MONDAY, Kind.PROMISE_KEPT, harbour);
        done(MONDAY, Kind.PROMISE_KEPT, others);
        done(MONDAY, Kind.PROMISE_MADE, harbour);

        assertThat(months.of(ana, MONDAY).done())
                .hasSize(2)
                .containsEntry(Kind.LETTER_SENT, 1)
                .containsEntry(Kind.PROMISE_KEPT, 1);
        assertThat(months.of(null, MONDAY).times(Kind.PROMISE_KEPT)).isEqualTo(2);
        assertThat(months.of(null, MONDAY).times(Kind.CHECK_IN_DONE)).isZero();
    }

    @Test
    void theLettersOfADayAreThoseThatLeaveOrHaveLeftOnIt() {
        letter(harbour, MONDAY, "SENT");
        letter(harbour, MONDAY.minusDays(1), "SENT");
        letter(others, MONDAY, "PLANNED");
        var third = ledger.client("Third", ana);
        letter(third, MONDAY, "DRAFT");
        letter(ledger.client("Fourth", ana), MONDAY, "CANCELLED");

        var mine = letters.on(MONDAY, ana, 1);

        assertThat(mine.total()).isEqualTo(2);
        assertThat(mine.lines()).extracting(LettersToday.Line::state).containsExactly(State.DRAFT);
        assertThat(letters.on(MONDAY, null, 5).count()).containsEntry(State.PLANNED, 1);
    }

    private void letter(ClientId client, LocalDate day, String state) {
        jdbc.sql("""
                insert into reminder (client_id, step, day, state, message_id, attempts, changed_at)
                values (?, 0, ?, ?, ?, 0, 0)""").params(client.value(), day, state, client + "-" + day).update();
    }

    private long paid(String number, ClientId client, LocalDate due, LocalDate on) {
        var invoice = ledger.invoice(number, client, due, "EUR 100.00");
        ledger.paid(invoice, on);
        return invoice.value();
    }

    private void done(LocalDate day, Kind kind, ClientId client) {
        clock.moveTo(day, LocalTime.of(0, 0, 1));
        activities.record(Activity.scheduled(kind, client.value(), null, ""));
        clock.moveTo(MONDAY, LocalTime.of(9, 0));
    }

    @OnSqlite
    static class OnSqliteTests extends MonthsContract {}

    @OnPostgres
    static class OnPostgresTests extends MonthsContract {}
}
