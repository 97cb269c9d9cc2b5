package dev.beforehand.accounts;

import dev.beforehand.accounts.Portfolio.Direction;
import dev.beforehand.accounts.Portfolio.From;
import dev.beforehand.accounts.Portfolio.Line;
import dev.beforehand.accounts.Portfolio.Order;
import dev.beforehand.accounts.Portfolio.Page;
import dev.beforehand.accounts.Portfolio.Sum;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds what many clients owe; one query for all of them, and one for a page. */
@Service
public class Portfolios {

    private static final String OPEN = """
            from client c join invoice i on i.client_id = c.id
            where i.issued_on <= :day and i.open_until > :day and (:manager = 0 or c.account_manager_id = :manager)
            """;

    private final JdbcClient jdbc;

    Portfolios(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean hasClients(ColleagueId manager) {
        return jdbc.sql("select exists (select 1 from client where account_manager_id = ?)")
                .param(manager.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * What is open in each currency, that with the most invoices first.
     *
     * @param manager who looks after the clients; empty: all clients
     */
    public List<Sum> sums(@Nullable ColleagueId manager, LocalDate day) {
        return jdbc.sql("select i.currency, count(distinct i.client_id) as clients, count(*) as invoices,"
                        + " sum(i.total - i.paid) as open, sum(case when i.due_on < :day then i.total - i.paid else 0 end) as late "
                        + OPEN + " group by i.currency order by invoices desc, i.currency")
                .param("day", day)
                .param("manager", value(manager))
                .query((row, number) ->
                        new Sum(row.getInt("clients"), row.getInt("invoices"), money(row, "open"), money(row, "late")))
                .list();
    }

    /**
     * Clients with something open in the currency, those with the most first.
     *
     * @param from where the page begins; empty: at the beginning
     */
    public Page page(
            @Nullable ColleagueId manager,
            LocalDate day,
            CurrencyUnit currency,
            Order order,
            boolean onlyLate,
            @Nullable From from,
            int size) {
        if (from == null) {
            var lines = read(manager, day, currency, order, onlyLate, null, size + 1);
            return new Page(first(lines, size), false, lines.size() > size);
        }
        var lines = read(manager, day, currency, order, onlyLate, from, size + 1);
        if (from.direction() == Direction.AFTER && !lines.isEmpty()) {
            return new Page(first(lines, size), true, lines.size() > size);
        }
        if (from.direction() == Direction.BEFORE && lines.size() > size) {
            return new Page(first(lines, size).reversed(), true, true);
        }
        return page(manager, day, currency, order, onlyLate, null, size);
    }

    private List<Line> read(
            @Nullable ColleagueId manager,
            LocalDate day,
            CurrencyUnit currency,
            Order order,
            boolean onlyLate,
            @Nullable From from,
            int limit) {
        var back = from != null && from.direction() == Direction.BEFORE;
        var amount = order == Order.LATE ? "late" : "open";
        var beyond = from == null
                ? ""
                : " and (%1$s %2$s :amount or %1$s = :amount and client_id %3$s :client)"
                        .formatted(amount, back ? ">" : "<", back ? "<" : ">");
        var query = jdbc.sql("select * from (select i.client_id, c.name, i.currency, sum(i.total - i.paid) as open,"
                        + " sum(case when i.due_on < :day then i.total - i.paid else 0 end) as late, min(i.due_on) as oldest "
                        + OPEN + " and i.currency = :currency group by i.client_id, c.name, i.currency) owed"
                        + " where (not :only_late or late > 0)" + beyond + " order by " + amount
                        + (back ? " asc, client_id desc" : " desc, client_id asc") + " limit :limit")
                .param("day", day)
                .param("manager", value(manager))
                .param("currency", currency.getCode())
                .param("only_late", onlyLate)
                .param("limit", limit);
        if (from != null) {
            query.param("amount", from.amount()).param("client", from.client().value());
        }
        return query.query((row, number) -> new Line(
                        new ClientId(row.getLong("client_id")),
                        row.getString("name"),
                        money(row, "open"),
                        money(row, "late"),
                        (int) Math.max(0, ChronoUnit.DAYS.between(LocalDate.parse(row.getString("oldest")), day))))
                .list();
    }

    private static List<Line> first(List<Line> lines, int size) {
        return lines.subList(0, Math.min(size, lines.size()));
    }

    private static long value(@Nullable ColleagueId manager) {
        return manager == null ? 0 : manager.value();
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong(column));
    }
}
