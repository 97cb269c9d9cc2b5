package dev.beforehand.invoices;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The ledger's front door: which invoices there are and what is due when. Days are days in the team's zone. */
@Service
public class Invoices {

    private static final String OPEN = "where i.issued_on <= :day and i.open_until > :day ";

    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;

    Invoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<InvoiceLine> find(InvoiceId id) {
        return jdbc.sql(InvoiceLines.SELECT + "where i.id = ?")
                .param(id.value())
                .query(InvoiceLines::read)
                .optional();
    }

    /** Those of the given invoices that exist, by due date. */
    public List<InvoiceLine> all(Collection<InvoiceId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(InvoiceLines.SELECT + "where i.id in (:ids) order by i.due_on, i.number_key")
                .param("ids", ids.stream().map(InvoiceId::value).toList())
                .query(InvoiceLines::read)
                .list();
    }

    /** Those of the given invoices that the ledger's newest reading did not have; whether they are paid, nobody knows. */
    public Set<InvoiceId> missing(Collection<InvoiceId> ids) {
        return ids.isEmpty()
                ? Set.of()
                : jdbc.sql("select id from invoice where missing and id in (:ids)")
                        .param("ids", ids.stream().map(InvoiceId::value).toList())
                        .query((row, number) -> new InvoiceId(row.getLong("id")))
                        .set();
    }

    /** Open invoices that are due on this very day. */
    public Found dueOn(LocalDate day, int limit, int offset) {
        return page("and i.due_on = :day", Map.of("day", day), limit, offset);
    }

    /** Open invoices that fall due after {@code day} and within that many days of it. */
    public Found dueWithin(int days, LocalDate day, int limit, int offset) {
        return page(
                "and i.due_on > :day and i.due_on <= :until",
                Map.of("day", day, "until", day.plusDays(days)),
                limit,
                offset);
    }

    /** Open invoices whose due date is past, the oldest first. */
    public Found overdue(LocalDate day, int limit, int offset) {
        return page("and i.due_on < :day", Map.of("day", day), limit, offset);
    }

    /** Open invoices of the clients that this colleague looks after, by due date. */
    public Found lookedAfterBy(ColleagueId accountManager, LocalDate day, int limit, int offset) {
        return page(
                "and c.account_manager_id = :manager",
                Map.of("day", day, "manager", accountManager.value()),
                limit,
                offset);
    }

    /** All that the client owes, by due date. */
    public List<InvoiceLine> openOf(ClientId client, LocalDate day) {
        return jdbc.sql(InvoiceLines.SELECT + OPEN + "and i.client_id = :client order by i.due_on, i.number_key")
                .param("day", day)
                .param("client", client.value())
                .query(InvoiceLines::read)
                .list();
    }

    /** Hands over all of these invoices, by due date and some thousands at a time, so that they need little memory. */
    public void each(OpenInvoices which, LocalDate day, Consumer<InvoiceLine> use) {
        InvoiceLine last = null;
        List<InvoiceLine> page;
        do {
            page = after(last, which, day);
            page.forEach(use);
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == AT_ONCE);
    }

    private List<InvoiceLine> after(@Nullable InvoiceLine last, OpenInvoices which, LocalDate day) {
        var params = new HashMap<String, Object>(Map.of("day", day, "limit", AT_ONCE));
        var condition = condition(which, day, params);
        if (last != null) {
            params.put("due", last.invoice().dueOn());
            params.put("key", last.invoice().number().toUpperCase(Locale.ROOT));
            condition += " and (i.due_on > :due or (i.due_on = :due and i.number_key > :key))";
        }
        return jdbc.sql(InvoiceLines.SELECT + OPEN + condition + " order by i.due_on, i.number_key limit :limit")
                .params(params)
                .query(InvoiceLines::read)
                .list();
    }

    private static String condition(OpenInvoices which, LocalDate day, Map<String, Object> params) {
        return switch (which) {
            case OpenInvoices.All all -> "";
            case OpenInvoices.Overdue overdue -> "and i.due_on < :day";
            case OpenInvoices.Due due -> {
                params.put("until", day.plusDays(due.days()));
                yield "and i.due_on >= :day and i.due_on <= :until";
            }
            case OpenInvoices.LookedAfterBy by -> {
                params.put("manager", by.accountManager().value());
                yield "and c.account_manager_id = :manager";
            }
            case OpenInvoices.Of of -> {
                params.put("clients", of.clients().stream().map(ClientId::value).toList());
                yield "and i.client_id in (:clients)";
            }
        };
    }

    private Found page(String which, Map<String, Object> values, int limit, int offset) {
        var params = new HashMap<>(values);
        params.put("limit", limit);
        params.put("offset", offset);
        params.put("counted", Found.COUNTED);
        var lines = jdbc.sql(InvoiceLines.SELECT + OPEN + which
                        + " order by i.due_on, i.number_key limit :limit offset :offset")
                .params(params)
                .query(InvoiceLines::read)
                .list();
        var total = jdbc.sql("select count(*) from (select 1 from invoice i join client c on c.id = i.client_id " + OPEN
                        + which + " limit :counted) as counted")
                .params(params)
                .query(Integer.class)
                .single();
        return new Found(lines, total);
    }
}
