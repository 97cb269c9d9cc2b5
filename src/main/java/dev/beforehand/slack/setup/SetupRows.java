package dev.beforehand.slack.setup;

import dev.beforehand.slack.setup.Finding.State;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was found at the last look. */
@Repository
class SetupRows {

    private final JdbcClient jdbc;

    SetupRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean lookedSince(Instant then) {
        return lookedAt().filter(at -> at.isAfter(then)).isPresent();
    }

    /** Empty before the first look. */
    Optional<Instant> lookedAt() {
        return jdbc.sql("select min(checked_at) as at from setup_item having min(checked_at) is not null")
                .query((row, number) -> Instant.ofEpochMilli(row.getLong("at")))
                .optional();
    }

    @Transactional
    public void found(Map<SetupItem, Finding> findings, Instant at) {
        findings.forEach((item, finding) -> jdbc.sql("""
                        insert into setup_item (item, state, reason, detail, checked_at) values (?, ?, ?, ?, ?)
                        on conflict (item) do update set state = excluded.state, reason = excluded.reason,
                            detail = excluded.detail, checked_at = excluded.checked_at""")
                .params(item.name(), finding.state().name(), finding.reason(), finding.detail(), at.toEpochMilli())
                .update());
    }

    Map<SetupItem, Finding> all() {
        var all = new EnumMap<SetupItem, Finding>(SetupItem.class);
        jdbc.sql("select * from setup_item").query(row -> {
            all.put(
                    SetupItem.valueOf(row.getString("item")),
                    new Finding(
                            State.valueOf(row.getString("state")), row.getString("reason"), row.getString("detail")));
        });
        return all;
    }
}
