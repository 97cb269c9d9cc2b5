package dev.beforehand.invoices.ledger;

import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.Invoice.ClosedBy;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads and writes many invoices at once, in the caller's transaction. */
@Repository
class InvoiceTable {

    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;

    InvoiceTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean isEmpty() {
        return jdbc.queryForList("select 1 from invoice limit 1", Integer.class).isEmpty();
    }

    /** Those that are open on that day, in the order of their ids; a page of them. */
    List<OpenNumber> openAfter(long id, LocalDate day, int limit) {
        return jdbc.query(
                "select id, number_key, missing from invoice where id > ? and open_until > ? and issued_on <= ?"
                        + " order by id limit ?",
                (row, number) ->
                        new OpenNumber(row.getLong("id"), row.getString("number_key"), row.getBoolean("missing")),
                id,
                day,
                day,
                limit);
    }

    /** Those that were missing are so no more, and the other way round. */
    void turnMissing(List<OpenNumber> invoices) {
        jdbc.batchUpdate(
                "update invoice set missing = not missing where id = ? and missing = ?",
                invoices,
                invoices.size(),
                (statement, invoice) -> {
                    statement.setLong(1, invoice.id());
                    statement.setBoolean(2, invoice.missing());
                });
    }

    /** An open invoice, and whether the reading before this one did not have it. */
    record OpenNumber(long id, String key, boolean missing) {}

    /** Those of these invoices that are known, by key. */
    Map<String, StoredInvoice> known(List<LedgerInvoice> rows) {
        var known = HashMap.<String, StoredInvoice>newHashMap(rows.size());
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            var some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
            var keys = some.stream().map(LedgerInvoice::key).toArray();
            jdbc.query(
                    """
                    select number, number_key, client_id, issued_on, due_on, currency, total, paid, open_until, closed_by,
                           disputed, noted
                    from invoice where number_key in (?%s)""".formatted(", ?".repeat(some.size() - 1)),
                    row -> {
                        var invoice = read(row);
                        known.put(invoice.key(), invoice);
                    },
                    keys);
        }
        return known;
    }

    /** One that another instance has written meanwhile stays as it is: it has read the same file. */
    void add(List<StoredInvoice> invoices) {
        jdbc.batchUpdate("""
                insert into invoice (number, client_id, issued_on, due_on, currency, total, paid, open_until, closed_by,
                    disputed, noted, number_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (number_key) do nothing""", invoices, invoices.size(), InvoiceTable::write);
    }

    void change(List<StoredInvoice> invoices) {
        jdbc.batchUpdate("""
                update invoice set number = ?, client_id = ?, issued_on = ?, due_on = ?, currency = ?, total = ?, paid = ?,
                    open_until = ?, closed_by = ?, disputed = ?, noted = ? where number_key = ?""", invoices, invoices.size(), InvoiceTable::write);
    }

    private static void write(PreparedStatement statement, StoredInvoice invoice) throws SQLException {
        statement.setString(1, invoice.number());
        statement.setLong(2, invoice.client().value());
        statement.setObject(3, invoice.issuedOn());
        statement.setObject(4, invoice.dueOn());
        statement.setString(5, invoice.currency());
        statement.setLong(6, invoice.total());
        statement.setLong(7, invoice.paid());
        statement.setObject(8, invoice.openUntil());
        statement.setString(
                9, invoice.closedBy() == null ? null : invoice.closedBy().name());
        statement.setBoolean(10, invoice.disputed());
        statement.setBoolean(11, invoice.noted());
        statement.setString(12, invoice.key());
    }

    private static StoredInvoice read(ResultSet row) throws SQLException {
        var closedBy = row.getString(10);
        return new StoredInvoice(
                row.getString(1),
                row.getString(2),
                new ClientId(row.getLong(3)),
                LocalDate.parse(row.getString(4)),
                LocalDate.parse(row.getString(5)),
                row.getString(6),
                row.getLong(7),
                row.getLong(8),
                LocalDate.parse(row.getString(9)),
                closedBy == null ? null : ClosedBy.valueOf(closedBy),
                row.getBoolean(11),
                row.getBoolean(12));
    }
}
