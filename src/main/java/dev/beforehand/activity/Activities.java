package dev.beforehand.activity;

import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.money.Totals;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The record of what was done; it grows and is never changed. */
@Service
public class Activities {

    private final JdbcClient jdbc;
    private final JdbcOperations many;
    private final Clock clock;

    Activities(JdbcClient jdbc, JdbcOperations many, Clock clock) {
        this.jdbc = jdbc;
        this.many = many;
        this.clock = clock;
    }

    /** Writes what was done, as of now, in the caller's transaction: what is rolled back was not done. */
    public void record(Activity done) {
        record(List.of(done));
    }

    /** Writes all that was done at once, in this order. */
    public void record(List<Activity> done) {
        many.batchUpdate("""
                insert into activity (at, kind, source, actor_id, client_id, invoice_id, amount, currency, detail, link)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", done, done.size(), (insert, each) -> {
            var amount = each.amount();
            insert.setLong(1, clock.millis());
            insert.setString(2, each.kind().name());
            insert.setString(3, each.source());
            insert.setObject(4, each.actor(), Types.BIGINT);
            insert.setObject(5, each.client(), Types.BIGINT);
            insert.setObject(6, each.invoice(), Types.BIGINT);
            insert.setObject(7, amount == null ? null : amount.getAmountMinorLong(), Types.BIGINT);
            insert.setString(8, amount == null ? null : amount.getCurrencyUnit().getCode());
            insert.setString(9, each.detail());
            insert.setString(10, each.link());
        });
    }

    /** How often each kind of thing was done since then (exclusive), and what it amounted to. */
    public Map<Kind, Tally> since(Instant then) {
        return between(then, Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    /** The same, up to an end (inclusive). */
    public Map<Kind, Tally> between(Instant then, Instant end) {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        var amounts = new EnumMap<Kind, List<Money>>(Kind.class);
        jdbc.sql("select kind, currency, count(*) as times, sum(amount) as amount from activity"
                        + " where at > ? and at <= ? group by kind, currency")
                .params(then.toEpochMilli(), end.toEpochMilli())
                .query(row -> {
                    var kind = Kind.valueOf(row.getString("kind"));
                    counts.merge(kind, row.getInt("times"), Integer::sum);
                    if (row.getString("currency") instanceof String code) {
                        amounts.computeIfAbsent(kind, k -> new ArrayList<>())
                                .add(Money.ofMinor(CurrencyUnit.of(code), row.getLong("amount")));
                    }
                });
        var tallies = new EnumMap<Kind, Tally>(Kind.class);
        counts.forEach((kind, count) ->
                tallies.put(kind, new Tally(count, Totals.of(amounts.getOrDefault(kind, List.of())))));
        return tallies;
    }

    /** How often something was done and the money it was about. */
    public record Tally(int count, Totals amount) {}
}
