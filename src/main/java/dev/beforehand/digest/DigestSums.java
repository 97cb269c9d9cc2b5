package dev.beforehand.digest;

import dev.beforehand.digest.Digest.Age;
import dev.beforehand.digest.Digest.Sum;
import dev.beforehand.money.Totals;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts and sums all open invoices by when they are or were due, in one pass over them. */
@Component
class DigestSums {

    private final JdbcClient jdbc;

    DigestSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Sums on(LocalDate day, int horizon) {
        var sums = new EnumMap<Due, Sum>(Due.class);
        jdbc.sql("""
                select currency, count(*) as invoices, sum(total - paid) as balance,
                       case when due_on > :soon then 'LATER' when due_on > :day then 'SOON'
                            when due_on >= :day then 'TODAY' when due_on >= :d30 then 'PAST_30'
                            when due_on >= :d60 then 'PAST_60' when due_on >= :d90 then 'PAST_90'
                            else 'LONG_PAST' end as due
                from invoice where issued_on <= :day and open_until > :day group by 1, 4""")
                .param("day", day)
                .param("soon", day.plusDays(horizon))
                .param("d30", day.minusDays(30))
                .param("d60", day.minusDays(60))
                .param("d90", day.minusDays(90))
                .query(row -> {
                    var balance = Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("balance"));
                    var sum = new Sum(row.getInt("invoices"), Totals.of(List.of(balance)));
                    sums.merge(Due.valueOf(row.getString("due")), sum, Sum::plus);
                });
        return new Sums(sums);
    }

    enum Due {
        LATER,
        SOON,
        TODAY,
        PAST_30,
        PAST_60,
        PAST_90,
        LONG_PAST
    }

    record Sums(Map<Due, Sum> byDue) {

        Sum of(Due... dues) {
            var sum = Sum.NONE;
            for (var due : dues) {
                sum = sum.plus(byDue.getOrDefault(due, Sum.NONE));
            }
            return sum;
        }

        Sum overdue() {
            return of(Due.PAST_30, Due.PAST_60, Due.PAST_90, Due.LONG_PAST);
        }

        Map<Age, Sum> overdueByAge() {
            return Map.of(
                    Age.UP_TO_30, of(Due.PAST_30),
                    Age.UP_TO_60, of(Due.PAST_60),
                    Age.UP_TO_90, of(Due.PAST_90),
                    Age.OVER_90, of(Due.LONG_PAST));
        }
    }
}
