package dev.beforehand.slack.capture;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.notes.Note;
import dev.beforehand.notes.Notes;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.ThreadReplies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The pins that are to be seen to: written down before Slack hears that they arrived, and gone once they are seen to. */
@Repository
class Pins {

    /** Whoever has not come to an end by then has died. */
    private static final Duration DIED = Duration.ofMinutes(5);

    private static final Duration KEPT = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Notes notes;
    private final ThreadReplies replies;
    private final Clock clock;

    Pins(JdbcClient jdbc, Notes notes, ThreadReplies replies, Clock clock) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.replies = replies;
        this.clock = clock;
    }

    /** @return its id */
    @Transactional
    public long add(Posted message, @Nullable ClientId client, ColleagueId by, String user) {
        return jdbc.sql("""
                        insert into thread_pin (channel, ts, client_id, pinned_by, slack_user_id, pinned_at, taken_at)
                        values (?, ?, ?, ?, ?, ?, 0) returning id""")
                .param(message.channel())
                .param(message.ts())
                .param(client == null ? null : client.value())
                .param(by.value())
                .param(user)
                .param(clock.millis())
                .query(Long.class)
                .single();
    }

    /** Hands it to one caller at a time; empty where another has it, or it was seen to. */
    @Transactional
    public Optional<Pin> take(long id) {
        return jdbc.sql("update thread_pin set taken_at = ? where id = ? and taken_at < ? returning *")
                .params(clock.millis(), id, clock.instant().minus(DIED).toEpochMilli())
                .query(Pins::read)
                .optional();
    }

    /** One that failed that often fails for a reason that stands in the log each time. */
    @Transactional
    public void forgetOld() {
        jdbc.sql("delete from thread_pin where pinned_at < ?")
                .param(clock.instant().minus(KEPT).toEpochMilli())
                .update();
    }

    List<Long> left() {
        return jdbc.sql("select id from thread_pin where taken_at < ? order by id")
                .param(clock.instant().minus(DIED).toEpochMilli())
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /**
     * Keeps these notes, with the receipt for it, or nothing at all.
     *
     * @param receipt says how many were kept
     * @return how many were not kept before; where it is none there is no receipt
     */
    @Transactional
    public int keep(Pin pin, ClientId client, List<Note> said, @Nullable String link, Receipt receipt) {
        int kept = notes.keep(client, said, pin.by(), link);
        if (kept > 0) {
            replies.send(receipt.thread(), () -> receipt.words().apply(kept));
        }
        done(pin);
        return kept;
    }

    record Receipt(Posted thread, IntFunction<SlackMessage> words) {}

    @Transactional
    public void done(Pin pin) {
        jdbc.sql("delete from thread_pin where id = ?").param(pin.id()).update();
    }

    private static Pin read(ResultSet row, int number) throws SQLException {
        var client = row.getLong("client_id");
        return new Pin(
                row.getLong("id"),
                new Posted(row.getString("channel"), row.getString("ts")),
                client == 0 ? null : new ClientId(client),
                new ColleagueId(row.getLong("pinned_by")),
                row.getString("slack_user_id"),
                Instant.ofEpochMilli(row.getLong("pinned_at")));
    }
}
