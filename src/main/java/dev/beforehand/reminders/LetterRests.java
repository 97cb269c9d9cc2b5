package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.reminders.Decision.Rest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why letters were not written, as it was decided on each day. */
@Repository
class LetterRests {

    private final JdbcClient jdbc;

    LetterRests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One reason for which a step was not written.
     *
     * @param day after the due date: of the step
     * @param until the last day for which it was to hold; empty where nobody knew it
     */
    record Noted(
            LocalDate dueOn,
            int day,
            String cadence,
            Reason reason,
            @Nullable LocalDate until,
            LocalDate first,
            LocalDate last) {}

    /** In the caller's transaction; the same reason on a further day is written to the end of the first. */
    void note(List<Rest> rests, LocalDate today) {
        rests.forEach(rest -> note(rest, today));
    }

    private void note(Rest rest, LocalDate today) {
        var invoice = rest.invoice();
        jdbc.sql("""
                        insert into letter_rest (invoice_id, due_on, step, reason, cadence, until_on, first_on, last_on)
                        values (:invoice, :due, :step, :reason, :cadence, :until, :today, :today)
                        on conflict (invoice_id, due_on, step, reason) do update
                        set last_on = excluded.last_on, until_on = excluded.until_on, cadence = excluded.cadence""")
                .param("invoice", invoice.id().value())
                .param("due", invoice.dueOn())
                .param("step", rest.day())
                .param("reason", rest.reason().name())
                .param("cadence", rest.cadence())
                .param("until", rest.until())
                .param("today", today)
                .update();
    }

    List<Noted> of(InvoiceId invoice) {
        return jdbc.sql("select * from letter_rest where invoice_id = ? order by first_on, step, reason")
                .param(invoice.value())
                .query(LetterRests::read)
                .list();
    }

    /** Clients to whom no letter was written on that day because they have had the most there may be. */
    List<TakeOver> takeOvers(LocalDate day) {
        var invoices = new LinkedHashMap<ClientId, List<InvoiceId>>();
        var since = new HashMap<ClientId, LocalDate>();
        jdbc.sql("""
                        select i.client_id, i.id, r.first_on from letter_rest r join invoice i on i.id = r.invoice_id
                        where r.last_on = ? and r.reason = 'MOST_LETTERS' order by i.client_id, i.due_on, i.id""").param(day).query(row -> {
            var client = new ClientId(row.getLong("client_id"));
            invoices.computeIfAbsent(client, c -> new ArrayList<>()).add(new InvoiceId(row.getLong("id")));
            since.merge(
                    client,
                    LocalDate.parse(row.getString("first_on")),
                    (one, other) -> one.isBefore(other) ? one : other);
        });
        return invoices.entrySet().stream()
                .map(entry -> new TakeOver(
                        entry.getKey(), since.getOrDefault(entry.getKey(), day), List.copyOf(entry.getValue())))
                .toList();
    }

    /** How many clients got no letter on that day for this reason. */
    int clients(LocalDate day, Reason reason) {
        return jdbc.sql("select count(distinct i.client_id) from letter_rest r join invoice i on i.id = r.invoice_id"
                        + " where r.last_on = ? and r.reason = ?")
                .param(day)
                .param(reason.name())
                .query(Integer.class)
                .single();
    }

    private static Noted read(ResultSet row, int number) throws SQLException {
        var until = row.getString("until_on");
        return new Noted(
                LocalDate.parse(row.getString("due_on")),
                row.getInt("step"),
                row.getString("cadence"),
                Reason.valueOf(row.getString("reason")),
                until == null ? null : LocalDate.parse(until),
                LocalDate.parse(row.getString("first_on")),
                LocalDate.parse(row.getString("last_on")));
    }
}
