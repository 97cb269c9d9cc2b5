package dev.beforehand.digest;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.digest.Agenda.LetterLine;
import dev.beforehand.money.Totals;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.ReminderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters to the clients of one account manager that go no further without a person. */
@Component
class AgendaLetters {

    /** A draft of which everything was paid would not leave, and needs nobody. */
    static final String WAITING = """
            select r.id, r.client_id, c.name as client_name, r.kind, r.state, r.day, i.currency,
                   sum(i.total - i.paid) as asks_for
            from reminder r
            join client c on c.id = r.client_id
            left join reminder_invoice n on n.reminder_id = r.id and n.left_out is null
            left join invoice i on i.id = n.invoice_id and i.open_until > :day
            where r.state in ('FAILED', 'UNKNOWN', 'DRAFT') and c.account_manager_id = :person
            and (r.state <> 'DRAFT' or r.day = :day and i.id is not null)
            group by r.id, r.client_id, c.name, r.kind, r.state, r.day, i.currency
            order by case r.state when 'DRAFT' then 1 else 0 end, r.id""";

    private final JdbcClient jdbc;

    AgendaLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The database has a row for each currency of a letter. */
    List<LetterLine> waiting(ColleagueId person, LocalDate day) {
        var lines = new LinkedHashMap<ReminderId, LetterLine>();
        jdbc.sql(WAITING).param("person", person.value()).param("day", day).query(row -> {
            var line = line(row);
            lines.merge(line.id(), line, AgendaLetters::together);
        });
        return List.copyOf(lines.values());
    }

    private static LetterLine together(LetterLine one, LetterLine other) {
        return new LetterLine(
                one.id(),
                one.client(),
                one.clientName(),
                one.kind(),
                one.state(),
                one.day(),
                one.asksFor().plus(other.asksFor()));
    }

    private static LetterLine line(ResultSet row) throws SQLException {
        return new LetterLine(
                new ReminderId(row.getLong("id")),
                new ClientId(row.getLong("client_id")),
                row.getString("client_name"),
                Reminder.Kind.valueOf(row.getString("kind")),
                Reminder.State.valueOf(row.getString("state")),
                LocalDate.parse(row.getString("day")),
                asksFor(row));
    }

    private static Totals asksFor(ResultSet row) throws SQLException {
        return row.getString("currency") instanceof String code
                ? Totals.of(List.of(Money.ofMinor(CurrencyUnit.of(code), row.getLong("asks_for"))))
                : Totals.NONE;
    }
}
