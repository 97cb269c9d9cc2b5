package dev.beforehand.slack.correspondence;

import dev.beforehand.checkins.CheckInId;
import dev.beforehand.clients.ClientId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which check-in is a client's newest. */
@Repository
class NewestCheckIn {

    private final JdbcClient jdbc;

    NewestCheckIn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CheckInId> of(ClientId client) {
        return jdbc.sql("""
                        select id from check_in where client_id = ? and state <> 'CANCELLED'
                        order by week_of desc limit 1""")
                .param(client.value())
                .query((row, number) -> new CheckInId(row.getLong(1)))
                .optional();
    }
}
