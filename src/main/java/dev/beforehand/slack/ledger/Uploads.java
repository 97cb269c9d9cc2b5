package dev.beforehand.slack.ledger;

import dev.beforehand.clients.ColleagueId;
import dev.beforehand.slack.ledger.Upload.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Remembers the files that were dropped; each step is taken by one caller only. */
@Repository
class Uploads {

    private final JdbcClient jdbc;
    private final Clock clock;

    Uploads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return empty where this file had arrived already */
    Optional<Long> arrive(String fileId, String name, String address, String droppedBy) {
        return jdbc.sql("""
                insert into ledger_upload (file_id, name, address, dropped_by, dropped_at, state, changed_at)
                values (?, ?, ?, ?, ?, 'ARRIVED', ?) on conflict (file_id) do nothing returning id""")
                .params(fileId, name, address, droppedBy, clock.millis(), clock.millis())
                .query(Long.class)
                .optional();
    }

    Optional<Upload> find(long id) {
        return jdbc.sql("select * from ledger_upload where id = ?")
                .param(id)
                .query(Uploads::read)
                .optional();
    }

    /** It was looked at, and somebody has to decide; also where it was to be imported and has to be looked at again. */
    boolean awaitDecision(long id, State from, String ledger, String said) {
        return jdbc.sql("update ledger_upload set state = 'WAITING', ledger = ?, said = ?, changed_at = ?"
                                + " where id = ? and state = ?")
                        .params(ledger, said, clock.millis(), id, from.name())
                        .update()
                == 1;
    }

    boolean decide(long id, State to, ColleagueId by) {
        return move(id, State.WAITING, to, null, by);
    }

    /** The decision came to nothing. */
    boolean undecide(long id) {
        return move(id, State.IMPORTING, State.WAITING, null, null);
    }

    boolean end(long id, State from, State to, String said) {
        return move(id, from, to, said, null);
    }

    private boolean move(long id, State from, State to, @Nullable String said, @Nullable ColleagueId by) {
        return jdbc.sql("""
                        update ledger_upload set state = ?, changed_at = ?, said = coalesce(?, said),
                            decided_by = coalesce(?, decided_by)
                        where id = ? and state = ?""")
                        .param(to.name())
                        .param(clock.millis())
                        .param(said)
                        .param(by == null ? null : by.value())
                        .param(id)
                        .param(from.name())
                        .update()
                == 1;
    }

    /** Those that have been in that state since before then. */
    List<Upload> inStateSince(State state, Instant before) {
        return jdbc.sql("select * from ledger_upload where state = ? and changed_at < ? order by id")
                .params(state.name(), before.toEpochMilli())
                .query(Uploads::read)
                .list();
    }

    @Transactional
    public void keepPart(long id, int number, byte[] packed) {
        jdbc.sql("insert into ledger_upload_part (upload_id, number, packed) values (?, ?, ?)")
                .params(id, number, packed)
                .update();
    }

    Optional<byte[]> part(long id, int number) {
        return jdbc.sql("select packed from ledger_upload_part where upload_id = ? and number = ?")
                .params(id, number)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    void dropParts(long id) {
        jdbc.sql("delete from ledger_upload_part where upload_id = ?").param(id).update();
    }

    private static Upload read(ResultSet row, int number) throws SQLException {
        long by = row.getLong("decided_by");
        return new Upload(
                row.getLong("id"),
                row.getString("name"),
                row.getString("address"),
                row.getString("dropped_by"),
                Instant.ofEpochMilli(row.getLong("dropped_at")),
                State.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("changed_at")),
                row.getString("ledger"),
                row.getString("said"),
                by == 0 ? null : new ColleagueId(by));
    }
}
