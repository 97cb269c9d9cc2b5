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

    private final String me = UUID.randomUUID().toString();
    private final JdbcClient jdbc;
    private final Clock clock;

    SenderLease(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes it or keeps it; false where another instance has it. */
    @Transactional
    public boolean take() {
        long now = clock.millis();
        return jdbc.sql("update slack_sender set holder = ?, until = ? where holder = ? or until <= ?")
                        .params(me, now + LASTS.toMillis(), me, now)
                        .update()
                == 1;
    }

    @Transactional
    public void release() {
        jdbc.sql("update slack_sender set until = 0 where holder = ?").param(me).update();
    }
}
