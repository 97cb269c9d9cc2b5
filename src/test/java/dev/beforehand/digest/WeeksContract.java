package dev.beforehand.digest;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.activity.Activities;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.CheckInsFixture;
import dev.beforehand.clients.ClientId;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestLedger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
@Import({DigestsConfiguration.class, CheckInsFixture.class, Activities.class, TestLedger.class})
abstract class WeeksContract {

    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final LocalTime FOUR = LocalTime.of(16, 0);

    @Autowired
    Weeks weeks;

    @Autowired
    CheckIns checkIns;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestLedger ledger;

    ClientId harbour;

    @BeforeEach
    void aClient() {
        harbour = ledger.client("Harbour Books", ledger.colleague("Ana Ruiz"));
    }

    @Test
    void endsOnItsLastWorkingDay() {
        assertThat(weeks.endsOn(FRIDAY)).isTrue();
        assertThat(weeks.endsOn(FRIDAY.minusDays(1))).isFalse();
        assertThat(weeks.endsOn(FRIDAY.plusDays(1))).isFalse();
    }

    @Test
    void eachThingThatHappensIsInOneWeek() {
        happens("LETTER_SENT", FRIDAY.minusDays(7).atTime(FOUR));
        happens("LETTER_SENT", FRIDAY.minusDays(7).atTime(FOUR).plusSeconds(1));
        happens("LETTER_SENT", FRIDAY.minusDays(6).atTime(9, 0));
        happens("REPLY_RECEIVED", MONDAY.atTime(9, 0));
        happens("CHECK_IN_DONE", FRIDAY.atTime(FOUR));
        happens("PROMISE_KEPT", FRIDAY.atTime(FOUR));
        happens("PROMISE_BROKEN", FRIDAY.atTime(FOUR).plusSeconds(1));

        var week = weeks.endingOn(FRIDAY, FOUR);

        assertThat(week.letters()).isEqualTo(2);
        assertThat(week.replies()).isEqualTo(1);
        assertThat(week.done()).isEqualTo(1);
        assertThat(week.kept().count()).isEqualTo(1);
        assertThat(week.kept().amount().amounts()).containsExactly(Money.parse("EUR 5.00"));
        assertThat(week.broken().count()).isZero();
        assertThat(weeks.endingOn(FRIDAY.plusDays(7), FOUR).broken().count()).isEqualTo(1);
        assertThat(weeks.endingOn(FRIDAY.minusDays(7), FOUR).letters()).isEqualTo(1);
    }

    @Test
    void whatFellDueIsSummedByCurrencyWithWhatIsPaidOfIt() {
        ledger.paid(ledger.invoice("PAID", harbour, FRIDAY, "EUR 100.00"), FRIDAY);
        ledger.invoice("OPEN", harbour, FRIDAY.minusDays(6), "EUR 50.00");
        var partly = ledger.invoice("PARTLY", harbour, MONDAY, "USD 80.00");
        var voided = ledger.invoice("VOIDED", harbour, MONDAY, "EUR 1000.00");
        ledger.invoice("LAST WEEK", harbour, FRIDAY.minusDays(7), "EUR 2000.00");
        ledger.invoice("NEXT WEEK", harbour, FRIDAY.plusDays(1), "EUR 4000.00");
        jdbc.sql("update invoice set paid = 3000 where id = ?")
                .param(partly.value())
                .update();
        jdbc.sql("update invoice set open_until = ?, closed_by = 'VOID' where id = ?")
                .params(MONDAY, voided.value())
                .update();

        var week = weeks.endingOn(FRIDAY, FOUR);

        assertThat(week.first()).isEqualTo(FRIDAY.minusDays(6));
        assertThat(week.due().amounts()).containsExactly(Money.parse("EUR 150.00"), Money.parse("USD 80.00"));
        assertThat(week.paid().amounts()).containsExactly(Money.parse("EUR 100.00"), Money.parse("USD 30.00"));
    }

    @Test
    void isQuietWhereOnlyWhatWasOpenBeforeIsOpen() {
        ledger.invoice("OLD", harbour, MONDAY.plusDays(7), "EUR 50.00");
        checkIns.flag(MONDAY.plusDays(1));

        var week = weeks.endingOn(FRIDAY, FOUR);

        assertThat(week.open()).isEqualTo(1);
        assertThat(week.isQuiet()).isTrue();
        happens("REPLY_RECEIVED", MONDAY.atTime(9, 0));
        assertThat(weeks.endingOn(FRIDAY, FOUR).isQuiet()).isFalse();
    }

    private void happens(String kind, LocalDateTime when) {
        jdbc.sql("""
                        insert into activity (at, kind, source, client_id, amount, currency, detail)
                        values (?, ?, 'slack', ?, 500, 'EUR', '')""")
                .params(when.atZone(ZoneId.of("Europe/London")).toInstant().toEpochMilli(), kind, harbour.value())
                .update();
    }

    @OnSqlite
    static class OnSqliteTests extends WeeksContract {}

    @OnPostgres
    static class OnPostgresTests extends WeeksContract {}
}
