package dev.beforehand.clients;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Enters clients by the names that a ledger gives them, many at once and in the caller's transaction. Two spellings that
 * differ in case and spaces only are one client; the first spelling is kept.
 */
@Repository
public class ClientRegister {

    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;

    ClientRegister(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The ids of the clients with these names; who is not known yet is entered. */
    public Map<String, ClientId> idsOf(Collection<String> names) {
        var byKey = new LinkedHashMap<String, String>();
        names.forEach(name -> byKey.putIfAbsent(ClientWords.key(name), name));
        var ids = known(byKey.keySet());
        var missing = new LinkedHashMap<>(byKey);
        missing.keySet().removeAll(ids.keySet());
        if (!missing.isEmpty()) {
            enter(missing);
            var entered = known(missing.keySet());
            enterWords(entered, missing);
            ids.putAll(entered);
        }
        var idsByName = HashMap.<String, ClientId>newHashMap(names.size());
        names.forEach(name -> idsByName.put(name, ids.get(ClientWords.key(name))));
        return idsByName;
    }

    /** The ids of those of these clients that are known; nobody is entered. */
    public Map<String, ClientId> knownIdsOf(Collection<String> names) {
        var keys = new HashMap<String, String>();
        names.forEach(name -> keys.put(name, ClientWords.key(name)));
        var ids = known(new LinkedHashSet<>(keys.values()));
        keys.values().removeIf(key -> !ids.containsKey(key));
        var idsByName = new HashMap<String, ClientId>();
        keys.forEach((name, key) -> idsByName.put(name, ids.get(key)));
        return idsByName;
    }

    private Map<String, ClientId> known(Collection<String> keys) {
        var ids = new HashMap<String, ClientId>();
        var all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            jdbc.query(
                    "select id, name_key from client where name_key in (?" + ", ?".repeat(some.size() - 1) + ")",
                    row -> {
                        ids.put(row.getString(2), new ClientId(row.getLong(1)));
                    },
                    some.toArray());
        }
        return ids;
    }

    private void enter(Map<String, String> namesByKey) {
        jdbc.batchUpdate(
                "insert into client (name_key, name) values (?, ?) on conflict (name_key) do nothing",
                namesByKey.entrySet(),
                namesByKey.size(),
                (statement, client) -> {
                    statement.setString(1, client.getKey());
                    statement.setString(2, client.getValue());
                });
    }

    private void enterWords(Map<String, ClientId> entered, Map<String, String> namesByKey) {
        var words = new ArrayList<Word>();
        entered.forEach((key, id) ->
                ClientWords.of(namesByKey.getOrDefault(key, key)).forEach(word -> words.add(new Word(word, id))));
        if (!words.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into client_word (word, client_id) values (?, ?) on conflict do nothing",
                    words,
                    words.size(),
                    (statement, word) -> {
                        statement.setString(1, word.word());
                        statement.setLong(2, word.client().value());
                    });
        }
    }

    private record Word(String word, ClientId client) {}
}
