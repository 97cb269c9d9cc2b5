package dev.beforehand.slack;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ids of channels that settings call by their names; Slack says them when something was posted there. */
@Repository
public class KnownChannels {

    private final JdbcClient jdbc;

    KnownChannels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The id, where it is known. */
    public String idOf(String channel) {
        return channel.startsWith("#") ? find(channel).orElse(channel) : channel;
    }

    @Transactional
    public void learn(String channel, String id) {
        if (!id.equals(idOf(channel))) {
            jdbc.sql(
                            "insert into slack_channel (name, id) values (?, ?) on conflict (name) do update set id = excluded.id")
                    .params(channel, id)
                    .update();
        }
    }

    private Optional<String> find(String name) {
        return jdbc.sql("select id from slack_channel where name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }
}
