package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.reminders.Reminder.Named;
import dev.beforehand.reminders.Reminder.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads letters from the outbox. */
@Repository
class ReminderRows {

    private static final String LIVE = "day = :day and state <> 'CANCELLED'";

    private final JdbcClient jdbc;

    ReminderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Reminder> find(ReminderId id) {
        return read(jdbc.sql("select * from reminder where id = :id").param("id", id.value())).stream()
                .findFirst();
    }

    /** Those that wait for a person, the newest first. */
    List<Reminder> waitingForAPerson(int limit) {
        return read(jdbc.sql("select * from reminder where state in ('FAILED', 'UNKNOWN')"
                        + " order by changed_at desc, id desc limit :limit")
                .param("limit", limit));
    }

    /** The letters of a day, whatever became of them, but for those that were cancelled. */
    List<Reminder> of(LocalDate day, int limit, int offset) {
        return read(jdbc.sql("select * from reminder where " + LIVE + " order by id limit :limit offset :offset")
                .param("day", day)
                .param("limit", limit)
                .param("offset", offset));
    }

    int count(LocalDate day) {
        return jdbc.sql("select count(*) from reminder where " + LIVE)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** Whether the cadence had its turn on that day. */
    boolean isPlanned(LocalDate day) {
        return jdbc.sql(
                                "select count(*) from (select 1 from reminder where day = :day and requested_by is null limit 1) one")
                        .param("day", day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Those that are to leave on that day, in the order in which they were written down. */
    List<ReminderId> pending(LocalDate day, long after, int limit) {
        return ids(jdbc.sql("select id from reminder where state = 'PENDING' and day = :day and id > :after"
                        + " order by id limit :limit")
                .param("day", day)
                .param("after", after)
                .param("limit", limit));
    }

    /** Those that should have left before that day. */
    List<ReminderId> missed(LocalDate day, int limit) {
        return ids(jdbc.sql("select id from reminder where state = 'PENDING' and day < :day order by id limit :limit")
                .param("day", day)
                .param("limit", limit));
    }

    /** Those that came under way at that moment or before. */
    List<ReminderId> underwaySince(Instant then) {
        return ids(jdbc.sql("select id from reminder where state = 'SENDING' and changed_at <= :then order by id")
                .param("then", then.toEpochMilli()));
    }

    /** The day's letters that wait since the mail server turned one of them away. */
    Optional<Reminders.Stuck> stuck(LocalDate day) {
        return jdbc.sql("""
                        select count(*) as letters, max(reason) as reason from reminder
                        where state = 'PENDING' and day = :day having max(reason) is not null""")
                .param("day", day)
                .query((row, number) -> new Reminders.Stuck(row.getInt("letters"), row.getString("reason")))
                .optional();
    }

    boolean isWritten(ClientId client, LocalDate day) {
        return jdbc.sql("select count(*) from reminder where client_id = :client and " + LIVE)
                        .param("client", client.value())
                        .param("day", day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The last step that was written about each of the invoices with its due date of now; no entry where there is none. */
    Map<InvoiceId, Integer> lastSteps(Collection<InvoiceId> invoices) {
        var steps = new HashMap<InvoiceId, Integer>();
        if (!invoices.isEmpty()) {
            jdbc.sql("""
                            select r.invoice_id, max(r.step) as step from reminder_invoice r
                            join invoice i on i.id = r.invoice_id and i.due_on = r.due_on
                            where r.invoice_id in (:ids) and r.left_out is null group by r.invoice_id""")
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

    private static List<ReminderId> ids(StatementSpec select) {
        return select.query((row, number) -> new ReminderId(row.getLong("id"))).list();
    }

    private List<Reminder> read(StatementSpec select) {
        var found = select.query((row, number) -> read(row)).list();
        var named = named(found.stream().map(Reminder::id).toList());
        return found.stream()
                .map(reminder -> reminder.naming(named.getOrDefault(reminder.id(), List.of())))
                .toList();
    }

    private Map<ReminderId, List<Named>> named(List<ReminderId> ids) {
        var named = new HashMap<ReminderId, List<Named>>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            select n.*, i.number from reminder_invoice n join invoice i on i.id = n.invoice_id
                            where n.reminder_id in (:ids) order by n.due_on, i.number""")
                    .param("ids", ids.stream().map(ReminderId::value).toList())
                    .query(row -> {
                        named.computeIfAbsent(new ReminderId(row.getLong("reminder_id")), id -> new ArrayList<>())
                                .add(readNamed(row));
                    });
        }
        return named;
    }

    private static Named readNamed(ResultSet row) throws SQLException {
        var leftOut = row.getString("left_out");
        return new Named(
                new InvoiceId(row.getLong("invoice_id")),
                row.getString("number"),
                row.getInt("step"),
                LocalDate.parse(row.getString("due_on")),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("balance")),
                leftOut == null ? null : Reason.valueOf(leftOut));
    }

    private static Reminder read(ResultSet row) throws SQLException {
        return new Reminder(
                new ReminderId(row.getLong("id")),
                new ClientId(row.getLong("client_id")),
                row.getInt("step"),
                LocalDate.parse(row.getString("day")),
                State.valueOf(row.getString("state")),
                row.getString("message_id"),
                colleague(row, "requested_by"),
                colleague(row, "decided_by"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("reason"),
                row.getInt("attempts"),
                Instant.ofEpochMilli(row.getLong("changed_at")),
                List.of());
    }

    private static @Nullable ColleagueId colleague(ResultSet row, String column) throws SQLException {
        var id = row.getLong(column);
        return row.wasNull() ? null : new ColleagueId(id);
    }
}
