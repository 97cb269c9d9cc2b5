package dev.beforehand.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.database.OnSqlite;
import dev.beforehand.invoices.InvoiceSearch;
import java.sql.SQLException;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looking an invoice up beside the bare prepared statement. */
@Tag("bench")
@OnSqlite
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import(InvoiceSearch.class)
class LookupBenchTests {

    private static final int INVOICES = 1_000_000;
    private static final int CLIENTS = 20_000;

    @Autowired
    InvoiceSearch search;

    @Autowired
    DataSource database;

    private final Random random = new Random(7);

    @Test
    void lookUpAtAMillionInvoices() throws SQLException {
        BulkLedger.fill(database, CLIENTS, INVOICES, 100_000);

        var bare = Timings.of(2_000, i -> assertThat(bare(number())).isPositive());
        PeakHeap.reset();
        var byNumber = Timings.of(2_000, i -> assertThat(found(number())).isPositive());
        var byPrefix = Timings.of(
                500, i -> assertThat(found("INV-0" + random.nextInt(10))).isPositive());
        var byName = Timings.of(
                500,
                i -> assertThat(found(BulkLedger.clientName(1 + random.nextInt(CLIENTS))))
                        .isPositive());
        var byWord = Timings.of(200, i -> assertThat(found("harbour bo")).isPositive());

        System.out.printf(
                "BENCH look-up by number at %,d invoices: %s; bare: %s; ratio %s%n",
                INVOICES, byNumber, bare, byNumber.ratioTo(bare));
        System.out.printf(
                "BENCH look-up by prefix of a number: %s; by a client's full name: %s; by two common words: %s; peak heap %d MiB%n",
                byPrefix, byName, byWord, PeakHeap.mebibytes());
    }

    private String number() {
        return BulkLedger.number(1 + random.nextInt(INVOICES));
    }

    private int found(String typed) {
        return search.find(typed, BulkLedger.TODAY, 10).total();
    }

    private int bare(String number) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        select i.*, c.name, c.contact_email, m.name from invoice i join client c on c.id = i.client_id
                        left join colleague m on m.id = c.account_manager_id
                        where i.number_key >= ? and i.number_key < ? order by i.number_key limit 10""")) {
            statement.setString(1, number);
            statement.setString(2, number + "\uffff");
            var rows = statement.executeQuery();
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
