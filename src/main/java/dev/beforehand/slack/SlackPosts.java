package dev.beforehand.slack;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Remembers which message shows what. What the sender does not post is claimed before, so that it is never posted twice. */
@Repository
public class SlackPosts {

    private static final Duration IN_FLIGHT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    SlackPosts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether this caller, and nobody else, is to show the subject. */
    @Transactional
    public boolean claim(String subject, String channel, @Nullable String threadTs) {
        return jdbc.sql("""
                        insert into slack_post (subject, channel, thread_ts, claimed_at, deleted)
                        values (?, ?, ?, ?, false) on conflict (subject) do nothing""")
                        .param(subject)
                        .param(channel)
                        .param(threadTs)
                        .param(clock.millis())
                        .update()
                == 1;
    }

    /** Remembers where the card of a subject was posted. */
    @Transactional
    public void stands(String subject, @Nullable String threadTs, Posted message) {
        forget(subject);
        jdbc.sql("""
                        insert into slack_post (subject, channel, ts, thread_ts, claimed_at, deleted)
                        values (?, ?, ?, ?, ?, false)""")
                .param(subject)
                .param(message.channel())
                .param(message.ts())
                .param(threadTs)
                .param(clock.millis())
                .update();
    }

    @Transactional
    public void rename(String subject, String now) {
        jdbc.sql("update slack_post set subject = ? where subject = ?")
                .params(now, subject)
                .update();
    }

    @Transactional
    public void forget(String subject) {
        jdbc.sql("delete from slack_post where subject = ?").param(subject).update();
    }

    /** Remembers where a claimed subject stands now. */
    @Transactional
    public void posted(String subject, Posted message) {
        jdbc.sql("update slack_post set channel = ?, ts = ? where subject = ?")
                .params(message.channel(), message.ts(), subject)
                .update();
    }

    /** Gives a claim back whose message certainly is not in Slack. */
    @Transactional
    public void release(String subject) {
        jdbc.sql("delete from slack_post where subject = ? and ts is null")
                .param(subject)
                .update();
    }

    /** Whether this caller, and nobody else, is to say that the message was deleted. */
    @Transactional
    public boolean deleted(String subject) {
        return jdbc.sql("update slack_post set deleted = true where subject = ? and not deleted")
                        .param(subject)
                        .update()
                == 1;
    }

    /**
     * Gives back a claim of which nobody knows whether it led to a message, once no answer can come any more.
     *
     * @return false where there is none, or it may still be under way
     */
    @Transactional
    public boolean giveUp(String subject) {
        return jdbc.sql("delete from slack_post where subject = ? and ts is null and claimed_at < ?")
                        .params(subject, clock.instant().minus(IN_FLIGHT).toEpochMilli())
                        .update()
                == 1;
    }

    /** Forgets a message that was deleted, so that the subject is posted anew when it is shown next. */
    @Transactional
    public boolean forgetDeleted(String subject) {
        return jdbc.sql("delete from slack_post where subject = ? and deleted")
                        .param(subject)
                        .update()
                == 1;
    }

    public Optional<SlackPost> find(String subject) {
        return jdbc.sql("select * from slack_post where subject = ?")
                .param(subject)
                .query(SlackPosts::read)
                .optional();
    }

    /** Whether the subject is shown where it belongs. */
    public boolean standsAt(String subject, Place place) {
        return find(subject)
                .filter(post -> post.posted() != null && place.isThatOf(post))
                .isPresent();
    }

    /** The subjects that begin with this and are shown somewhere. */
    public List<String> subjects(String prefix) {
        return jdbc.sql("select subject from slack_post where subject like ?")
                .param(prefix + "%")
                .query((row, number) -> row.getString("subject"))
                .list();
    }

    /** The newest one before this subject among those that begin alike and end in a date. */
    public Optional<SlackPost> lastBefore(String prefix, String subject) {
        return jdbc.sql("select * from slack_post where subject >= ? and subject < ? and ts is not null"
                        + " order by subject desc limit 1")
                .params(prefix, subject)
                .query(SlackPosts::read)
                .optional();
    }

    /** What stands at this place; for a reaction or a reply, which name nothing but the message. */
    public Optional<SlackPost> at(Posted message) {
        return jdbc.sql("select * from slack_post where ts = ? and channel = ?")
                .params(message.ts(), message.channel())
                .query(SlackPosts::read)
                .optional();
    }

    /** All that stands or stood in this thread. */
    List<SlackPost> inThread(Posted root) {
        return jdbc.sql("select * from slack_post where channel = ? and thread_ts = ? and ts is not null")
                .params(root.channel(), root.ts())
                .query(SlackPosts::read)
                .list();
    }

    /** Whether anything stands in this channel that Beforehand keeps up to date. */
    boolean hasAny(String channel) {
        return jdbc.sql("select exists (select 1 from slack_post where channel = ?) as any_there")
                .param(channel)
                .query((row, i) -> row.getBoolean(1))
                .single();
    }

    private static SlackPost read(ResultSet row, int number) throws SQLException {
        return new SlackPost(
                row.getString("subject"),
                row.getString("channel"),
                row.getString("ts"),
                row.getString("thread_ts"),
                Instant.ofEpochMilli(row.getLong("claimed_at")),
                row.getBoolean("deleted"));
    }
}
