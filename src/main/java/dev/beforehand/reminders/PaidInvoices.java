package dev.beforehand.reminders;

import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.InvoiceLines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invoices that were paid, in whole, after a letter about them, and for which nobody was thanked. */
@Repository
class PaidInvoices {

    private final JdbcClient jdbc;

    PaidInvoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param cadence of the last letter about it; empty where a person asked for that */
    record Paid(Invoice invoice, @Nullable String cadence) {}

    /** Those of clients who want to be thanked, paid after that day and until this one; by client. */
    List<Paid> between(LocalDate after, LocalDate until) {
        return jdbc.sql("""
                        select i.*, m.cadence from invoice i
                        join client c on c.id = i.client_id
                        join reminder m on m.id = (
                            select max(r.reminder_id) from reminder_invoice r join reminder s on s.id = r.reminder_id
                            where r.invoice_id = i.id and r.left_out is null and s.state = 'SENT' and s.kind = 'REMINDER')
                        where i.closed_by = 'PAYMENT' and i.open_until > :after and i.open_until <= :until and c.thanks
                        and not exists (
                            select 1 from reminder_invoice r join reminder t on t.id = r.reminder_id
                            where r.invoice_id = i.id and t.kind = 'THANKS' and t.state <> 'CANCELLED')
                        order by i.client_id, i.due_on""")
                .param("after", after)
                .param("until", until)
                .query(PaidInvoices::read)
                .list();
    }

    private static Paid read(ResultSet row, int number) throws SQLException {
        return new Paid(InvoiceLines.invoice(row), row.getString("cadence"));
    }
}
