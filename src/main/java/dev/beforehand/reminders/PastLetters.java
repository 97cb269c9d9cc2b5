package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.InvoiceId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was written before: whatever became of a letter, but for those that were cancelled. */
@Repository
class PastLetters {

    private final JdbcClient jdbc;

    PastLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the clients that have their letter of that day, or one that is still to leave since an earlier one. */
    Set<ClientId> writtenTo(Collection<ClientId> clients, LocalDate day) {
        return jdbc.sql("select client_id from reminder where client_id in (:clients) and kind = 'REMINDER'"
                        + " and (day = :day and state <> 'CANCELLED' or state in ('PENDING', 'SENDING'))")
                .param("clients", clients.stream().map(ClientId::value).toList())
                .param("day", day)
                .query((row, number) -> new ClientId(row.getLong("client_id")))
                .set();
    }

    /** The last step that was written about each of the invoices with its due date of now; no entry where there is none. */
    Map<InvoiceId, Integer> lastSteps(Collection<InvoiceId> invoices) {
        var steps = new HashMap<InvoiceId, Integer>();
        if (!invoices.isEmpty()) {
            jdbc.sql("""
                            select r.invoice_id, max(r.step) as step from reminder_invoice r
                            join invoice i on i.id = r.invoice_id and i.due_on = r.due_on
                            where r.invoice_id in (:ids) and r.left_out is null and not r.listed group by r.invoice_id""")
                    .param("ids", invoices.stream().map(InvoiceId::value).toList())
                    .query(row -> {
                        steps.put(new InvoiceId(row.getLong("invoice_id")), row.getInt("step"));
                    });
        }
        return steps;
    }

    /** The Message-IDs of letters that were sent about one of these invoices, the oldest first; at most so many. */
    List<String> sentAbout(Collection<InvoiceId> invoices, int limit) {
        return jdbc.sql("""
                        select message_id from reminder where state = 'SENT' and id in
                            (select reminder_id from reminder_invoice where invoice_id in (:ids) and left_out is null)
                        order by id desc limit :limit""")
                .param("ids", invoices.stream().map(InvoiceId::value).toList())
                .param("limit", limit)
                .query((row, number) -> row.getString("message_id"))
                .list()
                .reversed();
    }
}
