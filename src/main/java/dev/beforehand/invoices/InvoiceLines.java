package dev.beforehand.invoices;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.Invoice.ClosedBy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** How a line is selected and read; every query for lines begins with {@code SELECT}. */
public final class InvoiceLines {

    static final String SELECT = """
            select i.id, i.number, i.client_id, i.issued_on, i.due_on, i.currency, i.total, i.paid,
                   i.open_until, i.closed_by, i.disputed,
                   c.name as client_name, c.account_manager_id, c.contact_email, m.name as account_manager_name
            from invoice i
            join client c on c.id = i.client_id
            left join colleague m on m.id = c.account_manager_id
            """;

    private InvoiceLines() {}

    static InvoiceLine read(ResultSet row, int number) throws SQLException {
        var manager = row.getLong("account_manager_id");
        var managed = !row.wasNull();
        return new InvoiceLine(
                invoice(row),
                row.getString("client_name"),
                managed ? new ColleagueId(manager) : null,
                row.getString("account_manager_name"),
                row.getString("contact_email") != null);
    }

    /** Reads the columns of the table {@code invoice} but for those that only its import needs. */
    public static Invoice invoice(ResultSet row) throws SQLException {
        var currency = CurrencyUnit.of(row.getString("currency"));
        var closedBy = row.getString("closed_by");
        return new Invoice(
                new InvoiceId(row.getLong("id")),
                row.getString("number"),
                new ClientId(row.getLong("client_id")),
                LocalDate.parse(row.getString("issued_on")),
                LocalDate.parse(row.getString("due_on")),
                Money.ofMinor(currency, row.getLong("total")),
                Money.ofMinor(currency, row.getLong("paid")),
                LocalDate.parse(row.getString("open_until")),
                closedBy == null ? null : ClosedBy.valueOf(closedBy),
                row.getBoolean("disputed"));
    }
}
