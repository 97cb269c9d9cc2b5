package dev.beforehand.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** What a company wrote with an earlier version is there in the newest, and means the same. */
abstract class MigrationTests {

    private static final List<String> SECOND = List.of("filled-v2.sql");
    private static final List<String> NINTH = List.of("filled-v2.sql", "filled-v9.sql");

    private final String vendor;
    private final DriverManagerDataSource database;
    private final JdbcClient jdbc;

    private MigrationTests(String vendor, String url) {
        this.vendor = vendor;
        this.database = new DriverManagerDataSource(url, "postgres", "postgres");
        this.jdbc = JdbcClient.create(database);
    }

    @Nested
    static class OnSqliteTests extends MigrationTests {
        OnSqliteTests() {
            super("sqlite", TestDatabases.sqliteUrl() + "?foreign_keys=true");
        }
    }

    @Nested
    static class OnPostgresTests extends MigrationTests {
        OnPostgresTests() {
            super("postgresql", TestDatabases.postgresUrl());
        }
    }

    @Test
    void nothingOfTheSecondVersionIsLost() {
        nothingIsLost("2", SECOND);
    }

    @Test
    void nothingOfTheNinthVersionIsLost() {
        nothingIsLost("9", NINTH);
    }

    private void nothingIsLost(String version, List<String> rows) {
        fill(version, rows);
        var before = contents();
        // Written by the scheduler alone, which begins anew.
        assertThat(before)
                .as("each table is filled")
                .allSatisfy((table, written) -> assertThat(written)
                        .as(table)
                        .matches(each -> !each.isEmpty() || table.equals("scheduled_tasks")));

        migrateTo("latest");

        var after = contents();
        before.forEach((table, written) -> assertThat(comparable(table, after.get(table), written))
                .as(table)
                .containsExactlyInAnyOrderElementsOf(comparable(table, written, after.get(table))));
    }

    @Test
    void aPromiseIsAboutWhatTheCheckInNamedWhenItWasMade() {
        migrateFromTheNinth();

        assertThat(
                        rows(
                                "select id, client_id, author_id, promised_on, amount, currency, state from promise order by id"))
                .containsExactly(
                        "1|1|1|2026-06-20|14500|EUR|CANCELLED",
                        "2|1|1|2026-06-25|7500|EUR|ACTIVE",
                        "3|1|2|2026-06-26|900|GBP|ACTIVE",
                        "7|2|2|2026-06-27|5000|EUR|ACTIVE");
        assertThat(rows("select promise_id, position, invoice_id, owed from promise_invoice where covered"
                        + " order by promise_id, position"))
                .containsExactly(
                        "1|0|1|7500",
                        "1|1|2|7000",
                        "2|0|1|7500",
                        "2|1|2|7000",
                        "3|0|3|900",
                        "7|0|5|5000",
                        "7|1|6|6000");
        assertThat(rows("select count(*) from promise_invoice where not covered"))
                .containsExactly("0");
    }

    @Test
    void aPromiseCanBeMadeAfterwards() {
        migrateFromTheNinth();

        jdbc.sql("""
                        insert into promise (client_id, author_id, made_at, promised_on, amount, currency, state)
                        select client_id, author_id, made_at, promised_on, amount, currency, state from promise where id = 7""").update();

        assertThat(rows("select max(id) from promise")).containsExactly("8");
    }

    @Test
    void aProblemThatNobodySolvedIsADisputeAboutEachInvoice() {
        migrateFromTheNinth();

        assertThat(rows("""
                        select client_id, invoice_id, reason, words, owner_id, opened_by, opened_at from dispute
                        where resolution is null and resolved_by is null and resolved_at is null order by invoice_id"""))
                .containsExactly(
                        "1|1|NOT_DELIVERED|Half of it is missing|1|1|210",
                        "1|2|NOT_DELIVERED|Half of it is missing|1|1|210",
                        "1|3|NOT_DELIVERED|Half of it is missing|1|1|210",
                        "3|7|PURCHASE_ORDER_MISSING|And no purchase order|2|1|215");
        assertThat(rows("select count(*) from dispute")).containsExactly("4");
    }

    @Test
    void aLetterKeepsItsWordsAndNamesThoseThatItsStepImplied() {
        migrateFromTheNinth();

        assertThat(rows("select id, letter, tone, own_subject, note from reminder order by id"))
                .containsExactly(
                        "1|overdue-3|NEUTRAL|null|null",
                        "2|overdue-3|FRIENDLY|As we said|Thank you for the good talk.",
                        "3|due-in-7|FRIENDLY|null|null",
                        "4|due-today|FRIENDLY|null|null",
                        "5|overdue-14|FIRM|null|null",
                        "6|due-today|FRIENDLY|null|null",
                        "7|due-today|FRIENDLY|null|null",
                        "8|null|NEUTRAL|null|null",
                        "11|overdue-7|FIRM|null|null",
                        "12|overdue-3|NEUTRAL|null|null",
                        "13|overdue-7|NEUTRAL|null|null");
    }

    @Test
    void eachInvoiceOfALetterHasTheWordsOfItsStepAndTheOneThatCarriesItThoseOfTheLetter() {
        migrateFromTheNinth();

        assertThat(
                        rows(
                                "select reminder_id, invoice_id, letter, tone from reminder_invoice order by reminder_id, invoice_id"))
                .containsExactly(
                        "1|1|overdue-3|NEUTRAL",
                        "2|1|overdue-11|NEUTRAL",
                        "2|2|overdue-3|FRIENDLY",
                        "2|4|overdue-20|FIRM",
                        "3|7|due-in-7|FRIENDLY",
                        "4|7|due-today|FRIENDLY",
                        "5|2|overdue-14|FIRM",
                        "6|3|due-today|FRIENDLY",
                        "7|3|due-today|FRIENDLY",
                        "8|7|null|null",
                        "11|5|overdue-7|FIRM",
                        "12|7|overdue-3|NEUTRAL",
                        "13|7|overdue-7|NEUTRAL");
    }

    @Test
    void aMailWentToWhereItWasSent() {
        migrateFromTheNinth();

        assertThat(recipients("<1@b>"))
                .as("the client has another address by now")
                .contains("old@harbour.example", "copy@harbour.example", "boss@harbour.example");
        assertThat(recipients("<3@b>")).containsExactly("pay@mill.example");
        assertThat(recipients("<8@b>")).containsExactly("pay@mill.example");
        assertThat(recipients("<9@b>")).as("an answer went to who had asked").containsExactly("hanna@harbour.example");
        assertThat(recipients("<10@b>")).as("nobody knows").isEmpty();
    }

    private List<String> recipients(String mail) {
        var all = jdbc.sql("select recipients from outgoing_mail where message_id = ?")
                .param(mail)
                .query(String.class)
                .single();
        return Stream.of(all.split(";")).filter(address -> !address.isBlank()).toList();
    }

    @Test
    void anAddressIsWrittenToAgainOnlyWhereSomebodySaidSo() {
        migrateFromTheNinth();

        assertThat(rows("select address from suspended_address where lifted_at is null and until_at is null"))
                .containsExactly("old@harbour.example");
        assertThat(
                        rows(
                                "select report_id, address, said, consequence, until_at from reported_address order by report_id"))
                .containsExactly(
                        "2|old@harbour.example|550 no such user|SUSPENDED|null",
                        "3|pay@mill.example|550 unknown|SUSPENDED|null");
    }

    private void migrateFromTheNinth() {
        fill("9", NINTH);
        migrateTo("latest");
    }

    private void fill(String version, List<String> rows) {
        migrateTo(version);
        rows.forEach(
                file -> new ResourceDatabasePopulator(new ClassPathResource("migration/" + file)).execute(database));
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/" + vendor)
                .target(version)
                .load()
                .migrate();
    }

    private List<String> rows(String query) {
        return jdbc.sql(query).query().listOfRows().stream()
                .map(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining("|")))
                .toList();
    }

    /** The rows of each table, each by the names of its columns. */
    private Map<String, List<Map<String, String>>> contents() {
        var contents = new TreeMap<String, List<Map<String, String>>>();
        tables().forEach(table -> contents.put(
                table,
                jdbc.sql("select * from " + table).query().listOfRows().stream()
                        .map(MigrationTests::asText)
                        .toList()));
        return contents;
    }

    private static Map<String, String> asText(Map<String, Object> row) {
        var text = new TreeMap<String, String>();
        row.forEach((column, value) -> text.put(column, String.valueOf(value)));
        return text;
    }

    private List<String> tables() {
        ConnectionCallback<List<String>> ours = MigrationTests::tables;
        return List.copyOf(new JdbcTemplate(database).execute(ours));
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var schema = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? "public" : null;
        var tables = new ArrayList<String>();
        var found = connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"});
        while (found.next()) {
            var table = found.getString("TABLE_NAME");
            if (!table.startsWith("flyway_") && !table.startsWith("sqlite_")) {
                tables.add(table);
            }
        }
        return tables;
    }

    /** The rows without what other tests look at: columns that the other ones have no more, and what has another meaning. */
    private static List<Map<String, String>> comparable(
            String table, List<Map<String, String>> rows, List<Map<String, String>> others) {
        if (rows.isEmpty() || others.isEmpty() || table.equals("suspended_address")) {
            return List.of();
        }
        var shared = new TreeSet<>(rows.getFirst().keySet());
        shared.retainAll(others.getFirst().keySet());
        if (table.equals("reminder")) {
            shared.removeAll(List.of("letter", "tone"));
        }
        return rows.stream()
                .map(row -> {
                    var kept = new TreeMap<>(row);
                    kept.keySet().retainAll(shared);
                    return (Map<String, String>) kept;
                })
                .toList();
    }
}
