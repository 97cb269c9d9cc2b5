package dev.beforehand.accounts;

import dev.beforehand.accounts.Account.Disputed;
import dev.beforehand.accounts.Account.Held;
import dev.beforehand.accounts.Account.Planned;
import dev.beforehand.accounts.Account.Promised;
import dev.beforehand.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands between the team and a client: promises, plans, disputes, holds. */
@Component
class Agreed {

    private static final int SHOWN = 5;

    private final JdbcClient jdbc;

    Agreed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are neither kept nor broken yet, the next first. */
    First<Promised> promises(ClientId client) {
        return first(
                """
                select p.amount, p.currency, p.promised_on, p.made_at, m.name, count(*) over () as total,
                       (select count(*) from promise_invoice n where n.promise_id = p.id and n.covered) as invoices
                from promise p join colleague m on m.id = p.author_id
                where p.client_id = :client and p.state = 'ACTIVE' order by p.promised_on, p.id""",
                Map.of("client", client.value()),
                (row, number) -> new Promised(
                        money(row, "amount"),
                        LocalDate.parse(row.getString("promised_on")),
                        row.getInt("invoices"),
                        row.getString("name"),
                        Instant.ofEpochMilli(row.getLong("made_at"))));
    }

    /** Those that wait for a decision, and those that run: approved, with something of theirs still open. */
    First<Planned> plans(ClientId client, LocalDate day) {
        return first(
                """
                select p.total as amount, p.currency, m.name as proposed_by, d.name as decided_by,
                       count(*) over () as total,
                       (select count(*) from instalment n where n.payment_plan = p.id) as instalments,
                       (select max(n.payable_on) from instalment n where n.payment_plan = p.id) as last_on
                from payment_plan p join colleague m on m.id = p.proposed_by
                left join colleague d on p.state = 'APPROVED' and d.id = p.decided_by
                where p.client_id = :client and (p.state = 'PROPOSED' or p.state = 'APPROVED' and exists (
                    select 1 from payment_plan_invoice l join invoice i on i.id = l.invoice_id
                    where l.payment_plan = p.id and i.open_until > :day)) order by p.id""",
                Map.of("client", client.value(), "day", day),
                (row, number) -> new Planned(
                        money(row, "amount"),
                        row.getInt("instalments"),
                        LocalDate.parse(row.getString("last_on")),
                        row.getString("proposed_by"),
                        row.getString("decided_by")));
    }

    /** Those that nobody has settled, the oldest first. */
    First<Disputed> disputes(ClientId client) {
        return first(
                """
                select d.reason, d.opened_at, i.number, m.name, count(*) over () as total
                from dispute d join invoice i on i.id = d.invoice_id join colleague m on m.id = d.owner_id
                where d.client_id = :client and d.resolved_at is null order by d.opened_at, d.id""",
                Map.of("client", client.value()),
                (row, number) -> new Disputed(
                        row.getString("number"),
                        row.getString("reason"),
                        row.getString("name"),
                        Instant.ofEpochMilli(row.getLong("opened_at"))));
    }

    /** Those that keep letters back on that day; one for all letters comes first. */
    First<Held> holds(ClientId client, LocalDate day) {
        return first(
                """
                select h.until_on, h.reason, i.number, m.name, count(*) over () as total
                from hold h join colleague m on m.id = h.author_id left join invoice i on i.id = h.invoice_id
                where h.client_id = :client and h.until_on >= :day and h.released_at is null
                order by case when h.invoice_id is null then 0 else 1 end, h.until_on, h.id""",
                Map.of("client", client.value(), "day", day),
                (row, number) -> new Held(
                        row.getString("number"),
                        LocalDate.parse(row.getString("until_on")),
                        row.getString("reason"),
                        row.getString("name")));
    }

    private <T> First<T> first(String sql, Map<String, ?> values, RowMapper<T> line) {
        var counted = jdbc.sql(sql + " limit " + SHOWN)
                .params(values)
                .query((row, number) -> new Counted<>(line.mapRow(row, number), row.getInt("total")))
                .list();
        return new First<>(
                counted.stream().map(Counted::line).toList(),
                counted.isEmpty() ? 0 : counted.getFirst().total());
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong(column));
    }

    private record Counted<T>(T line, int total) {}
}
