package dev.beforehand.invoices;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
abstract class LedgerAgeContract {

    private static final Duration WEEK = Duration.ofDays(7);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    LedgerAge age;

    @BeforeEach
    void aLedgerThatMayBeAWeekOld() {
        clock.moveTo(MONDAY, LocalTime.of(8, 30));
        age = new LedgerAge(jdbc, new LedgerAge.Settings(WEEK), clock);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, false", "P7D, false", "P7DT0.001S, true", "P90D, true"})
    void isStaleOnceItIsOlderThanItMayBe(Duration old, boolean stale) {
        var written = clock.instant().minus(old);
        file("/srv/ledger/invoices.csv", written);

        assertThat(age.staleSince().isPresent()).isEqualTo(stale);
        age.staleSince().ifPresent(since -> assertThat(since).isEqualTo(written));
    }

    @Test
    void theNewestFileOfInvoicesCountsAndNoListOfClients() {
        file("/srv/ledger/2012.csv", clock.instant().minus(Duration.ofDays(300)));
        file("/srv/ledger/clients.csv", clock.instant());
        assertThat(age.staleSince()).isPresent();

        file("/srv/ledger/2013.csv", clock.instant());
        assertThat(age.staleSince()).isEmpty();
    }

    @Test
    void aLedgerThatWasNeverReadIsNotOld() {
        assertThat(age.staleSince()).isEmpty();
        assertThat(age.covers(MONDAY.minusDays(1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2013-06-16T22:59:59Z, false", "2013-06-16T23:00:00Z, true"})
    void coversADayOnceItWasWrittenAfterThatDay(Instant written, boolean covered) {
        file("/srv/ledger/invoices.csv", written);

        assertThat(age.covers(MONDAY.minusDays(1))).isEqualTo(covered);
    }

    @Test
    void noAgeAtAllIsRefused() {
        assertThatThrownBy(() -> new LedgerAge.Settings(Duration.ZERO))
                .hasMessageContaining("write how old the ledger may be");
    }

    private void file(String path, Instant written) {
        jdbc.sql("insert into ledger_file (path, fingerprint, imported_at, as_of) values (?, 'x', 0, ?)")
                .params(path, written.toEpochMilli())
                .update();
    }

    @OnSqlite
    static class OnSqliteTests extends LedgerAgeContract {}

    @OnPostgres
    static class OnPostgresTests extends LedgerAgeContract {}
}
