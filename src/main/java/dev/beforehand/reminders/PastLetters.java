package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.InvoiceId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was written before: whatever became of a letter, but for those that were cancelled. */
@Repository
class PastLetters {

    /** When a letter left, or may have left, at the latest; of the others, when it is to leave. Its table is {@code t}. */
    static final String LEFT_AT = """
            case when t.state in ('SENT', 'UNKNOWN') and t.changed_at > t.leaves_at
                then case when t.changed_at > t.closes_at then t.closes_at else t.changed_at end
                else t.leaves_at end""";

    /**
     * Whether a letter is one of {@code :today}, which begins at {@code :begins}: not cancelled, or of an earlier day and still
     * to leave, or left since then. Its table is {@code t}. A case and no disjunction, for which SQLite would read all letters
     * of those states rather than the few of a client.
     */
    static final String OF_TODAY = """
            case when t.state in ('PLANNED', 'PENDING', 'SENDING') then true
                when t.day = :today then t.state <> 'CANCELLED'
                when t.state in ('SENT', 'UNKNOWN') then %s >= :begins
                else false end""".formatted(LEFT_AT);

    /** Whether a newer letter that was sent, or that may have arrived, asks for one of its invoices. Its table is {@code r}. */
    static final String OVERTAKEN = """
            exists (select 1 from reminder_invoice mine
                join reminder_invoice other on other.invoice_id = mine.invoice_id
                join reminder t on t.id = other.reminder_id
                where mine.reminder_id = r.id and mine.left_out is null and not mine.listed
                and other.left_out is null and not other.listed
                and t.kind = r.kind and t.state in ('SENT', 'UNKNOWN') and t.leaves_at > r.leaves_at)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    PastLetters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The moment with which {@link #OF_TODAY} has the day begin: by the team's clock. */
    static long begins(LocalDate today, Clock clock) {
        return today.atStartOfDay(clock.getZone()).toInstant().toEpochMilli();
    }

    /** Those of the clients that have their letter of today. */
    Set<ClientId> writtenTo(Collection<ClientId> clients, LocalDate today) {
        return jdbc.sql("select client_id from reminder t where client_id in (:clients) and kind = 'REMINDER' and "
                        + OF_TODAY)
                .param("clients", clients.stream().map(ClientId::value).toList())
                .param("today", today)
                .param("begins", begins(today, clock))
                .query((row, number) -> new ClientId(row.getLong("client_id")))
                .set();
    }

    /**
     * Whether the client has its letter of that day.
     *
     * @param onlyAbout a letter about another single invoice does not count; empty: each does
     */
    boolean isWrittenTo(ClientId client, LocalDate day, @Nullable InvoiceId onlyAbout) {
        return jdbc.sql("""
                        select count(*) from reminder t where t.client_id = :client and t.kind = 'REMINDER'
                        and (t.only_about in (0, :about) or :about = 0) and\s""" + OF_TODAY)
                        .param("client", client.value())
                        .param("today", day)
                        .param("begins", begins(day, clock))
                        .param("about", onlyAbout == null ? 0 : onlyAbout.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    boolean isOvertaken(ReminderId letter) {
        return jdbc.sql("select count(*) from reminder r where r.id = ? and " + OVERTAKEN)
                        .param(letter.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * The letters that failed and that a newer one has overtaken, or of which their client owes nothing any more; what is
     * owed still need not be looked at one by one.
     */
    List<ReminderId> failedInVain(LocalDate today) {
        return jdbc.sql("""
                        select r.id from reminder r where r.state = 'FAILED' and r.kind = 'REMINDER'
                        and (not exists (select 1 from reminder_invoice n join invoice i on i.id = n.invoice_id
                            where n.reminder_id = r.id and n.left_out is null and not n.listed
                            and i.client_id = r.client_id and i.open_until > :today and i.total > i.paid)
                        or %s) order by r.id""".formatted(OVERTAKEN))
                .param("today", today)
                .query((row, number) -> new ReminderId(row.getLong("id")))
                .list();
    }

    /** When the client's newest other letter left before today, or may have left; empty where there is none. */
    Optional<Instant> lastBeside(Reminder letter, LocalDate today) {
        return jdbc.sql("""
                        select max(left_at) as newest from (select %s as left_at from reminder t where t.client_id = :client
                            and t.id <> :id and t.kind = 'REMINDER' and t.state in ('SENT', 'UNKNOWN')) other
                        where left_at < :begins having max(left_at) is not null""".formatted(LEFT_AT))
                .param("client", letter.client().value())
                .param("id", letter.id().value())
                .param("begins", begins(today, clock))
                .query((row, number) -> Instant.ofEpochMilli(row.getLong("newest")))
                .optional();
    }

    /**
     * The Message-IDs of the letters that were sent about the same invoices as each of these, the oldest first. No entry
     * where there are none.
     */
    Map<ReminderId, List<String>> followedBy(Collection<ReminderId> letters) {
        var followed = new HashMap<ReminderId, List<String>>();
        if (!letters.isEmpty()) {
            // A cross join keeps SQLite from beginning with all letters that were ever sent.
            jdbc.sql("""
                            select distinct n.reminder_id, s.id, s.message_id from reminder_invoice n
                            cross join reminder_invoice e cross join reminder s
                            where n.reminder_id in (:ids) and n.left_out is null
                            and e.invoice_id = n.invoice_id and e.left_out is null
                            and s.id = e.reminder_id and s.state = 'SENT' order by s.id""")
                    .param("ids", letters.stream().map(ReminderId::value).toList())
                    .query(row -> {
                        followed.computeIfAbsent(new ReminderId(row.getLong("reminder_id")), id -> new ArrayList<>())
                                .add(row.getString("message_id"));
                    });
        }
        return followed;
    }
}
