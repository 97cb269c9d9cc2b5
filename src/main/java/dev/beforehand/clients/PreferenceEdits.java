package dev.beforehand.clients;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The edits that stand, changed within the caller's transaction. */
@Repository
class PreferenceEdits {

    private final JdbcClient jdbc;
    private final Clock clock;

    PreferenceEdits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<PreferenceEdit> of(ClientId client) {
        return jdbc.sql("select field, ledger_value from preference_edit where client_id = ?")
                .param(client.value())
                .query((row, number) -> new PreferenceEdit(
                        PreferenceField.valueOf(row.getString("field")), row.getString("ledger_value")))
                .list();
    }

    /** @param listed what the list says; of an edit that is edited again, what it said at first stays */
    void put(ClientId client, PreferenceField field, @Nullable String listed, ColleagueId by) {
        jdbc.sql("""
                insert into preference_edit (client_id, field, ledger_value, edited_by, edited_at) values (?, ?, ?, ?, ?)
                on conflict (client_id, field) do update set edited_by = excluded.edited_by, edited_at = excluded.edited_at""")
                .param(client.value())
                .param(field.name())
                .param(listed)
                .param(by.value())
                .param(clock.millis())
                .update();
    }

    void remove(ClientId client, PreferenceField field) {
        jdbc.sql("delete from preference_edit where client_id = ? and field = ?")
                .params(client.value(), field.name())
                .update();
    }
}
