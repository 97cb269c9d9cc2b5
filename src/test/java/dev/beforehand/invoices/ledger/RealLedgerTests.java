package dev.beforehand.invoices.ledger;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.beforehand.clients.ClientRegister;
import dev.beforehand.clients.ClientsFixture;
import dev.beforehand.database.OnSqlite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** IBM's sample ledger, where it lies; its figures were computed apart from this program. */
@OnSqlite
@Transactional
@Import({LedgerFixture.class, ClientRegister.class, ClientsFixture.class})
class RealLedgerTests {

    private static final Path FILE =
            Path.of(System.getProperty("beforehand.data", "../shared/data"), "ibm_accounts_receivable.csv");

    @Autowired
    LedgerFixture ledger;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void find() {
        if (!Files.exists(FILE)) {
            System.out.println(
                    "SKIPPED RealLedgerTests: " + FILE + " is not there; -Dbeforehand.data=DIR says where it is.");
        }
        assumeTrue(Files.exists(FILE));
    }

    @BeforeEach
    void take() {
        assertThat(ledger.invoices(LedgerFixture.NO_SETTINGS, FILE).added()).isEqualTo(2466);
    }

    @Test
    void openAndOverdueOnTheLastDayOfTheYear() {
        var day = LocalDate.of(2012, 12, 31);

        assertThat(sum(day, "i.due_on <= '9999-12-31'")).isEqualTo("99 / 572506");
        assertThat(sum(day, "i.due_on = '2012-12-31'")).isEqualTo("2 / 6921");
        assertThat(sum(day, "i.due_on > '2012-12-31' and i.due_on <= '2013-01-07'"))
                .isEqualTo("9 / 62594");
        assertThat(sum(day, "i.due_on < '2012-12-31'")).isEqualTo("13 / 78874");
    }

    @Test
    void openAndOverdueOnAMondayInSummer() {
        assertThat(sum(MONDAY, "i.due_on <= '9999-12-31'")).isEqualTo("95 / 608086");
        assertThat(sum(MONDAY, "i.due_on = '2013-06-17'")).isEqualTo("1 / 9985");
        assertThat(sum(MONDAY, "i.due_on > '2013-06-17' and i.due_on <= '2013-06-24'"))
                .isEqualTo("10 / 68201");
        assertThat(sum(MONDAY, "i.due_on < '2013-06-17'")).isEqualTo("9 / 67402");
    }

    @Test
    void aHundredClientsAndWhatIsStillToComeIsNotTold() {
        assertThat(jdbc.sql("select count(*) from client").query(Integer.class).single())
                .isEqualTo(100);
        assertThat(jdbc.sql("select count(*) from invoice where noted <> (open_until <= '2013-06-17')")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String sum(LocalDate day, String which) {
        return jdbc.sql("select count(*) as n, sum(i.total - i.paid) as owed from invoice i"
                        + " where i.issued_on <= ? and i.open_until > ? and " + which)
                .params(day, day)
                .query((row, n) -> row.getInt("n") + " / " + row.getLong("owed"))
                .single();
    }
}
