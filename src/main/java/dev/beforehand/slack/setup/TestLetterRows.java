package dev.beforehand.slack.setup;

import dev.beforehand.slack.setup.TestLetter.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class TestLetterRows {

    /** A second click within it means the same letter. */
    private static final Duration APART = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    TestLetterRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether this caller, and nobody else, is to send it. */
    @Transactional
    public boolean begin(String person, String messageId, String recipient) {
        return jdbc.sql("""
                        insert into test_letter (slack_user_id, message_id, recipient, sent_at, state)
                        values (:person, :id, :recipient, :now, 'SENDING')
                        on conflict (slack_user_id) do update set message_id = excluded.message_id,
                            recipient = excluded.recipient, sent_at = excluded.sent_at, state = 'SENDING', reason = null
                        where test_letter.sent_at <= :earlier""")
                        .param("person", person)
                        .param("id", messageId)
                        .param("recipient", recipient)
                        .param("now", clock.millis())
                        .param("earlier", clock.instant().minus(APART).toEpochMilli())
                        .update()
                == 1;
    }

    @Transactional
    public void end(String messageId, State state, @Nullable String reason) {
        jdbc.sql("update test_letter set state = :state, reason = :reason where message_id = :id")
                .param("state", state.name())
                .param("reason", reason)
                .param("id", messageId)
                .update();
    }

    Optional<TestLetter> of(String person) {
        return jdbc.sql("select * from test_letter where slack_user_id = ?")
                .param(person)
                .query((row, number) -> new TestLetter(
                        row.getString("recipient"),
                        Instant.ofEpochMilli(row.getLong("sent_at")),
                        State.valueOf(row.getString("state")),
                        row.getString("reason")))
                .optional();
    }
}
