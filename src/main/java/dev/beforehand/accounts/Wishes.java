package dev.beforehand.accounts;

import dev.beforehand.accounts.Account.Edit;
import dev.beforehand.accounts.Account.Suspension;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.PreferenceField;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a client wants to be written to, and where that does not work. */
@Component
class Wishes {

    private final JdbcClient jdbc;
    private final Clock clock;

    Wishes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<PreferenceField, Edit> edits(ClientId client) {
        var edits = new EnumMap<PreferenceField, Edit>(PreferenceField.class);
        jdbc.sql("""
                select e.field, e.ledger_value, e.edited_at, m.name from preference_edit e
                join colleague m on m.id = e.edited_by where e.client_id = ?""").param(client.value()).query(row -> {
            edits.put(
                    PreferenceField.valueOf(row.getString("field")),
                    new Edit(
                            row.getString("ledger_value"),
                            row.getString("name"),
                            Instant.ofEpochMilli(row.getLong("edited_at"))));
        });
        return edits;
    }

    /** Those of the addresses, in lower case, to which no letter goes now. */
    Map<String, Suspension> unreachable(Collection<String> addresses) {
        var suspended = new HashMap<String, Suspension>();
        if (!addresses.isEmpty()) {
            jdbc.sql("""
                    select address, until_at from suspended_address
                    where address in (:addresses) and lifted_at is null and (until_at is null or until_at > :now)""")
                    .param("addresses", addresses)
                    .param("now", clock.millis())
                    .query(row -> {
                        long until = row.getLong("until_at");
                        var suspension = new Suspension(row.wasNull() ? null : Instant.ofEpochMilli(until));
                        suspended.put(row.getString("address"), suspension);
                    });
        }
        return suspended;
    }
}
