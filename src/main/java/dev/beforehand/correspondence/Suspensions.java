package dev.beforehand.correspondence;

import dev.beforehand.correspondence.Finding.Failure;
import dev.beforehand.correspondence.Unreachable.Consequence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses to which no letter goes, for good or for a while; changed within the caller's transaction. */
@Repository
class Suspensions {

    private static final int AT_ONCE = 500;
    /** Doubles with each letter that does not get through, as long as the last one is remembered. */
    private static final Duration FIRST_PAUSE = Duration.ofDays(1);

    private static final int MOST_DOUBLINGS = 4;
    private static final Duration MEMORY = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final Clock clock;

    Suspensions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes down what a delivery report says of an address, and lets letters to it rest where that follows. */
    void note(IncomingId report, Failure failure) {
        var until = failure.consequence() == Consequence.PAUSED ? pauseEnd(report, failure.address()) : null;
        jdbc.sql("""
                insert into reported_address (report_id, address, said, consequence, until_at) values (?, ?, ?, ?, ?)
                on conflict (report_id, address) do nothing""")
                .param(report.value())
                .param(failure.address())
                .param(failure.said())
                .param(failure.consequence().name())
                .param(until == null ? null : until.toEpochMilli())
                .update();
        if (failure.consequence() != Consequence.NONE) {
            suspend(failure.address(), until);
        }
    }

    private Instant pauseEnd(IncomingId report, String address) {
        int before = jdbc.sql("""
                        select count(distinct said.answers) from reported_address a
                        join incoming_mail said on said.id = a.report_id
                        join incoming_mail now on now.id = :report
                        where a.address = :address and a.consequence = 'PAUSED' and said.arrived_at > :since
                        and said.answers <> now.answers""")
                .param("report", report.value())
                .param("address", address)
                .param("since", clock.instant().minus(MEMORY).toEpochMilli())
                .query(Integer.class)
                .single();
        return clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS)));
    }

    /** No pause ends earlier than it did, and none takes the place of a suspension. */
    private void suspend(String address, @Nullable Instant until) {
        jdbc.sql("""
                insert into suspended_address (address, until_at) values (?, ?)
                on conflict (address) do update set
                    until_at = case
                        when suspended_address.lifted_at is null and (suspended_address.until_at is null
                            or suspended_address.until_at > excluded.until_at) then suspended_address.until_at
                        else excluded.until_at end,
                    lifted_at = null""")
                .param(address)
                .param(until == null ? null : until.toEpochMilli())
                .update();
    }

    /** Allows again what this report says, and any other that names the same addresses. */
    void lift(IncomingId report) {
        jdbc.sql("""
                update suspended_address set lifted_at = ? where lifted_at is null and address in
                    (select address from reported_address where report_id = ? and consequence <> 'NONE')""").params(clock.millis(), report.value()).update();
    }

    /** What this report says of each address. */
    List<Unreachable> of(IncomingId report) {
        return jdbc.sql("select * from reported_address where report_id = ? order by address")
                .param(report.value())
                .query(Suspensions::read)
                .list();
    }

    /** Those of the addresses, in lower case, to which no letter goes now. */
    Set<String> among(Collection<String> addresses) {
        return among(addresses, clock.instant());
    }

    /** Those of the addresses of which nobody has said that they are right again, whether a pause is over or not. */
    Set<String> notLifted(Collection<String> addresses) {
        return among(addresses, Instant.EPOCH);
    }

    private Set<String> among(Collection<String> addresses, Instant now) {
        var all = addresses.stream()
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        var suspended = new HashSet<String>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            suspended.addAll(jdbc.sql("""
                            select address from suspended_address
                            where lifted_at is null and (until_at is null or until_at > :now) and address in (:some)""")
                    .param("now", now.toEpochMilli())
                    .param("some", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .query((row, number) -> row.getString(1))
                    .list());
        }
        return suspended;
    }

    private static Unreachable read(ResultSet row, int number) throws SQLException {
        long until = row.getLong("until_at");
        boolean forGood = row.wasNull();
        return new Unreachable(
                row.getString("address"),
                row.getString("said"),
                Consequence.valueOf(row.getString("consequence")),
                forGood ? null : Instant.ofEpochMilli(until));
    }
}
