package dev.beforehand.slack;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Of several instances one sends at a time: Slack counts what they send together, and the order is that of one. It lasts
 * longer than any call, so that whoever has taken it makes its next call before another instance can.
 */
@Repository
class SenderLease {

    static final Duration LASTS = Duration.ofMinutes(1);

    /** So long after it was written it need not be written again: more is left of it than any call takes. */
    private static final Duration FRESH = Duration.ofSeconds(20);

    private final String me = UUID.randomUUID().toString();
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile long freshUntil;

    SenderLease(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes it or keeps it; false where another instance has it. */
    @Transactional
    public boolean take() {
        long now = clock.millis();
        var taken = jdbc.sql("update slack_sender set holder = ?, until = ? where holder = ? or until <= ?")
                        .params(me, now + LASTS.toMillis(), me, now)
                        .update()
                == 1;
        freshUntil = taken ? now + FRESH.toMillis() : 0;
        return taken;
    }

    /** Whether it is there for one more call, which costs no write. */
    boolean isFresh() {
        return clock.millis() < freshUntil;
    }

    @Transactional
    public void release() {
        freshUntil = 0;
        jdbc.sql("update slack_sender set until = 0 where holder = ?").param(me).update();
    }
}
