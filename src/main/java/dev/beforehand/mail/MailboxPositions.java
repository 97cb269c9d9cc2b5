package dev.beforehand.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How far each mailbox was read. Of several processes that read one, each takes note of what the others have read. */
@Repository
class MailboxPositions {

    private final JdbcClient jdbc;
    private final Clock clock;

    MailboxPositions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param uidValidity for which the UID means something; a mailbox that was set up anew has another one
     * @param lastUid of the last mail that was handled
     * @param movedAt when that was
     */
    record Position(long uidValidity, long lastUid, Instant movedAt) {}

    Optional<Position> find(String mailbox) {
        return jdbc.sql("select uid_validity, last_uid, moved_at from mailbox_position where mailbox = ?")
                .param(mailbox)
                .query((row, number) ->
                        new Position(row.getLong(1), row.getLong(2), Instant.ofEpochMilli(row.getLong(3))))
                .optional();
    }

    /** Begins to read a mailbox after the mail with this UID. */
    @Transactional
    public void begin(String mailbox, long uidValidity, long lastUid) {
        jdbc.sql("""
                insert into mailbox_position (mailbox, uid_validity, last_uid, moved_at) values (?, ?, ?, ?)
                on conflict (mailbox) do update set
                    uid_validity = excluded.uid_validity, last_uid = excluded.last_uid, moved_at = excluded.moved_at
                where mailbox_position.uid_validity <> excluded.uid_validity""").params(mailbox, uidValidity, lastUid, clock.millis()).update();
    }

    /** Takes note that the mail was handled; one that lies before is none the less. */
    @Transactional
    public void passed(String mailbox, long uidValidity, long uid) {
        jdbc.sql("update mailbox_position set last_uid = ?, moved_at = ?"
                        + " where mailbox = ? and uid_validity = ? and last_uid < ?")
                .params(uid, clock.millis(), mailbox, uidValidity, uid)
                .update();
    }
}
