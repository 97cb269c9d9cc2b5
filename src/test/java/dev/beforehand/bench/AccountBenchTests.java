package dev.beforehand.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.accounts.Accounts;
import dev.beforehand.accounts.AccountsFixture;
import dev.beforehand.accounts.History;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ClientsFixture;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The card of a client with a long history among many others. */
@Tag("bench")
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({AccountsFixture.class, ClientsFixture.class})
abstract class AccountBenchTests {

    private static final ClientId BUSY = new ClientId(1);
    private static final int PAGE = 25;

    @Autowired
    Accounts accounts;

    @Autowired
    History history;

    @Autowired
    TestClock clock;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tenThousandActivitiesAndThreeThousandInvoices() throws SQLException {
        clock.moveTo(BulkLedger.TODAY, LocalTime.of(8, 30));
        BulkLedger.fill(database, 1_000, 100_000, 20_000);
        jdbc.sql("update invoice set client_id = 1 where id % 33 = 0").update();
        act("client_id <> 1", "client_id", 2);
        act("client_id = 1", "1", 4);
        jdbc.sql("analyze").update();

        var card = Timings.of(200, i -> {
            assertThat(accounts.of(BUSY)).isPresent();
            assertThat(history.newest(BUSY, 8).hasOlder()).isTrue();
        });
        var middle = history.newest(BUSY, 5_000).events().getLast().place();
        var page = Timings.of(
                200,
                i -> assertThat(history.olderThan(BUSY, middle, PAGE).events()).hasSize(PAGE));

        System.out.printf(
                "BENCH %s, client with %,d activities and %,d invoices among %,d activities: card %s; page in the middle of its timeline %s%n",
                getClass().getSimpleName(),
                count("activity where client_id = 1"),
                count("invoice where client_id = 1"),
                count("activity"),
                card,
                page);
        assertThat(card.millis(0.99)).isLessThan(Duration.ofMillis(500).toMillis());
        assertThat(accounts.of(BUSY).orElseThrow().habit()).isNotNull();
    }

    /** Each of these invoices is written about so many times, and paid. */
    private void act(String invoices, String client, int times) {
        for (int i = 0; i < times; i++) {
            jdbc.sql("""
                    insert into activity (at, kind, source, client_id, invoice_id, detail)
                    select %d + id * 100, '%s', 'schedule', %s, id, number from invoice where %s""".formatted(1_767_225_600_000L - i, i == 0 ? "INVOICE_PAID" : "LETTER_SENT", client, invoices))
                    .update();
        }
    }

    private int count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
    }

    @OnSqlite
    static class OnSqliteBenchTests extends AccountBenchTests {}

    @OnPostgres
    static class OnPostgresBenchTests extends AccountBenchTests {}
}
