package dev.beforehand.digest;

import dev.beforehand.checkins.CheckInId;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.digest.Agenda.CheckInLine;
import dev.beforehand.money.Totals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The check-ins that one person has, or may claim. */
@Component
class AgendaCheckIns {

    private static final String LINES = """
            select k.id, k.client_id, c.name as client_name, k.claimed_at, i.currency,
                   count(*) as invoices, sum(i.total - i.paid) as owed, min(i.due_on) as first_due
            from check_in k
            join client c on c.id = k.client_id
            join check_in_invoice n on n.check_in_id = k.id
            join invoice i on i.id = n.invoice_id and i.issued_on <= :day and i.open_until > :day
            where %s group by k.id, k.client_id, c.name, k.claimed_at, i.currency""";

    static final String TO_CLAIM = LINES.formatted(
            "k.state = 'OPEN' and k.client_id in (select id from client where account_manager_id = :person)");
    static final String CLAIMED = LINES.formatted("k.state = 'CLAIMED' and k.claimed_by = :person");

    private final JdbcClient jdbc;

    AgendaCheckIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CheckInLine> toClaim(ColleagueId person, LocalDate day) {
        return lines(TO_CLAIM, person, day);
    }

    List<CheckInLine> claimed(ColleagueId person, LocalDate day) {
        return lines(CLAIMED, person, day);
    }

    /** The database has a row for each currency of a check-in. */
    private List<CheckInLine> lines(String sql, ColleagueId person, LocalDate day) {
        var lines = new LinkedHashMap<CheckInId, CheckInLine>();
        jdbc.sql(sql).param("person", person.value()).param("day", day).query(row -> {
            var line = line(row);
            lines.merge(line.id(), line, AgendaCheckIns::together);
        });
        return lines.values().stream()
                .sorted(Comparator.comparing(CheckInLine::firstDue)
                        .thenComparing(line -> line.id().value()))
                .toList();
    }

    private static CheckInLine together(CheckInLine one, CheckInLine other) {
        return new CheckInLine(
                one.id(),
                one.client(),
                one.clientName(),
                one.claimedAt(),
                one.invoices() + other.invoices(),
                one.owed().plus(other.owed()),
                one.firstDue().isBefore(other.firstDue()) ? one.firstDue() : other.firstDue());
    }

    private static CheckInLine line(ResultSet row) throws SQLException {
        var claimedAt = row.getLong("claimed_at");
        return new CheckInLine(
                new CheckInId(row.getLong("id")),
                new ClientId(row.getLong("client_id")),
                row.getString("client_name"),
                claimedAt == 0 ? null : Instant.ofEpochMilli(claimedAt),
                row.getInt("invoices"),
                Totals.of(List.of(Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("owed")))),
                LocalDate.parse(row.getString("first_due")));
    }
}
