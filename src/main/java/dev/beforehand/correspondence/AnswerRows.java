package dev.beforehand.correspondence;

import dev.beforehand.clients.ColleagueId;
import dev.beforehand.correspondence.Answer.State;
import dev.beforehand.letters.Sentence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers that people wrote; changed within the caller's transaction. */
@Repository
class AnswerRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    AnswerRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String messageId, IncomingId incoming, ColleagueId author, String subject, String text) {
        jdbc.sql("""
                insert into answer (message_id, incoming_mail_id, author_id, subject, text, state, changed_at, number)
                select ?, ?, ?, ?, ?, 'SENDING', ?, count(*) + 1 from answer where incoming_mail_id = ?""")
                .params(messageId, incoming.value(), author.value(), subject, text, clock.millis(), incoming.value())
                .update();
    }

    /** Ends its only try, of which nobody may have heard for a while; whether that was news. */
    boolean end(String messageId, State now, @Nullable Sentence reason) {
        return jdbc.sql("""
                        update answer set state = :now, reason = :reason, changed_at = :at
                        where message_id = :id and (state = 'SENDING' or state = 'UNKNOWN' and state <> :now)""")
                        .param("now", now.name())
                        .param("reason", reason == null ? null : reason.written())
                        .param("at", clock.millis())
                        .param("id", messageId)
                        .update()
                == 1;
    }

    Optional<Answer> find(String messageId) {
        return jdbc.sql("select * from answer where message_id = ?")
                .param(messageId)
                .query(AnswerRows::read)
                .optional();
    }

    Optional<Answer> last(IncomingId incoming) {
        return jdbc.sql("select * from answer where incoming_mail_id = ? order by number desc, message_id limit 1")
                .param(incoming.value())
                .query(AnswerRows::read)
                .optional();
    }

    List<String> underwaySince(Instant then) {
        return jdbc.sql("select message_id from answer where state = 'SENDING' and changed_at <= ?")
                .param(then.toEpochMilli())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static Answer read(ResultSet row, int number) throws SQLException {
        var reason = row.getString("reason");
        return new Answer(
                row.getString("message_id"),
                new IncomingId(row.getLong("incoming_mail_id")),
                new ColleagueId(row.getLong("author_id")),
                row.getString("subject"),
                row.getString("text"),
                State.valueOf(row.getString("state")),
                reason == null ? null : Sentence.read(reason),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }
}
