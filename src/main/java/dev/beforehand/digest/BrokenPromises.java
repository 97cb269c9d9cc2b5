package dev.beforehand.digest;

import dev.beforehand.digest.Digest.BrokenLine;
import dev.beforehand.digest.Digest.Section;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.invoices.Invoices;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Broken promises that still call for somebody: the amount has not arrived since, what they covered is open, and nothing was agreed about it. */
@Component
class BrokenPromises {

    /** What has arrived of a promise {@code p} since it was made. */
    static final String ARRIVED = """
            (select sum(case when a.open_until <= :day and a.closed_by <> 'VOID' then o.owed
                             when a.open_until > :day and o.owed > a.total - a.paid then o.owed - a.total + a.paid
                             else 0 end)
             from promise_invoice o join invoice a on a.id = o.invoice_id where o.promise_id = p.id)
            """;

    /** From a broken promise {@code p} that still calls for somebody; a row for each invoice. */
    static final String BROKEN = """
            from promise p
            join promise_invoice n on n.promise_id = p.id and n.covered
            join invoice i on i.id = n.invoice_id and i.issued_on <= :day and i.open_until > :day
            where p.state = 'BROKEN' and not exists (
                select 1 from promise q join promise_invoice m on m.promise_id = q.id
                where m.invoice_id = i.id and m.covered and q.id > p.id and q.state <> 'CANCELLED')
            and not exists (
                select 1 from payment_plan t join payment_plan_invoice l on l.payment_plan = t.id
                where l.invoice_id = i.id and t.state <> 'DECLINED')
            and not exists (select 1 from dispute d where d.invoice_id = i.id and d.resolved_at is null)
            and p.amount > """ + ARRIVED;

    private final JdbcClient jdbc;
    private final Invoices invoices;

    BrokenPromises(JdbcClient jdbc, Invoices invoices) {
        this.jdbc = jdbc;
        this.invoices = invoices;
    }

    /** The one that was broken last comes first. */
    Section<BrokenLine> on(LocalDate day, int limit, int offset) {
        var heads = heads(day, limit, offset);
        var covered = covered(heads.keySet().stream().toList(), day);
        var lines = heads.entrySet().stream()
                .map(head -> line(head.getValue(), covered.getOrDefault(head.getKey(), List.of())))
                .toList();
        var total = jdbc.sql("select count(distinct p.id) " + BROKEN)
                .param("day", day)
                .query(Integer.class)
                .single();
        return new Section<>(lines, total);
    }

    private Map<Long, Head> heads(LocalDate day, int limit, int offset) {
        var heads = new LinkedHashMap<Long, Head>();
        jdbc.sql("""
                        select p.*, c.name as client_name, a.name as account_manager, %s as arrived
                        from promise p join client c on c.id = p.client_id
                        left join colleague a on a.id = c.account_manager_id
                        where p.id in (select p.id %s) order by p.judged_on desc, p.id desc limit :limit offset :offset""".formatted(ARRIVED, BROKEN))
                .param("day", day)
                .param("limit", limit)
                .param("offset", offset)
                .query(row -> {
                    heads.put(row.getLong("id"), Head.read(row));
                });
        return heads;
    }

    private Map<Long, List<InvoiceLine>> covered(List<Long> promises, LocalDate day) {
        var owners = new LinkedHashMap<InvoiceId, Long>();
        if (!promises.isEmpty()) {
            jdbc.sql("select p.id, i.id as invoice_id " + BROKEN + "and p.id in (:ids)")
                    .param("day", day)
                    .param("ids", promises)
                    .query(row -> {
                        owners.put(new InvoiceId(row.getLong("invoice_id")), row.getLong("id"));
                    });
        }
        return invoices.all(owners.keySet()).stream()
                .collect(Collectors.groupingBy(line -> owners.getOrDefault(line.id(), 0L)));
    }

    private static BrokenLine line(Head head, List<InvoiceLine> covered) {
        return new BrokenLine(
                head.client(), head.manager(), head.promised(), head.promisedOn(), head.arrived(), covered);
    }

    private record Head(String client, @Nullable String manager, Money promised, LocalDate promisedOn, Money arrived) {

        static Head read(ResultSet row) throws SQLException {
            var currency = CurrencyUnit.of(row.getString("currency"));
            return new Head(
                    row.getString("client_name"),
                    row.getString("account_manager"),
                    Money.ofMinor(currency, row.getLong("amount")),
                    LocalDate.parse(row.getString("promised_on")),
                    Money.ofMinor(currency, row.getLong("arrived")));
        }
    }
}
