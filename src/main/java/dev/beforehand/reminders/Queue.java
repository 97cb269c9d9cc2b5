package dev.beforehand.reminders;

import dev.beforehand.letters.Sentence;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Which letters are to leave, should have left, or are on their way. */
@Repository
class Queue {

    private static final String WAITING = """
            select r.id, r.attempts, c.contact_email from reminder r join client c on c.id = r.client_id
            where r.state = 'PENDING' and r.leaves_at <= :now and r.closes_at > :now
            """;

    /** On a day, those of an earlier one among them. */
    private static final String LEAVING = "state in ('PLANNED', 'PENDING') and day <= :day";

    private static final String BY_NAME = "requested_by is not null or decided_by is not null";

    private final JdbcClient jdbc;
    private final Clock clock;

    Queue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A letter whose hour has come.
     *
     * @param attempts how often it was tried
     * @param address to which it would go now; blank where the client has none
     */
    record Waiting(ReminderId id, int attempts, String address) {

        static final Waiting NONE = new Waiting(new ReminderId(0), -1, "");

        String domain() {
            return address.substring(address.lastIndexOf('@') + 1);
        }
    }

    /** In the order in which they were written down, but those that were turned away after the others. */
    List<Waiting> pending(Waiting after, int limit) {
        return waiting(jdbc.sql(WAITING + """
                        and (r.attempts, r.id) > (:attempts, :id) order by r.attempts, r.id limit :limit""")
                .param("attempts", after.attempts())
                .param("id", after.id().value())
                .param("limit", limit));
    }

    /** Those which a person wants to leave now. */
    List<Waiting> requested(int limit) {
        return waiting(jdbc.sql(WAITING + """
                        and r.reason is null and (%s)
                        order by r.id limit :limit""".formatted(BY_NAME)).param("limit", limit));
    }

    private List<Waiting> waiting(StatementSpec select) {
        return select.param("now", clock.millis())
                .query((row, number) -> new Waiting(
                        new ReminderId(row.getLong("id")),
                        row.getInt("attempts"),
                        Objects.requireNonNullElse(row.getString("contact_email"), "")
                                .strip()
                                .toLowerCase(Locale.ROOT)))
                .list();
    }

    /** Those of an earlier day that were not let go within their hours, and drafts that nobody sent on it. */
    List<ReminderId> missed(LocalDate day, int limit) {
        return ids(jdbc.sql("select id from reminder where state in ('PLANNED', 'DRAFT') and day < :day"
                        + " and (state = 'DRAFT' or closes_at <= :now) order by id limit :limit")
                .param("now", clock.millis())
                .param("day", day)
                .param("limit", limit));
    }

    /** Those whose hours are over. */
    List<ReminderId> closed(int limit) {
        return ids(jdbc.sql("select id from reminder where state = 'PENDING' and closes_at <= :now limit :limit")
                .param("now", clock.millis())
                .param("limit", limit));
    }

    /** How many of the day will leave, unless somebody holds them. */
    int leaving(LocalDate day) {
        return jdbc.sql("select count(*) from reminder where " + LEAVING)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** Those of them that a cadence asks for. */
    List<ReminderId> leavingByCadence(LocalDate day) {
        return ids(jdbc.sql("select id from reminder where " + LEAVING + " and not (" + BY_NAME + ") order by id")
                .param("day", day));
    }

    /** Those of them that a person asked for, or has sent. */
    List<ReminderId> leavingByName(LocalDate day) {
        return ids(jdbc.sql("select id from reminder where " + LEAVING + " and (" + BY_NAME + ") order by id")
                .param("day", day));
    }

    /** Those that came under way at that moment or before. */
    List<ReminderId> underwaySince(Instant then) {
        return ids(jdbc.sql("select id from reminder where state = 'SENDING' and changed_at <= :then order by id")
                .param("then", then.toEpochMilli()));
    }

    /** The day's letters that could leave by now, but that the mail server turned one of them away. */
    Optional<Reminders.Stuck> stuck(LocalDate day) {
        return jdbc.sql("""
                        select count(*) as letters, max(reason) as reason from reminder
                        where state = 'PENDING' and day <= :day and leaves_at <= :now having max(reason) is not null""")
                .param("day", day)
                .param("now", clock.millis())
                .query((row, number) ->
                        new Reminders.Stuck(row.getInt("letters"), Sentence.read(row.getString("reason"))))
                .optional();
    }

    private static List<ReminderId> ids(StatementSpec select) {
        return select.query((row, number) -> new ReminderId(row.getLong("id"))).list();
    }
}
