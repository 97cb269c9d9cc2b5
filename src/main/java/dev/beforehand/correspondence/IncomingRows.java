package dev.beforehand.correspondence;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.correspondence.Incoming.Attached;
import dev.beforehand.correspondence.Incoming.Kind;
import dev.beforehand.correspondence.Incoming.State;
import dev.beforehand.mail.IncomingAttachment;
import dev.beforehand.mail.IncomingMail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails that arrived; changed within the caller's transaction. */
@Repository
class IncomingRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    IncomingRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes a mail down; empty where it was written down before. */
    Optional<IncomingId> add(IncomingMail mail, Finding finding) {
        var from = mail.from();
        int added = jdbc.sql("""
                        insert into incoming_mail (mail_key, message_id, client_id, answers, from_address, from_name,
                            reply_to, subject, text, kind, known_sender, cut_off, arrived_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (mail_key) do nothing""")
                .param(mail.key())
                .param(mail.messageId())
                .param(finding.client() == null ? null : finding.client().value())
                .param(finding.answers())
                .param(from == null ? null : from.address())
                .param(from == null ? null : from.name())
                .param(mail.replyTo() == null ? null : mail.replyTo().address())
                .param(mail.subject())
                .param(mail.text())
                .param(finding.kind().name())
                .param(finding.isKnownSender())
                .param(mail.cutOff())
                .param(clock.millis())
                .param(finding.state().name())
                .update();
        return added == 0 ? Optional.empty() : Optional.of(added(mail, finding.client() != null));
    }

    /** The files of those whom nobody knows are only named. */
    private IncomingId added(IncomingMail mail, boolean keep) {
        var id = jdbc.sql("select id from incoming_mail where mail_key = ?")
                .param(mail.key())
                .query((row, number) -> new IncomingId(row.getLong(1)))
                .single();
        for (int number = 0; number < mail.attachments().size(); number++) {
            attach(id, number, mail.attachments().get(number), keep);
        }
        return id;
    }

    private void attach(IncomingId id, int number, IncomingAttachment file, boolean keep) {
        jdbc.sql("""
                insert into incoming_attachment (incoming_mail_id, number, name, type, size, content)
                values (?, ?, ?, ?, ?, ?)""")
                .param(id.value())
                .param(number)
                .param(file.name())
                .param(file.type())
                .param(file.size())
                .param(keep ? file.content() : null)
                .update();
    }

    Optional<Incoming> find(IncomingId id) {
        return jdbc.sql("select * from incoming_mail where id = ?")
                .param(id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /**
     * Sees to a mail that waits; whether it was the caller's to see to.
     *
     * @param by empty where it ends by itself
     */
    boolean settle(IncomingId id, State state, @Nullable ColleagueId by) {
        return jdbc.sql("""
                        update incoming_mail set state = ?, settled_by = ?, settled_at = ?
                        where id = ? and state = 'WAITING'""")
                        .param(state.name())
                        .param(by == null ? null : by.value())
                        .param(clock.millis())
                        .param(id.value())
                        .update()
                == 1;
    }

    /** What was to settle it did not come about. */
    void reopen(IncomingId id) {
        jdbc.sql("""
                update incoming_mail set state = 'WAITING', settled_by = null, settled_at = null
                where id = ? and state = 'ANSWERED'""").param(id.value()).update();
    }

    Set<ClientId> waiting() {
        return jdbc.sql("""
                        select distinct client_id from incoming_mail
                        where state = 'WAITING' and kind in ('REPLY', 'UNREADABLE') and client_id is not null""")
                .query((row, number) -> new ClientId(row.getLong(1)))
                .set();
    }

    List<Incoming> waitingOf(ClientId client) {
        return jdbc.sql("""
                        select * from incoming_mail
                        where state = 'WAITING' and kind in ('REPLY', 'UNREADABLE') and client_id = ? order by id""")
                .param(client.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** The reports that wait for a person and are about letters: answers go to whom nobody has in a book. */
    List<Incoming> bouncedLetters() {
        return jdbc.sql("""
                        select * from incoming_mail where state = 'WAITING' and kind = 'BOUNCE'
                        and answers in (select message_id from outgoing_mail where kind <> 'REPLY') order by id""").query((row, number) -> read(row)).list();
    }

    /** What belongs to no client, came before this moment and waits still. */
    List<IncomingId> ofStrangersBefore(Instant moment) {
        return jdbc.sql("""
                        select id from incoming_mail
                        where state = 'WAITING' and kind = 'UNKNOWN_SENDER' and arrived_at < ? order by id""")
                .param(moment.toEpochMilli())
                .query((row, number) -> new IncomingId(row.getLong(1)))
                .list();
    }

    /** Those that wait for a person, the first one first. */
    List<IncomingId> waitingForAPerson(long after, int limit) {
        return jdbc.sql("select id from incoming_mail where state = 'WAITING' and id > ? order by id limit ?")
                .params(after, limit)
                .query((row, number) -> new IncomingId(row.getLong(1)))
                .list();
    }

    /** The files of a mail that are here with all that is in them. */
    List<KeptFile> kept(IncomingId id) {
        return jdbc.sql("""
                        select name, content from incoming_attachment
                        where incoming_mail_id = ? and content is not null order by number""")
                .param(id.value())
                .query((row, number) -> new KeptFile(row.getString(1), row.getBytes(2)))
                .list();
    }

    private List<Attached> attachments(long id) {
        return jdbc.sql("""
                        select name, type, size, content is not null as kept from incoming_attachment
                        where incoming_mail_id = ? order by number""")
                .param(id)
                .query((row, number) ->
                        new Attached(row.getString(1), row.getString(2), row.getLong(3), row.getBoolean(4)))
                .list();
    }

    private Incoming read(ResultSet row) throws SQLException {
        var client = number(row, "client_id");
        var settledBy = number(row, "settled_by");
        var settledAt = number(row, "settled_at");
        return new Incoming(
                new IncomingId(row.getLong("id")),
                row.getString("message_id"),
                client == null ? null : new ClientId(client),
                row.getString("answers"),
                row.getString("from_address"),
                row.getString("from_name"),
                row.getString("reply_to"),
                row.getString("subject"),
                row.getString("text"),
                Kind.valueOf(row.getString("kind")),
                row.getBoolean("known_sender"),
                row.getBoolean("cut_off"),
                Instant.ofEpochMilli(row.getLong("arrived_at")),
                State.valueOf(row.getString("state")),
                settledBy == null ? null : new ColleagueId(settledBy),
                settledAt == null ? null : Instant.ofEpochMilli(settledAt),
                attachments(row.getLong("id")));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
