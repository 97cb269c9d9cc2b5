package dev.beforehand.accounts;

import dev.beforehand.accounts.Account.Age;
import dev.beforehand.accounts.Account.Balance;
import dev.beforehand.clients.ClientId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a client owes, how old that is, and how late it usually pays. */
@Component
class Balances {

    private static final int HABIT_MONTHS = 12;

    private final JdbcClient jdbc;
    private final ZoneId zone;

    Balances(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.zone = clock.getZone();
    }

    /** One for each currency in which something is open, by its code. */
    List<Balance> of(ClientId client, LocalDate day) {
        var byAge = new TreeMap<CurrencyUnit, Map<Age, Money>>();
        var invoices = new TreeMap<CurrencyUnit, Integer>();
        jdbc.sql("""
                select currency, count(*) as invoices, sum(total - paid) as balance,
                       case when due_on >= :day then 'NOT_DUE' when due_on >= :d30 then 'UP_TO_30'
                            when due_on >= :d60 then 'UP_TO_60' when due_on >= :d90 then 'UP_TO_90'
                            else 'OVER_90' end as age
                from invoice where client_id = :client and issued_on <= :day and open_until > :day group by 1, 4""")
                .param("client", client.value())
                .param("day", day)
                .param("d30", day.minusDays(30))
                .param("d60", day.minusDays(60))
                .param("d90", day.minusDays(90))
                .query(row -> {
                    var currency = CurrencyUnit.of(row.getString("currency"));
                    byAge.computeIfAbsent(currency, c -> new EnumMap<>(Age.class))
                            .put(Age.valueOf(row.getString("age")), Money.ofMinor(currency, row.getLong("balance")));
                    invoices.merge(currency, row.getInt("invoices"), Integer::sum);
                });
        return byAge.entrySet().stream()
                .map(each -> new Balance(each.getKey(), invoices.getOrDefault(each.getKey(), 0), each.getValue()))
                .toList();
    }

    /** From the payments of the last twelve months that were noted: of what was paid before, nobody may know the day. */
    Optional<Habit> habit(ClientId client, LocalDate day) {
        return Habit.of(jdbc.sql("""
                        select distinct i.id, i.due_on, i.open_until from activity a join invoice i on i.id = a.invoice_id
                        where a.client_id = :client and a.kind = 'INVOICE_PAID' and a.at >= :since
                        and i.client_id = :client and i.open_until <= :day and i.closed_by <> 'VOID'""")
                .param("client", client.value())
                .param("day", day)
                .param(
                        "since",
                        day.minusMonths(HABIT_MONTHS)
                                .atStartOfDay(zone)
                                .toInstant()
                                .toEpochMilli())
                .query((row, number) -> (int) ChronoUnit.DAYS.between(
                        LocalDate.parse(row.getString("due_on")), LocalDate.parse(row.getString("open_until"))))
                .list());
    }
}
