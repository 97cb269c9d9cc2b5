package dev.beforehand.slack;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is to be shown or said in Slack, as rows that are written with the change that asks for it. Whoever asks adds a row
 * and waits for nobody; all rows of a subject that were there before it was rendered are done by showing it once.
 */
@Repository
class Errands {

    /** Something was added; it can be seen by others once the transaction has ended. */
    record Added() {}

    /** The oldest of a subject stands for all of it. */
    private static final String WAITING = """
            from slack_errand e where e.parked_at is null
            and not exists (select 1 from slack_errand o where o.subject = e.subject and o.id < e.id and o.parked_at is null)
            """;

    private static final String STANDS = "select 1 from slack_post p where p.subject = e.subject and p.ts is not null";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Errands(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public void addCard(String subject, Turn turn) {
        addCard(subject, turn, clock.instant());
    }

    @Transactional
    public void addCard(String subject, Turn turn, Instant due) {
        add(subject, turn, due, null, null, null, null);
    }

    /** With what waits of the subject: the oldest of it stands for all. */
    @Transactional
    public void addAtOnce(String subject) {
        jdbc.sql("update slack_errand set turn = :now, due_at = :at where subject = :subject and parked_at is null")
                .param("now", Turn.NOW.ordinal())
                .param("at", clock.millis())
                .param("subject", subject)
                .update();
        addCard(subject, Turn.NOW);
    }

    /**
     * @param recipient a channel, a person, or the finance leads
     * @param message asked for in each language: in which one it is said is known once it is
     */
    @Transactional
    public void addMessage(String recipient, @Nullable String threadTs, Supplier<SlackMessage> message, Duration news) {
        addMessage(
                recipient,
                threadTs,
                StoredMessage.write(message),
                clock.instant().plus(news));
    }

    /** What is for several people becomes a message to each. */
    @Transactional
    public void spread(Errand errand, Collection<String> people) {
        var body = Objects.requireNonNull(errand.body());
        people.forEach(person -> addMessage(person, null, body, errand.expiresAt()));
        done(errand, errand.id());
    }

    private void addMessage(String recipient, @Nullable String threadTs, String body, @Nullable Instant expiresAt) {
        add(Errand.MESSAGE + UUID.randomUUID(), Turn.NOW, clock.instant(), recipient, body, threadTs, expiresAt);
    }

    private void add(
            String subject,
            Turn turn,
            Instant due,
            @Nullable String recipient,
            @Nullable String body,
            @Nullable String threadTs,
            @Nullable Instant expiresAt) {
        jdbc.sql("""
                        insert into slack_errand
                            (subject, turn, recipient, body, thread_ts, made_at, due_at, expires_at, tries, holds)
                        values (:subject, :turn, :recipient, :body, :thread, :now, :due, :expires, 0, false)""")
                .param("subject", subject)
                .param("turn", turn.ordinal())
                .param("recipient", recipient)
                .param("body", body)
                .param("thread", threadTs)
                .param("now", clock.millis())
                .param("due", due.toEpochMilli())
                .param("expires", expiresAt == null ? null : expiresAt.toEpochMilli())
                .update();
        events.publishEvent(new Added());
    }

    /**
     * Whose time has come, in turn; what is to be posted before what is to be brought up to date, of which Slack takes so much
     * less that it may wait for long.
     */
    List<Errand> due(int limit) {
        return jdbc.sql("select e.* " + WAITING + " and e.due_at <= ?" + " order by e.turn, exists (" + STANDS
                        + "), e.id limit ?")
                .params(clock.millis(), limit)
                .query(Errands::read)
                .list();
    }

    boolean areDue() {
        return jdbc.sql("select count(*) from slack_errand where due_at <= ? and parked_at is null limit 1")
                        .param(clock.millis())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Until when something waits that was to be posted in this channel before. */
    Optional<Instant> heldUpUntil(String channel, Errand errand) {
        return jdbc.sql("""
                        select max(due_at) as until from slack_errand
                        where holds and channel = ? and id < ? and due_at > ? and parked_at is null
                        having max(due_at) is not null""")
                .params(channel, errand.id(), clock.millis())
                .query((row, number) -> Instant.ofEpochMilli(row.getLong("until")))
                .optional();
    }

    /** The newest of the subject; what comes after it was not shown yet. */
    long newest(String subject) {
        return jdbc.sql("select max(id) from slack_errand where subject = ?")
                .param(subject)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Whether the subject is to be shown yet. */
    boolean isWaiting(String subject) {
        return find(subject).isPresent();
    }

    Optional<Errand> find(String subject) {
        return jdbc.sql("select e.* " + WAITING + " and e.subject = ?")
                .param(subject)
                .query(Errands::read)
                .optional();
    }

    /** Whether something is in the way of the subject, and it is not just being posted. */
    boolean isPutOff(String subject) {
        return jdbc.sql("select count(*) from slack_errand where subject = ? and due_at > ? and parked_at is null"
                                + " and (in_doubt_since is null or tries > 0)")
                        .params(subject, clock.millis())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** It is about to be posted there: if nothing more is heard of it, somebody looks. */
    @Transactional
    public void posting(Errand errand, String channel, @Nullable String threadTs, Duration doubt) {
        jdbc.sql("""
                        update slack_errand set channel = ?, thread_ts = ?, in_doubt_since = ?, due_at = ?, holds = true
                        where id = ?""")
                .param(channel)
                .param(threadTs)
                .param(clock.millis())
                .param(clock.millis() + doubt.toMillis())
                .param(errand.id())
                .update();
    }

    /** Its answer was lost. */
    @Transactional
    public void lost(Errand errand) {
        jdbc.sql("update slack_errand set tries = tries + 1 where id = ?")
                .param(errand.id())
                .update();
    }

    /** It certainly is not there, and can be posted. */
    @Transactional
    public void notPosted(Errand errand) {
        jdbc.sql("update slack_errand set in_doubt_since = null, holds = false, due_at = ? where id = ?")
                .params(clock.millis(), errand.id())
                .update();
    }

    /** A message whose thread is gone is said in the channel. */
    @Transactional
    public void leaveThread(Errand errand) {
        jdbc.sql("update slack_errand set thread_ts = null where id = ?")
                .param(errand.id())
                .update();
    }

    /** One more try came to nothing. */
    @Transactional
    public void tried(Errand errand, Instant next) {
        jdbc.sql("update slack_errand set due_at = ?, tries = tries + 1 where id = ?")
                .params(next.toEpochMilli(), errand.id())
                .update();
    }

    @Transactional
    public void putOff(Errand errand, Instant until) {
        jdbc.sql("update slack_errand set due_at = ?, holds = false where id = ?")
                .params(until.toEpochMilli(), errand.id())
                .update();
    }

    /** Puts it off, and with it what is to be posted in the channel after it. */
    @Transactional
    public void holdUp(Errand errand, String channel, Instant until) {
        jdbc.sql("update slack_errand set channel = ?, due_at = ?, holds = true where id = ?")
                .params(channel, until.toEpochMilli(), errand.id())
                .update();
    }

    @Transactional
    public void park(Errand errand) {
        jdbc.sql("update slack_errand set parked_at = ?, in_doubt_since = null where id = ?")
                .params(clock.millis(), errand.id())
                .update();
    }

    /** @param newest of the subject when it was rendered */
    @Transactional
    public void done(Errand errand, long newest) {
        jdbc.sql("delete from slack_errand where subject = ? and id <= ?")
                .params(errand.subject(), newest)
                .update();
    }

    private static Errand read(ResultSet row, int number) throws SQLException {
        return new Errand(
                row.getLong("id"),
                row.getString("subject"),
                Turn.values()[row.getInt("turn")],
                row.getString("recipient"),
                row.getString("body"),
                instant(row, "expires_at"),
                row.getInt("tries"),
                row.getString("channel"),
                row.getString("thread_ts"),
                instant(row, "in_doubt_since"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
