package dev.beforehand.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what people without a role meant to do, for a day: after that they may not mean it any more. */
@Repository
public class MeantClicks {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    MeantClicks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return its id */
    @Transactional
    public long keep(String slackUserId, JsonObject payload) {
        payload.remove("token");
        return jdbc.sql("insert into meant_click (slack_user_id, payload, meant_at) values (?, ?, ?) returning id")
                .params(slackUserId, payload.toString(), clock.millis())
                .query(Long.class)
                .single();
    }

    /** Hands this person's click out, to exactly one caller; empty where it was handed out or is too old. */
    @Transactional
    public Optional<MeantClick> take(long id, String slackUserId) {
        return jdbc.sql("delete from meant_click where id = ? and slack_user_id = ? and meant_at > ? returning payload")
                .params(id, slackUserId, oldest())
                .query(String.class)
                .optional()
                .map(payload -> new MeantClick(
                        id, slackUserId, JsonParser.parseString(payload).getAsJsonObject()));
    }

    @Transactional
    int forgetOld() {
        return jdbc.sql("delete from meant_click where meant_at <= ?")
                .param(oldest())
                .update();
    }

    private long oldest() {
        return clock.instant().minus(KEPT).toEpochMilli();
    }
}
