package dev.beforehand.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.activity.Activities;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.digest.Digests;
import dev.beforehand.digest.DigestsConfiguration;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Building the digest beside reading the same open invoices bare. */
@Tag("bench")
@OnSqlite
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({DigestsConfiguration.class, Activities.class})
class DigestBenchTests {

    private static final int OPEN = 100_000;

    @Autowired
    Digests digests;

    @Autowired
    DataSource database;

    @Test
    void digestAtAHundredThousandOpenInvoices() throws SQLException {
        BulkLedger.fill(database, 10_000, OPEN, OPEN);

        var bare = Timings.of(10, i -> assertThat(readAll()).isEqualTo(OPEN));
        PeakHeap.reset();
        var digest = Timings.of(
                10,
                i -> assertThat(digests.forDay(BulkLedger.TODAY, Instant.EPOCH, 8)
                                .open()
                                .count())
                        .isEqualTo(OPEN));

        System.out.printf(
                "BENCH digest of %,d open invoices: %s; reading those rows bare: %s; ratio %s; peak heap %d MiB%n",
                OPEN, digest, bare, digest.ratioTo(bare), PeakHeap.mebibytes());
    }

    private int readAll() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select id, number, client_id, issued_on, due_on, currency, total, paid from invoice"
                                + " where issued_on <= ? and open_until > ?")) {
            statement.setString(1, BulkLedger.TODAY.toString());
            statement.setString(2, BulkLedger.TODAY.toString());
            var rows = statement.executeQuery();
            int count = 0;
            while (rows.next()) {
                for (int column = 1; column <= 8; column++) {
                    rows.getString(column);
                }
                count++;
            }
            return count;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
