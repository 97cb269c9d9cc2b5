package dev.beforehand.correspondence;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses that cannot be reached, in lower case; changed within the caller's transaction. */
@Repository
class Suspensions {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    Suspensions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param report the delivery report that says so; the newest one stands beside the address */
    void suspend(String address, String reason, IncomingId report) {
        jdbc.sql("""
                insert into suspended_address (address, since, reason, report_id) values (?, ?, ?, ?)
                on conflict (address) do update set since = excluded.since, reason = excluded.reason,
                    report_id = excluded.report_id, lifted_at = null""").params(address, clock.millis(), reason, report.value()).update();
    }

    /** Lifts what this report had suspended. */
    void lift(IncomingId report) {
        jdbc.sql("update suspended_address set lifted_at = ? where report_id = ? and lifted_at is null")
                .params(clock.millis(), report.value())
                .update();
    }

    /** What this report says of each address, suspended still or again allowed. */
    List<Correspondence.Unreachable> of(IncomingId report) {
        return jdbc.sql("select address, reason from suspended_address where report_id = ? order by address")
                .param(report.value())
                .query((row, number) -> new Correspondence.Unreachable(row.getString(1), row.getString(2)))
                .list();
    }

    Set<String> among(Collection<String> addresses) {
        var all = addresses.stream()
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        var suspended = new HashSet<String>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            suspended.addAll(jdbc.sql(
                            "select address from suspended_address where lifted_at is null and address in (:some)")
                    .param("some", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .query((row, number) -> row.getString(1))
                    .list());
        }
        return suspended;
    }
}
