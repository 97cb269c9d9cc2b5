package dev.beforehand.correspondence;

import dev.beforehand.clients.ClientId;
import dev.beforehand.correspondence.Correspondence.Kind;
import dev.beforehand.correspondence.Correspondence.Outgoing;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails to clients, by Message-ID and by the token in their Reply-To. */
@Repository
class OutgoingRows {

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int TOKEN = 20;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final JdbcOperations many;
    private final Clock clock;

    OutgoingRows(JdbcClient jdbc, JdbcOperations many, Clock clock) {
        this.jdbc = jdbc;
        this.many = many;
        this.clock = clock;
    }

    record Sent(String messageId, ClientId client) {}

    /**
     * Writes mails to all addresses of their clients down, in the caller's transaction. Tried again, each keeps its token, and
     * went to the addresses of now before those of then: a report may be about either try.
     */
    void add(Collection<Outgoing> mails) {
        addAll(mails.stream()
                .map(mail -> new Row(mail.messageId(), mail.client(), mail.kind(), null))
                .toList());
    }

    /** Writes an answer down, in the caller's transaction. */
    void addAnswer(String messageId, ClientId client, String recipient) {
        addAll(List.of(new Row(messageId, client, Kind.REPLY, recipient)));
    }

    /** @param recipient empty: all addresses of the client */
    private record Row(
            String messageId,
            ClientId client,
            Kind kind,
            @Nullable String recipient) {}

    private void addAll(List<Row> rows) {
        many.batchUpdate("""
                insert into outgoing_mail (message_id, client_id, kind, token, at, recipients)
                select ?, id, ?, ?, ?, lower(coalesce(?, coalesce(contact_email, '') || ';' || coalesce(cc_emails, '')))
                from client where id = ?
                on conflict (message_id) do update set recipients = excluded.recipients || ';' || outgoing_mail.recipients
                where substr(outgoing_mail.recipients || ';', 1, length(excluded.recipients) + 1)
                    <> excluded.recipients || ';'""", rows, rows.size(), (insert, row) -> {
            insert.setString(1, row.messageId());
            insert.setString(2, row.kind().name());
            insert.setString(3, newToken());
            insert.setLong(4, clock.millis());
            insert.setString(5, row.recipient());
            insert.setLong(6, row.client().value());
        });
    }

    /** The addresses to which a mail went with any of its tries, those of the last one first, in lower case. */
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
        return Optional.ofNullable(tokens(List.of(messageId)).get(messageId));
    }

    /** The token of each, by Message-ID. */
    Map<String, String> tokens(Collection<String> messageIds) {
        var tokens = new HashMap<String, String>();
        if (!messageIds.isEmpty()) {
            jdbc.sql("select message_id, token from outgoing_mail where message_id in (:ids)")
                    .param("ids", messageIds)
                    .query(row -> {
                        tokens.put(row.getString("message_id"), row.getString("token"));
                    });
        }
        return tokens;
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

    private String newToken() {
        return random.ints(TOKEN, 0, BASE32.length())
                .mapToObj(at -> String.valueOf(BASE32.charAt(at)))
                .collect(Collectors.joining());
    }

    private static Sent read(ResultSet row, int number) throws SQLException {
        return new Sent(row.getString("message_id"), new ClientId(row.getLong("client_id")));
    }
}
