package dev.beforehand.correspondence;

import dev.beforehand.clients.ClientId;
import dev.beforehand.correspondence.Correspondence.Kind;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails to clients, by Message-ID and by the token in their Reply-To. */
@Repository
class OutgoingRows {

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int TOKEN = 20;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    OutgoingRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Sent(String messageId, ClientId client) {}

    /** Writes the mail down, in the caller's transaction; one that is tried again keeps its token. */
    String add(String messageId, ClientId client, Kind kind) {
        jdbc.sql("""
                insert into outgoing_mail (message_id, client_id, kind, token, at) values (?, ?, ?, ?, ?)
                on conflict (message_id) do nothing""")
                .params(messageId, client.value(), kind.name(), newToken(), clock.millis())
                .update();
        return token(messageId).orElseThrow();
    }

    Optional<String> token(String messageId) {
        return jdbc.sql("select token from outgoing_mail where message_id = ?")
                .param(messageId)
                .query(String.class)
                .optional();
    }

    Optional<Sent> find(String messageId) {
        return jdbc.sql("select message_id, client_id from outgoing_mail where message_id = ?")
                .param(messageId)
                .query(OutgoingRows::read)
                .optional();
    }

    Optional<Instant> sentAt(String messageId) {
        return jdbc.sql("select at from outgoing_mail where message_id = ?")
                .param(messageId)
                .query((row, number) -> Instant.ofEpochMilli(row.getLong(1)))
                .optional();
    }

    Optional<Sent> byToken(String token) {
        return jdbc.sql("select message_id, client_id from outgoing_mail where token = ?")
                .param(token)
                .query(OutgoingRows::read)
                .optional();
    }

    /** The newest Message-IDs of what was written to the client and by it, the oldest of them first. */
    List<String> conversation(ClientId client, int limit) {
        return jdbc.sql("""
                        select message_id from (
                            select message_id, at from outgoing_mail where client_id = :client
                            union all
                            select message_id, arrived_at as at from incoming_mail
                            where client_id = :client and kind = 'REPLY' and message_id is not null) mails
                        order by at desc, message_id limit :limit""")
                .param("client", client.value())
                .param("limit", limit)
                .query((row, number) -> row.getString(1))
                .list()
                .reversed();
    }

    private String newToken() {
        return random.ints(TOKEN, 0, BASE32.length())
                .mapToObj(at -> String.valueOf(BASE32.charAt(at)))
                .collect(Collectors.joining());
    }

    private static Sent read(ResultSet row, int number) throws SQLException {
        return new Sent(row.getString("message_id"), new ClientId(row.getLong("client_id")));
    }
}
