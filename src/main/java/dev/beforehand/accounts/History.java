package dev.beforehand.accounts;

import dev.beforehand.accounts.HistoryPage.Event;
import dev.beforehand.accounts.HistoryPage.Place;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** All that was ever done about a client, the newest first, page by page. What happens meanwhile moves no page. */
@Service
public class History {

    private static final String NAMED = """
            select a.id, a.at, a.kind, a.source, a.amount, a.currency, a.detail, a.link,
                   m.name as actor, i.number as invoice, o.name as owner
            from (%s) a
            left join colleague m on m.id = a.actor_id
            left join invoice i on i.id = a.invoice_id
            left join colleague o on a.kind = 'DISPUTE_CHANGED' and a.detail = 'handed over to colleague ' || o.id
            order by a.at desc, a.id desc""";

    private static final String OLDER = NAMED.formatted("select * from activity where client_id = :client"
            + " and (at, id) < (:at, :id) order by at desc, id desc limit :limit");
    private static final String NEWER = NAMED.formatted(
            "select * from activity where client_id = :client and (at, id) > (:at, :id) order by at, id limit :limit");

    private static final Place END = new Place(Long.MAX_VALUE, Long.MAX_VALUE);

    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public HistoryPage newest(ClientId client, int size) {
        var found = find(OLDER, client, END, size + 1);
        return new HistoryPage(found.stream().limit(size).toList(), false, found.size() > size);
    }

    public HistoryPage olderThan(ClientId client, Place place, int size) {
        var found = find(OLDER, client, place, size + 1);
        return new HistoryPage(found.stream().limit(size).toList(), true, found.size() > size);
    }

    /** The page before; where there is none that is full, the first. */
    public HistoryPage newerThan(ClientId client, Place place, int size) {
        var found = find(NEWER, client, place, size + 1);
        return found.size() <= size
                ? newest(client, size)
                : new HistoryPage(found.subList(1, found.size()), true, true);
    }

    private List<Event> find(String sql, ClientId client, Place place, int limit) {
        return jdbc.sql(sql)
                .param("client", client.value())
                .param("at", place.at())
                .param("id", place.id())
                .param("limit", limit)
                .query(History::read)
                .list();
    }

    private static Event read(ResultSet row, int number) throws SQLException {
        return new Event(
                new Place(row.getLong("at"), row.getLong("id")),
                Instant.ofEpochMilli(row.getLong("at")),
                Kind.valueOf(row.getString("kind")),
                row.getString("source"),
                row.getString("actor"),
                row.getString("invoice"),
                amount(row),
                row.getString("detail"),
                row.getString("owner"),
                row.getString("link"));
    }

    private static @Nullable Money amount(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return currency == null ? null : Money.ofMinor(CurrencyUnit.of(currency), row.getLong("amount"));
    }
}
