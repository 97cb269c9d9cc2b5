package dev.beforehand.slack;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers what Slack delivered, so that a retry or a replay does nothing twice, on any of several instances.
 *
 * <p>A delivery that failed is forgotten, or else its retry would be taken for a repetition. One that is still running is
 * not confirmed to Slack, or else it would be lost if that run failed. One whose process died in the middle is taken
 * over by a retry after a minute: handlers change state by conditional updates and may be asked again.
 */
@Repository
class Deliveries {

    /** What is known about a delivery that has just arrived. */
    enum Arrival {
        NEW,
        RUNNING,
        DONE
    }

    private static final Duration DIED = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * {@code NEW} for exactly one caller.
     *
     * @param sentAgain whether Slack sends it again until it is acked; its caller says {@link #done} or {@link #forget}
     *     afterwards. Anything else counts as done from the start: it is handled once or not at all
     */
    @Transactional
    public Arrival arrive(String id, boolean sentAgain) {
        long now = clock.millis();
        int inserted = jdbc.sql("""
                        insert into slack_delivery (id, received_at, done) values (?, ?, ?)
                        on conflict (id) do nothing""").params(id, now, !sentAgain).update();
        if (inserted == 1 || takeOver(id, now)) {
            return Arrival.NEW;
        }
        return jdbc.sql("select done from slack_delivery where id = ?")
                        .param(id)
                        .query((row, i) -> row.getBoolean("done"))
                        .optional()
                        .orElse(false)
                ? Arrival.DONE
                : Arrival.RUNNING;
    }

    @Transactional
    public void done(String id) {
        jdbc.sql("update slack_delivery set done = true where id = ?").param(id).update();
    }

    @Transactional
    public void forget(String id) {
        jdbc.sql("delete from slack_delivery where id = ?").param(id).update();
    }

    /** Forgets what is older than a day: long after Slack's last retry, and after its signature has expired. */
    @Transactional
    public int forgetOld() {
        return jdbc.sql("delete from slack_delivery where received_at < ?")
                .param(clock.instant().minus(KEPT).toEpochMilli())
                .update();
    }

    private boolean takeOver(String id, long now) {
        return jdbc.sql("update slack_delivery set received_at = ? where id = ? and not done and received_at < ?")
                        .params(now, id, now - DIED.toMillis())
                        .update()
                == 1;
    }
}
