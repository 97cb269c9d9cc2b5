package dev.beforehand.digest;

import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.digest.Month.Paid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Counts what was done and paid since the first of the month; one query each. */
@Service
public class Months {

    private final JdbcClient jdbc;
    private final Clock clock;

    Months(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The month of that day, up to and including it.
     *
     * @param manager of whose clients; empty: of all
     */
    public Month of(@Nullable ColleagueId manager, LocalDate day) {
        return new Month(done(manager, day), paid(manager, day));
    }

    private Map<Kind, Integer> done(@Nullable ColleagueId manager, LocalDate day) {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        jdbc.sql("""
                select a.kind, count(*) as times from activity a
                where a.at >= :begin and a.kind in (:kinds)
                and (:manager = 0 or a.client_id in (select c.id from client c where c.account_manager_id = :manager))
                group by a.kind""")
                .param(
                        "begin",
                        day.withDayOfMonth(1)
                                .atStartOfDay(clock.getZone())
                                .toInstant()
                                .toEpochMilli())
                .param("kinds", Month.COUNTED.stream().map(Kind::name).toList())
                .param("manager", value(manager))
                .query(row -> {
                    counts.put(Kind.valueOf(row.getString("kind")), row.getInt("times"));
                });
        return counts;
    }

    private List<Paid> paid(@Nullable ColleagueId manager, LocalDate day) {
        return jdbc.sql("""
                select i.currency, count(*) as invoices, sum(i.total) as total,
                       sum(case when i.open_until > i.due_on then 1 else 0 end) as late_invoices,
                       sum(case when i.open_until > i.due_on then i.total else 0 end) as late
                from invoice i join client c on c.id = i.client_id
                where i.open_until between :first and :day and i.closed_by = 'PAYMENT'
                and (:manager = 0 or c.account_manager_id = :manager)
                group by i.currency order by invoices desc, i.currency""")
                .param("first", day.withDayOfMonth(1))
                .param("day", day)
                .param("manager", value(manager))
                .query((row, number) -> {
                    var currency = CurrencyUnit.of(row.getString("currency"));
                    int late = row.getInt("late_invoices");
                    var lateSum = Money.ofMinor(currency, row.getLong("late"));
                    var all = Money.ofMinor(currency, row.getLong("total"));
                    return new Paid(row.getInt("invoices") - late, all.minus(lateSum), late, lateSum);
                })
                .list();
    }

    private static long value(@Nullable ColleagueId manager) {
        return manager == null ? 0 : manager.value();
    }
}
