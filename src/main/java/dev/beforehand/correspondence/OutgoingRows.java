package dev.beforehand.correspondence;

import dev.beforehand.clients.ClientId;
import dev.beforehand.correspondence.Correspondence.Kind;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** Writes a mail to all addresses of the client down, in the caller's transaction; tried again, it keeps its token. */
    String add(String messageId, ClientId client, Kind kind) {
        return add(messageId, client, kind, null);
    }

    /** Writes an answer down, in the caller's transaction. */
    void addAnswer(String messageId, ClientId client, String recipient) {
        add(messageId, client, Kind.REPLY, recipient);
    }

    private String add(String messageId, ClientId client, Kind kind, @Nullable String recipient) {
        jdbc.sql("""
                insert into outgoing_mail (message_id, client_id, kind, token, at, recipients)
                select :id, id, :kind, :token, :at,
                    lower(coalesce(:recipient, coalesce(contact_email, '') || ';' || coalesce(cc_emails, '')))
                from client where id = :client
                on conflict (message_id) do nothing""")
                .param("id", messageId)
                .param("kind", kind.name())
                .param("token", newToken())
                .param("at", clock.millis())
                .param("recipient", recipient, Types.VARCHAR)
                .param("client", client.value())
                .update();
        return token(messageId).orElseThrow();
    }

    /** The addresses to which a mail went, in lower case. */
    List<String> recipients(String messageId) {
        return jdbc
                .sql("select recipients from outgoing_mail where message_id = ?")
                .param(messageId)
                .query(String.class)
                .optional()
                .stream()
                .flatMap(all -> Arrays.stream(all.split(";")))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
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
