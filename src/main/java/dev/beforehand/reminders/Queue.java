package dev.beforehand.reminders;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Which letters are to leave, should have left, or are on their way. */
@Repository
class Queue {

    private final JdbcClient jdbc;
    private final Clock clock;

    Queue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those whose hour has come, in the order in which they were written down. */
    List<ReminderId> pending(long after, int limit) {
        return ids(jdbc.sql("select id from reminder where state = 'PENDING' and leaves_at <= :now and closes_at > :now"
                        + " and id > :after order by id limit :limit")
                .param("now", clock.millis())
                .param("after", after)
                .param("limit", limit));
    }

    /** The domain of each letter's client to which it would go now; without those that have no address. */
    Map<ReminderId, String> domains(Collection<ReminderId> ids) {
        var domains = new HashMap<ReminderId, String>();
        jdbc.sql("""
                        select r.id, c.contact_email from reminder r join client c on c.id = r.client_id
                        where r.id in (:ids) and c.contact_email is not null""").param("ids", ids.stream().map(ReminderId::value).toList()).query(row -> {
            var address = row.getString("contact_email").strip();
            domains.put(
                    new ReminderId(row.getLong("id")),
                    address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
        });
        return domains;
    }

    /** Those that an earlier day never let go, and drafts that nobody sent on it. */
    List<ReminderId> missed(LocalDate day, int limit) {
        return ids(jdbc.sql(
                        "select id from reminder where state in ('PLANNED', 'DRAFT') and day < :day order by id limit :limit")
                .param("day", day)
                .param("limit", limit));
    }

    /** Those whose hours are over. */
    List<ReminderId> closed(int limit) {
        return ids(jdbc.sql("select id from reminder where state = 'PENDING' and closes_at <= :now limit :limit")
                .param("now", clock.millis())
                .param("limit", limit));
    }

    /** Those of the day that a person may still hold and that leave by themselves otherwise. */
    List<ReminderId> leaving(LocalDate day) {
        return ids(jdbc.sql("select id from reminder where state in ('PLANNED', 'PENDING') and day = :day order by id")
                .param("day", day));
    }

    /** Those that came under way at that moment or before. */
    List<ReminderId> underwaySince(Instant then) {
        return ids(jdbc.sql("select id from reminder where state = 'SENDING' and changed_at <= :then order by id")
                .param("then", then.toEpochMilli()));
    }

    /** The day's letters that wait since the mail server turned one of them away. */
    Optional<Reminders.Stuck> stuck(LocalDate day) {
        return jdbc.sql("""
                        select count(*) as letters, max(reason) as reason from reminder
                        where state = 'PENDING' and day = :day having max(reason) is not null""")
                .param("day", day)
                .query((row, number) -> new Reminders.Stuck(row.getInt("letters"), row.getString("reason")))
                .optional();
    }

    private static List<ReminderId> ids(StatementSpec select) {
        return select.query((row, number) -> new ReminderId(row.getLong("id"))).list();
    }
}
