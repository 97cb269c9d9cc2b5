package dev.beforehand.bench;

import dev.beforehand.clients.ClientWords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Random;
import javax.sql.DataSource;

/** Fills a database with as many invoices as a benchmark wants, the same in every run. */
final class BulkLedger {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private static final String[] FIRST = {
        "Harbour", "Mill", "Copper", "North", "River", "Oak", "Stone", "Field", "Amber", "Castle", "Silver", "Maple"
    };
    private static final String[] SECOND = {"Books", "Bakery", "Logistics", "Design", "Foods", "Tools", "Media", "Paper"
    };

    private final Connection connection;
    private final Random random = new Random(42);

    private BulkLedger(Connection connection) {
        this.connection = connection;
    }

    static void fill(DataSource database, int clients, int invoices, int open) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var ledger = new BulkLedger(connection);
            ledger.clients(clients);
            ledger.invoices(clients, invoices, open);
            connection.commit();
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        }
    }

    static String clientName(int client) {
        return FIRST[client % FIRST.length] + " " + SECOND[client / FIRST.length % SECOND.length] + " " + client;
    }

    static String number(int invoice) {
        return "INV-%07d".formatted(invoice);
    }

    private void clients(int count) throws SQLException {
        try (var client = connection.prepareStatement(
                        "insert into client (id, name, name_key, contact_email, language) values (?, ?, ?, ?, 'en')");
                var word = connection.prepareStatement("insert into client_word (word, client_id) values (?, ?)")) {
            for (int i = 1; i <= count; i++) {
                var name = clientName(i);
                add(client, (long) i, name, name.toLowerCase(java.util.Locale.ROOT), "c" + i + "@client.example");
                for (var each : ClientWords.of(name)) {
                    add(word, each, (long) i);
                }
            }
            client.executeBatch();
            word.executeBatch();
        }
    }

    private void invoices(int clients, int count, int open) throws SQLException {
        try (var invoice = connection.prepareStatement("""
                insert into invoice (number, number_key, client_id, issued_on, due_on, currency, total, paid, open_until,
                    closed_by, disputed, noted) values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, false, true)""")) {
            for (int i = 1; i <= count; i++) {
                var isOpen = i > count - open;
                var due = TODAY.plusDays(isOpen ? random.nextInt(90) - 30 : -60 - random.nextInt(700));
                add(
                        invoice,
                        number(i),
                        number(i),
                        1L + random.nextInt(clients),
                        due.minusDays(91),
                        due,
                        i % 5 == 0 ? "USD" : "EUR",
                        1000L + random.nextInt(1_000_000),
                        isOpen ? LocalDate.of(9999, 12, 31) : due.plusDays(random.nextInt(30)),
                        isOpen ? null : "PAYMENT");
                if (i % 5000 == 0) {
                    invoice.executeBatch();
                }
            }
            invoice.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
