package dev.beforehand.digest;

import dev.beforehand.checkins.CheckIn.State;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.digest.Digest.CheckInLine;
import dev.beforehand.digest.Digest.Section;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.InvoiceLine;
import dev.beforehand.invoices.Invoices;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Check-ins that are not closed, the one with the earliest due date first. */
@Component
class CheckInLines {

    private static final String NAMED = """
            from check_in k
            join check_in_invoice n on n.check_in_id = k.id
            join invoice i on i.id = n.invoice_id and i.issued_on <= :day and i.open_until > :day
            """;

    private final JdbcClient jdbc;
    private final Invoices invoices;

    CheckInLines(JdbcClient jdbc, Invoices invoices) {
        this.jdbc = jdbc;
        this.invoices = invoices;
    }

    Section<CheckInLine> in(State state, LocalDate day, int limit, int offset) {
        var heads = heads(state, day, limit, offset);
        var named = named(heads.keySet().stream().toList(), day);
        var lines = heads.entrySet().stream()
                .map(head -> line(head.getKey(), head.getValue(), named.getOrDefault(head.getKey(), List.of())))
                .toList();
        var total = jdbc.sql("select count(distinct k.id) " + NAMED + "where k.state = :state")
                .param("day", day)
                .param("state", state.name())
                .query(Integer.class)
                .single();
        return new Section<>(lines, total);
    }

    private Map<Long, Head> heads(State state, LocalDate day, int limit, int offset) {
        var heads = new LinkedHashMap<Long, Head>();
        jdbc.sql("select k.id, k.claimed_at, h.name as holder, min(i.due_on) as first_due " + NAMED
                        + "left join colleague h on h.id = k.claimed_by where k.state = :state"
                        + " group by k.id, k.claimed_at, h.name order by first_due, k.id limit :limit offset :offset")
                .param("day", day)
                .param("state", state.name())
                .param("limit", limit)
                .param("offset", offset)
                .query(row -> {
                    var claimedAt = row.getLong("claimed_at");
                    heads.put(
                            row.getLong("id"),
                            new Head(row.getString("holder"), claimedAt == 0 ? null : Instant.ofEpochMilli(claimedAt)));
                });
        return heads;
    }

    private Map<Long, List<InvoiceLine>> named(List<Long> checkIns, LocalDate day) {
        var owners = new LinkedHashMap<InvoiceId, Long>();
        if (!checkIns.isEmpty()) {
            jdbc.sql("select k.id, i.id as invoice_id " + NAMED + "where k.id in (:ids) order by i.due_on")
                    .param("day", day)
                    .param("ids", checkIns)
                    .query(row -> {
                        owners.put(new InvoiceId(row.getLong("invoice_id")), row.getLong("id"));
                    });
        }
        var byId =
                invoices.all(owners.keySet()).stream().collect(Collectors.toMap(InvoiceLine::id, Function.identity()));
        var named = new LinkedHashMap<Long, List<InvoiceLine>>();
        owners.forEach((invoice, checkIn) ->
                named.computeIfAbsent(checkIn, k -> new ArrayList<>()).add(Objects.requireNonNull(byId.get(invoice))));
        return named;
    }

    private static CheckInLine line(long id, Head head, List<InvoiceLine> invoices) {
        var first = invoices.getFirst();
        return new CheckInLine(
                new CheckInId(id),
                first.clientName(),
                first.accountManagerName(),
                head.holder(),
                head.claimedAt(),
                invoices);
    }

    private record Head(@Nullable String holder, @Nullable Instant claimedAt) {}
}
