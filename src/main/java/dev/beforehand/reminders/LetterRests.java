package dev.beforehand.reminders;

import dev.beforehand.calendar.WorkingDays;
import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.reminders.Decision.Rest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why letters were not written, as it was decided on each day. */
@Repository
class LetterRests {

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;

    LetterRests(JdbcClient jdbc, WorkingDays workingDays) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
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

    /** In the caller's transaction; the same reason on the next working day is written to the end of the first. */
    void note(List<Rest> rests, LocalDate today) {
        var over = over(rests);
        rests.stream().filter(rest -> !over.contains(Key.of(rest))).forEach(rest -> {
            var newest = rest.reason().isFinal() ? Optional.<Noted>empty() : newest(rest);
            newest.filter(before -> goesOn(before, rest, today))
                    .ifPresentOrElse(before -> extend(rest, before.first(), today), () -> begin(rest, today));
        });
    }

    private record Key(InvoiceId invoice, LocalDate dueOn, int day, Reason reason) {

        static Key of(Rest rest) {
            return new Key(rest.invoice().id(), rest.invoice().dueOn(), rest.day(), rest.reason());
        }
    }

    /** Those that are so once and for all, and of which that was noted before. */
    private Set<Key> over(List<Rest> rests) {
        var invoices = rests.stream()
                .filter(rest -> rest.reason().isFinal())
                .map(rest -> rest.invoice().id().value())
                .distinct()
                .toList();
        return invoices.isEmpty()
                ? Set.of()
                : jdbc.sql("select invoice_id, due_on, step, reason from letter_rest"
                                + " where invoice_id in (:invoices) and reason in ('TOO_LATE', 'OVERTAKEN')")
                        .param("invoices", invoices)
                        .query((row, number) -> new Key(
                                new InvoiceId(row.getLong("invoice_id")),
                                LocalDate.parse(row.getString("due_on")),
                                row.getInt("step"),
                                Reason.valueOf(row.getString("reason"))))
                        .set();
    }

    private Optional<Noted> newest(Rest rest) {
        return jdbc.sql("select * from letter_rest where invoice_id = ? and due_on = ? and step = ? and reason = ?"
                        + " order by first_on desc limit 1")
                .params(
                        rest.invoice().id().value(),
                        rest.invoice().dueOn(),
                        rest.day(),
                        rest.reason().name())
                .query(LetterRests::read)
                .optional();
    }

    private boolean goesOn(Noted before, Rest rest, LocalDate today) {
        return !before.last().isBefore(workingDays.before(today))
                && before.cadence().equals(rest.cadence())
                && Objects.equals(before.until(), rest.until());
    }

    private void begin(Rest rest, LocalDate today) {
        jdbc.sql("""
                        insert into letter_rest (invoice_id, due_on, step, reason, cadence, until_on, first_on, last_on)
                        values (:invoice, :due, :step, :reason, :cadence, :until, :today, :today)
                        on conflict (invoice_id, due_on, step, reason, first_on) do update
                        set until_on = excluded.until_on, cadence = excluded.cadence""")
                .param("invoice", rest.invoice().id().value())
                .param("due", rest.invoice().dueOn())
                .param("step", rest.day())
                .param("reason", rest.reason().name())
                .param("cadence", rest.cadence())
                .param("until", rest.until())
                .param("today", today)
                .update();
    }

    private void extend(Rest rest, LocalDate first, LocalDate today) {
        jdbc.sql("update letter_rest set last_on = ?"
                        + " where invoice_id = ? and due_on = ? and step = ? and reason = ? and first_on = ?")
                .params(
                        today,
                        rest.invoice().id().value(),
                        rest.invoice().dueOn(),
                        rest.day(),
                        rest.reason().name(),
                        first)
                .update();
    }

    List<Noted> of(InvoiceId invoice) {
        return jdbc.sql("select * from letter_rest where invoice_id = ? order by first_on, step, reason")
                .param(invoice.value())
                .query(LetterRests::read)
                .list();
    }

    /** Clients of whom it was noted on that day that they have had all their letters about something. */
    List<TakeOver> takeOvers(LocalDate day) {
        var invoices = new LinkedHashMap<ClientId, List<InvoiceId>>();
        jdbc.sql("""
                        select distinct i.client_id, i.due_on, i.id from letter_rest r join invoice i on i.id = r.invoice_id
                        where r.last_on = ? and r.reason in ('MOST_LETTERS', 'CADENCE_OVER')
                        order by i.client_id, i.due_on, i.id""").param(day).query(row -> {
            invoices.computeIfAbsent(new ClientId(row.getLong("client_id")), client -> new ArrayList<>())
                    .add(new InvoiceId(row.getLong("id")));
        });
        return invoices.entrySet().stream()
                .map(entry -> new TakeOver(entry.getKey(), List.copyOf(entry.getValue())))
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
