package dev.beforehand.invoices;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ClientWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds invoices by the beginning of their number or by words of the client's name. */
@Service
public class InvoiceSearch {

    private static final String END_OF_PREFIX = "\uffff";
    private static final int MOST_WORDS = 5;

    /** Words as common as 'a' match thousands of clients; these many are enough to choose from. */
    private static final int MOST_CLIENTS = 200;

    private final JdbcClient jdbc;

    InvoiceSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Invoices whose number begins with what was typed; then, unless it is a whole number, those of the clients that have for each typed word a word in
     * their name which begins with it, open ones first.
     */
    public Found find(String typed, LocalDate day, int limit) {
        var number = typed.strip().toUpperCase(Locale.ROOT);
        if (number.isEmpty()) {
            return new Found(List.of(), 0);
        }
        var numbered = select(
                "where i.number_key >= :from and i.number_key < :to",
                "order by i.number_key",
                Map.of("from", number, "to", number + END_OF_PREFIX),
                limit);
        if (numbered.lines().stream().anyMatch(line -> line.invoice().number().equalsIgnoreCase(number))) {
            return numbered;
        }
        var named = ofClientsNamed(typed, number, day, limit);
        var lines = Stream.concat(numbered.lines().stream(), named.lines().stream())
                .limit(limit)
                .toList();
        return new Found(lines, Math.min(Found.COUNTED, numbered.total() + named.total()));
    }

    /** Without those that were found by their number. */
    private Found ofClientsNamed(String typed, String number, LocalDate day, int limit) {
        var values = new HashMap<String, Object>(Map.of("day", day, "from", number, "to", number + END_OF_PREFIX));
        var clients = clientsNamed(typed, values);
        if (clients.isEmpty()) {
            return new Found(List.of(), 0);
        }
        return select(
                "where i.client_id in (select client_id from (" + clients.get() + ") as named limit " + MOST_CLIENTS
                        + ")" + " and not (i.number_key >= :from and i.number_key < :to)",
                "order by case when i.issued_on <= :day and i.open_until > :day then 0 else 1 end, i.due_on, i.number_key",
                values,
                limit);
    }

    /**
     * The clients that have for each typed word a word in their name which begins with it; one that has this very name
     * comes first.
     */
    public List<ClientId> clients(String typed, int limit) {
        var values = new HashMap<String, Object>(Map.of("limit", limit, "key", ClientWords.key(typed)));
        var named = clientsNamed(typed, values);
        return named.isEmpty()
                ? List.of()
                : jdbc.sql("select id from client where id in (" + named.get()
                                + ") order by case when name_key = :key then 0 else 1 end, name_key limit :limit")
                        .params(values)
                        .query((row, number) -> new ClientId(row.getLong("id")))
                        .list();
    }

    /** Selects their ids; empty where nothing was typed that could be a name. */
    private static Optional<String> clientsNamed(String typed, Map<String, Object> values) {
        var named = new ArrayList<String>();
        for (var word : ClientWords.of(typed).stream().limit(MOST_WORDS).toList()) {
            var n = named.size();
            named.add("select client_id from client_word where word >= :from" + n + " and word < :to" + n);
            values.put("from" + n, word);
            values.put("to" + n, word + END_OF_PREFIX);
        }
        return named.isEmpty() ? Optional.empty() : Optional.of(String.join(" intersect ", named));
    }

    private Found select(String which, String order, Map<String, Object> values, int limit) {
        var lines = jdbc.sql(InvoiceLines.SELECT + which + " " + order + " limit " + limit)
                .params(values)
                .query(InvoiceLines::read)
                .list();
        var total = lines.size() < limit
                ? lines.size()
                : jdbc.sql("select count(*) from (select 1 from invoice i " + which + " limit " + Found.COUNTED
                                + ") as counted")
                        .params(values)
                        .query(Integer.class)
                        .single();
        return new Found(lines, total);
    }
}
