package dev.beforehand.slack.note;

import dev.beforehand.clients.ColleagueId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who gets a note, how they want it, and who has had it. */
@Repository
class NoteReaders {

    private static final String READERS = """
            select c.id, c.slack_user_id, c.email, n.muted, n.note_at, n.noted_on
            from colleague c left join morning_note n on n.colleague_id = c.id where\s""";

    private final JdbcClient jdbc;

    NoteReaders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<NoteReader> find(ColleagueId id) {
        return jdbc.sql(READERS + "c.id = ?")
                .param(id.value())
                .query(NoteReaders::read)
                .optional();
    }

    /** Those for whom something may wait, and whose note has not had its turn on that day. */
    List<NoteReader> waitingOn(LocalDate day) {
        return jdbc.sql(READERS + """
                        (n.muted is null or not n.muted) and (n.noted_on is null or n.noted_on < :day)
                        and (exists (select 1 from client m where m.account_manager_id = c.id)
                            or exists (select 1 from check_in k where k.claimed_by = c.id and k.state = 'CLAIMED'))
                        order by c.id""")
                .param("day", day)
                .query(NoteReaders::read)
                .list();
    }

    /** Whether this caller, and nobody else, is to say the note of the day. */
    @Transactional
    public boolean takeTurn(ColleagueId id, LocalDate day) {
        remember(id);
        return jdbc.sql("""
                        update morning_note set noted_on = :day
                        where colleague_id = :id and (noted_on is null or noted_on < :day)""").param("day", day).param("id", id.value()).update() == 1;
    }

    @Transactional
    public void mute(ColleagueId id, boolean muted) {
        remember(id);
        jdbc.sql("update morning_note set muted = ? where colleague_id = ?")
                .params(muted, id.value())
                .update();
    }

    /** @param at empty: with the digest */
    @Transactional
    public void wants(ColleagueId id, @Nullable LocalTime at) {
        remember(id);
        jdbc.sql("update morning_note set note_at = ?, muted = false where colleague_id = ?")
                .param(at == null ? null : at.toString())
                .param(id.value())
                .update();
    }

    private void remember(ColleagueId id) {
        jdbc.sql("insert into morning_note (colleague_id) values (?) on conflict (colleague_id) do nothing")
                .param(id.value())
                .update();
    }

    private static NoteReader read(ResultSet row, int number) throws SQLException {
        return new NoteReader(
                new ColleagueId(row.getLong("id")),
                row.getString("slack_user_id"),
                row.getString("email"),
                row.getBoolean("muted"),
                row.getString("note_at") instanceof String at ? LocalTime.parse(at) : null,
                row.getString("noted_on") instanceof String day ? LocalDate.parse(day) : null);
    }
}
