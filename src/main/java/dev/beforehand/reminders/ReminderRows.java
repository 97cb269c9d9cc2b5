package dev.beforehand.reminders;

import dev.beforehand.calendar.SendWindow.Opening;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.letters.Tone;
import dev.beforehand.reminders.Reminder.Kind;
import dev.beforehand.reminders.Reminder.Named;
import dev.beforehand.reminders.Reminder.State;
import dev.beforehand.reminders.Reminder.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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

/** Reads letters whole. */
@Repository
class ReminderRows {

    /** What nobody need look at before it leaves, and nobody has held. */
    private static final String BY_ITSELF =
            "coalesce(mode, '') = 'AUTOMATIC' and state in ('PLANNED', 'PENDING', 'SENDING', 'SENT')";

    private final JdbcClient jdbc;
    private final Clock clock;

    ReminderRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Reminder> find(ReminderId id) {
        return read(jdbc.sql("select * from reminder where id = :id").param("id", id.value())).stream()
                .findFirst();
    }

    Optional<Reminder> find(String messageId) {
        return read(jdbc.sql("select * from reminder where message_id = :id").param("id", messageId)).stream()
                .findFirst();
    }

    /** Those of the letters that there are, in the order in which they were written down. */
    List<Reminder> all(Collection<ReminderId> ids) {
        return ids.isEmpty()
                ? List.of()
                : read(jdbc.sql("select * from reminder where id in (:ids) order by id")
                        .param("ids", ids.stream().map(ReminderId::value).toList()));
    }

    /** The newest letter that asks for one of these invoices, or that is to. */
    Optional<Reminder> newestAbout(Collection<InvoiceId> invoices) {
        return read(jdbc.sql("""
                        select * from reminder where kind = 'REMINDER' and state <> 'CANCELLED' and id in
                            (select reminder_id from reminder_invoice where invoice_id in (:ids) and left_out is null)
                        order by id desc limit 1""")
                        .param("ids", invoices.stream().map(InvoiceId::value).toList()))
                .stream()
                .findFirst();
    }

    /** All that named this invoice, whatever became of them. */
    List<Reminder> naming(InvoiceId invoice) {
        return read(jdbc.sql("select * from reminder where id in"
                        + " (select reminder_id from reminder_invoice where invoice_id = :id) order by id")
                .param("id", invoice.value()));
    }

    /** Those of that day that have not left and need not wait, and those that are still to leave since an earlier one. */
    List<Reminder> waiting(ClientId client, LocalDate day) {
        return read(jdbc.sql(
                        "select * from reminder where kind = 'REMINDER' and client_id = :client"
                                + " and (day = :day and state in ('DRAFT', 'HELD') or state in ('PLANNED', 'PENDING')) order by id")
                .param("client", client.value())
                .param("day", day));
    }

    /** When the next of those that wait for their hour leaves. */
    Optional<Instant> nextDeparture(Instant now) {
        return jdbc.sql(
                        "select min(leaves_at) as next from reminder where state in ('PLANNED', 'PENDING') and leaves_at > ?")
                .param(now.toEpochMilli())
                .query((row, number) -> Instant.ofEpochMilli(row.getLong("next")))
                .optional()
                .filter(next -> next.toEpochMilli() > 0);
    }

    /** Those that wait for a person, the newest first. */
    List<Reminder> waitingForAPerson(int limit, int offset) {
        return read(jdbc.sql("select * from reminder where state in ('FAILED', 'UNKNOWN')"
                        + " order by changed_at desc, id desc limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset));
    }

    /** Those that ended since then without having left though somebody expected it, the newest first. */
    List<Reminder> endedUnexpectedly(Instant since) {
        return read(jdbc.sql("""
                        select * from reminder where state = 'CANCELLED' and changed_at >= :since
                        and reason not in ('LEFT', 'NOT_ARRIVED')
                        and (requested_by is not null or decided_by is not null
                            or reason = 'MISSED_ITS_DAY' and attempts > 0)
                        order by id desc""").param("since", since.toEpochMilli()));
    }

    /**
     * The letters of a day, and those of an earlier one that leave on it or still have to; whatever became of them, but for
     * those that leave by themselves; drafts first.
     */
    List<Reminder> of(LocalDate day, int limit, int offset) {
        return read(on(
                        day,
                        "select *",
                        "not (" + BY_ITSELF + ") order by case state when 'DRAFT' then 0"
                                + " when 'CANCELLED' then 2 else 1 end, id limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset));
    }

    /** How many of the day there are apart from those that leave by themselves. */
    int count(LocalDate day) {
        return count(day, "not (" + BY_ITSELF + ")");
    }

    /** How many of the day leave, or have left, by themselves. */
    int automatic(LocalDate day) {
        return count(day, BY_ITSELF);
    }

    private int count(LocalDate day, String which) {
        return on(day, "select count(*)", which).query(Integer.class).single();
    }

    private StatementSpec on(LocalDate day, String select, String which) {
        return jdbc.sql(select + " from reminder where day between :earlier and :day"
                        + " and (day = :day or state = 'PENDING' or leaves_at >= :begins) and " + which)
                .param("day", day)
                .param("earlier", day.minusDays(Observations.LEAVES_WITHIN))
                .param("begins", day.atStartOfDay(clock.getZone()).toInstant().toEpochMilli());
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
                row.getBoolean("listed"),
                leftOut == null ? null : Reason.valueOf(leftOut));
    }

    private static Reminder read(ResultSet row) throws SQLException {
        var mode = row.getString("mode");
        var onlyAbout = row.getLong("only_about");
        return new Reminder(
                new ReminderId(row.getLong("id")),
                Kind.valueOf(row.getString("kind")),
                new ClientId(row.getLong("client_id")),
                row.getString("cadence"),
                mode == null ? null : Mode.valueOf(mode),
                row.getInt("step"),
                new Words(
                        row.getString("letter"),
                        Tone.valueOf(row.getString("tone")),
                        row.getString("own_subject"),
                        row.getString("note")),
                onlyAbout == 0 ? null : new InvoiceId(onlyAbout),
                LocalDate.parse(row.getString("day")),
                new Opening(
                        Instant.ofEpochMilli(row.getLong("leaves_at")), Instant.ofEpochMilli(row.getLong("closes_at"))),
                State.valueOf(row.getString("state")),
                row.getBoolean("in_doubt"),
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
