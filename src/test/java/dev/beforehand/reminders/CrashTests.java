package dev.beforehand.reminders;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.database.TestDatabases;
import dev.beforehand.reminders.LetterSink.Taken;
import dev.beforehand.reminders.Reminder.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Kills the process that sends the letters, again and again and wherever it is, and starts it anew until it comes to its
 * end. The seed is printed; {@code -Dcrash.seed=...} takes the same turns, as far as the machine's timing lets it.
 */
class CrashTests {

    private static final Logger log = LoggerFactory.getLogger(CrashTests.class);

    private final long seed = Long.getLong("crash.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void killedAFewTimesNoLetterLeavesTwiceAndNoneIsLost() throws Exception {
        killed(2, 120, 3).print("A few kills on SQLite");
    }

    @Test
    @Tag("crash")
    void killedManyTimesOnSqlite() throws Exception {
        killed(200, 500, 20).print("SQLite");
    }

    @Test
    @Tag("crash")
    void killedManyTimesOnPostgres() throws Exception {
        var all = new Toll(0, 0, 0, 0);
        for (int run = 0; run < 2; run++) {
            all = all.plus(crash(TestDatabases.postgresUrl(), "postgresql", 500, 20));
        }
        all.print("PostgreSQL");
    }

    /**
     * What the kills did.
     *
     * @param unknown letters of which nobody knows whether they arrived, and a person is asked
     * @param arrived of the unknown ones
     */
    private record Toll(int kills, int letters, int unknown, int arrived) {

        Toll plus(Toll other) {
            return new Toll(
                    kills + other.kills, letters + other.letters, unknown + other.unknown, arrived + other.arrived);
        }

        void print(String where) {
            System.out.printf(
                    "CRASH %s: killed %d times in %,d letters; none left twice, none was lost; %d are unknown, and each is shown to a person (%d of them arrived)%n",
                    where, kills, letters, unknown, arrived);
        }
    }

    /** Runs on SQLite until so many kills met a living process: one may have sent all its letters before its hour. */
    private Toll killed(int times, int clients, int kills) throws Exception {
        var all = new Toll(0, 0, 0, 0);
        for (int run = 0; all.kills() < times; run++) {
            assertThat(run)
                    .as("runs, of which hardly any was killed, seed %d", seed)
                    .isLessThan(10 * times);
            log.info("SQLite, run {}.", run + 1);
            all = all.plus(crash(TestDatabases.sqliteUrl(), "sqlite", clients, kills));
        }
        return all;
    }

    private Toll crash(String url, String vendor, int clients, int kills) throws Exception {
        log.info("The seed is {}.", seed);
        var jdbc = ledger(url, vendor, clients);
        var life = new Mortal[1];
        try (var sink = new LetterSink(step -> life[0].reached(step))) {
            int starts = 0;
            int killed = 0;
            do {
                var doom = starts < kills ? Mortal.Doom.any(random, clients / kills) : Mortal.Doom.NONE;
                life[0] = new Mortal(doom);
                life[0].live(
                        url,
                        sink.port(),
                        ++starts * Leftovers.LEASE.plusMinutes(1).toMinutes());
                killed += life[0].wasKilled() ? 1 : 0;
            } while (life[0].wasKilled());
            var unknown = nothingTwiceAndNothingLost(jdbc, sink.taken, clients);
            assertThat(life[0].shown())
                    .as("seed %d: what a person is asked about", seed)
                    .isEqualTo(unknown);
            var arrived = sink.taken.stream()
                    .map(Taken::messageId)
                    .filter(unknown::contains)
                    .count();
            return new Toll(killed, clients, unknown.size(), Math.toIntExact(arrived));
        }
    }

    /** @return the letters of which nobody knows */
    private Set<String> nothingTwiceAndNothingLost(JdbcClient jdbc, List<Taken> taken, int clients) {
        var rows = jdbc.sql("""
                        select c.contact_email, r.state, r.message_id from client c
                        left join reminder r on r.client_id = c.id and r.state <> 'CANCELLED'""")
                .query((row, number) ->
                        new Row(row.getString("contact_email"), row.getString("state"), row.getString("message_id")))
                .list();
        assertThat(taken).as("seed %d", seed).extracting(Taken::to).doesNotHaveDuplicates();
        assertThat(taken).extracting(Taken::messageId).doesNotHaveDuplicates();
        assertThat(rows)
                .as("seed %d", seed)
                .hasSize(clients)
                .extracting(Row::state)
                .containsOnly("SENT", "UNKNOWN");
        var arrived = taken.stream().map(Taken::messageId).collect(Collectors.toSet());
        assertThat(rows)
                .filteredOn(row -> row.state().equals(State.SENT.name()))
                .as("seed %d: what counts as sent", seed)
                .allSatisfy(row -> assertThat(arrived).contains(row.messageId()));
        assertThat(rows).extracting(Row::messageId).containsAll(arrived);
        var unknown = rows.stream()
                .filter(row -> row.state().equals(State.UNKNOWN.name()))
                .map(Row::messageId)
                .collect(Collectors.toSet());
        assertThat(jdbc.sql("select count(*) from activity where kind = 'LETTER_UNKNOWN'")
                        .query(Integer.class)
                        .single())
                .as("seed %d: what was written down", seed)
                .isEqualTo(unknown.size());
        return unknown;
    }

    private record Row(String to, String state, String messageId) {}

    /** Each client owes one invoice that is due on Monday. */
    static JdbcClient ledger(String url, String vendor, int clients) {
        var source = new DriverManagerDataSource(url, "postgres", "postgres");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/" + vendor)
                .load()
                .migrate();
        var jdbc = JdbcClient.create(source);
        jdbc.sql("insert into colleague (name, email) values ('Ana Ruiz', 'ana@brightwater.example')")
                .update();
        for (int n = 1; n <= clients; n++) {
            jdbc.sql("""
                            insert into client (name, name_key, contact_email, account_manager_id)
                            select ?, ?, ?, id from colleague""")
                    .params("Client " + n, "client " + n, "client" + n + "@client.example")
                    .update();
        }
        jdbc.sql("""
                        insert into invoice (number, number_key, client_id, issued_on, due_on, currency, total, paid,
                                             open_until, disputed, noted)
                        select 'INV-' || id, 'INV-' || id, id, ?, ?, 'EUR', 1000, 0, ?, false, false from client""")
                .params(MONDAY.minusDays(30), MONDAY, LocalDate.of(9999, 12, 31))
                .update();
        return jdbc;
    }
}
