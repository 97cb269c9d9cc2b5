package dev.beforehand.digest;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activities.Tally;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.calendar.WorkingDays;
import dev.beforehand.money.Totals;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Sums up the team's weeks. A week ends on its last working day, at the hour of the wrap, and the next one begins there, so
 * that all that happens is in one of them.
 */
@Service
public class Weeks {

    private static final Tally NONE = new Tally(0, Totals.NONE);

    private final Activities activities;
    private final WorkingDays workingDays;
    private final JdbcClient jdbc;
    private final Clock clock;

    Weeks(Activities activities, WorkingDays workingDays, JdbcClient jdbc, Clock clock) {
        this.activities = activities;
        this.workingDays = workingDays;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the team's week ends on this day: on Friday, or the working day before it where Friday is a holiday. */
    public boolean endsOn(LocalDate day) {
        return day.equals(lastOf(day));
    }

    /** The week that ends on that day, at that hour. */
    public Week endingOn(LocalDate day, LocalTime hour) {
        var before = lastOf(day.minusWeeks(1));
        var done = activities.between(at(before, hour), at(day, hour));
        var due = new ArrayList<Money>();
        var paid = new ArrayList<Money>();
        readDue(before.plusDays(1), day, due, paid);
        return new Week(
                before.plusDays(1),
                day,
                done.getOrDefault(Kind.CHECK_IN_DONE, NONE).count(),
                open(),
                done.getOrDefault(Kind.LETTER_SENT, NONE).count(),
                done.getOrDefault(Kind.REPLY_RECEIVED, NONE).count(),
                done.getOrDefault(Kind.PROMISE_KEPT, NONE),
                done.getOrDefault(Kind.PROMISE_BROKEN, NONE),
                Totals.of(due),
                Totals.of(paid));
    }

    private LocalDate lastOf(LocalDate day) {
        return workingDays.onOrBefore(day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
    }

    private Instant at(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(clock.getZone()).toInstant();
    }

    private int open() {
        return jdbc.sql("select count(*) from check_in where state in ('OPEN', 'CLAIMED')")
                .query(Integer.class)
                .single();
    }

    private void readDue(LocalDate first, LocalDate last, List<Money> due, List<Money> paid) {
        jdbc.sql("""
                        select currency, sum(total) as due,
                               sum(case when open_until <= :last then total else paid end) as paid
                        from invoice where due_on between :first and :last and issued_on <= :last
                        and (closed_by is null or closed_by <> 'VOID') group by currency""").param("first", first).param("last", last).query(row -> {
            var currency = CurrencyUnit.of(row.getString("currency"));
            due.add(Money.ofMinor(currency, row.getLong("due")));
            paid.add(Money.ofMinor(currency, row.getLong("paid")));
        });
    }
}
