package dev.beforehand.invoices.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.beforehand.bench.PeakHeap;
import dev.beforehand.clients.ClientWords;
import dev.beforehand.clients.TestRegisters;
import dev.beforehand.database.TestClock;
import dev.beforehand.database.TestDatabases;
import dev.beforehand.invoices.LedgerReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Importing a million rows beside a bare JDBC batch insert of the same rows into the same schema, in the same process. */
@Tag("bench")
class ImportBenchTests {

    private static final int WARM_UP = 50_000;
    private static final int ROWS = 1_000_000;
    private static final int CLIENTS = 20_000;
    private static final int BATCH = 5_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2011, 1, 3);

    @TempDir
    Path folder;

    @Test
    void onSqlite() throws Exception {
        measure("SQLite", TestDatabases::sqliteUrl, "sqlite");
    }

    @Test
    void onPostgres() throws Exception {
        measure("PostgreSQL", TestDatabases::postgresUrl, "postgresql");
    }

    private void measure(String name, Urls urls, String vendor) throws Exception {
        var file = folder.resolve("invoices.csv");
        write(file, WARM_UP);
        bare(urls, vendor, WARM_UP);
        imported(urls, vendor, file);
        write(file, ROWS);

        double bare = ROWS / bare(urls, vendor, ROWS);
        PeakHeap.reset();
        try (var database = database(urls.next(), vendor)) {
            var first = take(database, file);
            long peak = PeakHeap.mebibytes();
            var second = take(database, file);

            assertThat(first.added()).isEqualTo(ROWS);
            assertThat(first.refused()).isZero();
            assertThat(second.unchanged()).isEqualTo(ROWS);
            System.out.printf(
                    "BENCH import of %,d rows (%d MB, %,d clients) on %s: %,.0f rows/s; bare JDBC batch insert: %,.0f"
                            + " rows/s; ratio %.2f; the same file again: %,.0f rows/s; peak heap %d of %d MiB%n",
                    ROWS,
                    Files.size(file) / 1_000_000,
                    CLIENTS,
                    name,
                    rate(first),
                    bare,
                    rate(first) / bare,
                    rate(second),
                    peak,
                    Runtime.getRuntime().maxMemory() >> 20);
            assertThat(rate(first) / bare).isGreaterThan(0.4);
        }
    }

    private static double rate(LedgerReport report) {
        return report.rows() * 1e9 / report.took().toNanos();
    }

    private static void imported(Urls urls, String vendor, Path file) throws IOException {
        try (var database = database(urls.next(), vendor)) {
            take(database, file);
        }
    }

    private static LedgerReport take(HikariDataSource database, Path file) throws IOException {
        var jdbc = new JdbcTemplate(database);
        return new InvoicesFile(
                        new InvoiceTable(jdbc),
                        TestRegisters.on(jdbc),
                        new TransactionTemplate(new JdbcTransactionManager(database)),
                        LedgerFixture.NO_SETTINGS,
                        new LedgerPlace(null, CurrencyUnit.EUR),
                        new TestClock())
                .take(file);
    }

    /** Seconds that it takes; the values are at hand. */
    private static double bare(Urls urls, String vendor, int rows) throws SQLException {
        try (var database = database(urls.next(), vendor);
                var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            try (var client = connection.prepareStatement("insert into client (id, name, name_key) values (?, ?, ?)");
                    var word = connection.prepareStatement("insert into client_word (word, client_id) values (?, ?)")) {
                for (int i = 1; i <= CLIENTS; i++) {
                    add(client, (long) i, client(i), client(i).toLowerCase(Locale.ROOT));
                    for (var each : ClientWords.of(client(i))) {
                        add(word, each, (long) i);
                    }
                }
                client.executeBatch();
                word.executeBatch();
            }
            try (var invoice = connection.prepareStatement("""
                    insert into invoice (number, number_key, client_id, issued_on, due_on, currency, total, paid,
                        open_until, closed_by, disputed, noted) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
                for (int i = 0; i < rows; i++) {
                    invoice.setString(1, number(i));
                    invoice.setString(2, number(i));
                    invoice.setLong(3, 1 + clientOf(i));
                    invoice.setObject(4, issuedOn(i));
                    invoice.setObject(5, issuedOn(i).plusDays(30));
                    invoice.setString(6, "EUR");
                    invoice.setLong(7, total(i));
                    invoice.setLong(8, 0);
                    invoice.setObject(
                            9,
                            isOpen(i) ? LocalDate.of(9999, 12, 31) : issuedOn(i).plusDays(33));
                    invoice.setString(10, isOpen(i) ? null : "PAYMENT");
                    invoice.setBoolean(11, i % 100 == 0);
                    invoice.setBoolean(12, !isOpen(i));
                    invoice.addBatch();
                    if (i % BATCH == BATCH - 1) {
                        invoice.executeBatch();
                    }
                }
                invoice.executeBatch();
            }
            connection.commit();
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private static void write(Path file, int rows) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("Invoice number,Customer,Invoice date,Due date,Currency,Total,Settled date,Disputed\n");
            for (int i = 0; i < rows; i++) {
                out.write(number(i) + ",\"" + client(1 + clientOf(i)) + "\"," + day(issuedOn(i)) + ","
                        + day(issuedOn(i).plusDays(30)) + ",EUR,\"" + "%,.2f".formatted(total(i) / 100.0) + "\","
                        + (isOpen(i) ? "" : day(issuedOn(i).plusDays(33))) + "," + (i % 100 == 0 ? "Yes" : "No")
                        + "\n");
            }
        }
    }

    private static String number(int i) {
        return "INV-" + (10_000_000 + i);
    }

    private static String client(int i) {
        return "Client " + i + " of Harbour Street";
    }

    private static int clientOf(int i) {
        return (int) (i * 7919L % CLIENTS);
    }

    private static LocalDate issuedOn(int i) {
        return FIRST_DAY.plusDays(i * 613L % 800);
    }

    private static String day(LocalDate date) {
        return date.getDayOfMonth() + "/" + date.getMonthValue() + "/" + date.getYear();
    }

    private static long total(int i) {
        return 1_000 + i * 7_907L % 1_000_000;
    }

    private static boolean isOpen(int i) {
        return i % 10 == 0;
    }

    private static HikariDataSource database(String url, String vendor) {
        Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .locations("classpath:db/migration/" + vendor)
                .load()
                .migrate();
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("postgres");
        config.setMaximumPoolSize(2);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    /** Hands out a new database each time. */
    private interface Urls {

        String next();
    }
}
