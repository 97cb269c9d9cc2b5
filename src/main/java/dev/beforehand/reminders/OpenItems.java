package dev.beforehand.reminders;

import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.InvoiceLines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All open invoices of the clients who have one within reach of a step, or one about which a letter was held back, with what
 * letters need to know, page by page.
 */
@Repository
class OpenItems {

    private static final int PAGE = 2000;

    /** As many as a statement may name, with room for what else it asks. */
    private static final int MOST_OF_ONE = 30_000;

    /** What was held back so lately may still be written about. */
    private static final int LATELY = Cadence.CATCH_UP_DAYS + StepDays.FARTHEST;

    private static final String OPEN =
            "%1$s.issued_on <= :today and %1$s.open_until > :today and %1$s.total > %1$s.paid";

    private static final String PASSES = Stream.of(Reason.values())
            .filter(Reason::passes)
            .map(reason -> "'" + reason + "'")
            .collect(Collectors.joining(", "));

    private static final String SELECT =
            """
            select i.*,
                   exists (select 1 from reminder t where t.client_id = i.client_id
                       and t.kind = 'REMINDER' and %1$s) as written_today,
                   (select max(%4$s) from reminder t where t.client_id = i.client_id
                       and t.day < :today and t.kind = 'REMINDER' and t.state not in ('CANCELLED', 'HELD', 'DRAFT', 'FAILED')) as last_letter,
                   (select max(r.step) from reminder_invoice r where r.invoice_id = i.id
                       and r.due_on = i.due_on and r.left_out is null and not r.listed) as last_step,
                   (select max(x.last_on) from letter_rest x where x.invoice_id = i.id
                       and x.due_on = i.due_on and x.reason in (%3$s)) as held_back,
                   (select count(*) from reminder_invoice r join reminder t on t.id = r.reminder_id
                       where r.invoice_id = i.id and r.left_out is null and (not r.listed or r.due_on < t.day)
                       and t.kind = 'REMINDER' and t.state in ('SENT', 'UNKNOWN')) as letters
            from invoice i where %2$s
            """.formatted(PastLetters.OF_TODAY, OPEN.formatted("i"), PASSES, PastLetters.LEFT_AT);

    private static final String WITHIN_REACH = """
            and i.client_id > :after
            and (exists (select 1 from invoice d where d.client_id = i.client_id and d.due_on between :from and :to and %s)
                or i.client_id in (select h.client_id from letter_rest x join invoice h on h.id = x.invoice_id
                    where x.last_on >= :lately and x.reason in (%s)))
            order by i.client_id, i.due_on, i.number limit :limit""".formatted(OPEN.formatted("d"), PASSES);

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param lastLetter when the client's newest letter before today left, or is to leave; empty where there is none
     * @param lastStep of the letters about the invoice; empty where there is none
     * @param heldBack the last day on which it was noted that something held a letter about it back; empty where nothing did
     * @param letters that asked for it, or named it when it was overdue
     */
    record Row(
            Invoice invoice,
            boolean writtenToday,
            @Nullable Instant lastLetter,
            @Nullable Integer lastStep,
            @Nullable LocalDate heldBack,
            int letters) {

        ClientId client() {
            return invoice.clientId();
        }
    }

    /**
     * The next clients after this one, each with all its rows, as far as a page holds them, but one at least.
     *
     * @param from the earliest due date that is within reach
     * @param to the latest one
     */
    List<Row> after(@Nullable ClientId client, LocalDate today, LocalDate from, LocalDate to) {
        var rows = jdbc.sql(SELECT + WITHIN_REACH)
                .param("after", client == null ? 0 : client.value())
                .param("today", today)
                .param("begins", PastLetters.begins(today, clock))
                .param("from", from)
                .param("to", to)
                .param("lately", today.minusDays(LATELY))
                .param("limit", PAGE)
                .query(OpenItems::read)
                .list();
        if (rows.size() < PAGE) {
            return rows;
        }
        var last = rows.getLast().client();
        var whole = rows.stream().filter(row -> !row.client().equals(last)).toList();
        return whole.isEmpty() ? of(last, today) : whole;
    }

    /** All that is open of one client; the oldest of it, where it is more than {@link #MOST_OF_ONE}. */
    List<Row> of(ClientId client, LocalDate today) {
        return jdbc.sql(SELECT + "and i.client_id = :client order by i.due_on, i.number limit :limit")
                .param("client", client.value())
                .param("today", today)
                .param("begins", PastLetters.begins(today, clock))
                .param("limit", MOST_OF_ONE)
                .query(OpenItems::read)
                .list();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        var lastStep = row.getInt("last_step");
        var hasLastStep = !row.wasNull();
        var heldBack = row.getString("held_back");
        var lastLetter = row.getLong("last_letter");
        var hasLastLetter = !row.wasNull();
        return new Row(
                InvoiceLines.invoice(row),
                row.getBoolean("written_today"),
                hasLastLetter ? Instant.ofEpochMilli(lastLetter) : null,
                hasLastStep ? lastStep : null,
                heldBack == null ? null : LocalDate.parse(heldBack),
                row.getInt("letters"));
    }
}
