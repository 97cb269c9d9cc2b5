package dev.beforehand.mail;

import dev.beforehand.mail.MailboxPositions.Position;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands on what is new in a mailbox, mail by mail in the order of arrival. A mail that cannot be handed on is tried some
 * times; then the others have their turn, and it stays in the mailbox.
 */
final class NewMails {

    private static final Logger log = LoggerFactory.getLogger(NewMails.class);
    private static final int TRIES = 6;

    private final InboxSettings settings;
    private final MailboxPositions positions;
    private final IncomingMailHandler handler;
    private final Lock handling;
    private final Duration firstWait;
    private final IncomingMailReader reader;
    private final Map<Long, Integer> tries = new HashMap<>();

    /**
     * @param handling held while a mail is handled
     * @param firstWait before the second try; each later one waits twice as long
     */
    NewMails(
            InboxSettings settings,
            MailboxPositions positions,
            IncomingMailHandler handler,
            Lock handling,
            Duration firstWait) {
        this.settings = settings;
        this.positions = positions;
        this.handler = handler;
        this.handling = handling;
        this.firstWait = firstWait;
        this.reader = new IncomingMailReader(settings.attachments().toBytes());
    }

    /** @param goesOn whether there is to be another one */
    void handOn(ImapMailbox mailbox, BooleanSupplier goesOn)
            throws MessagingException, IOException, InterruptedException {
        var position = position(mailbox);
        for (long uid : mailbox.uidsAfter(position.lastUid())) {
            if (!goesOn.getAsBoolean()) {
                return;
            }
            handOn(mailbox, uid);
            tries.remove(uid);
            positions.passed(settings.mailbox(), position.uidValidity(), uid);
        }
    }

    /**
     * A mailbox that nobody has read yet is read from now on. One that was set up anew is read from some days before its
     * last mail was read: what was handled is known.
     */
    private Position position(ImapMailbox mailbox) throws MessagingException {
        long validity = mailbox.uidValidity();
        var known = positions.find(settings.mailbox());
        if (known.isPresent() && known.get().uidValidity() == validity) {
            return known.get();
        }
        tries.clear();
        long last = known.isEmpty()
                ? mailbox.lastUid()
                : mailbox.lastUidBefore(known.get().movedAt());
        positions.begin(settings.mailbox(), validity, last);
        return positions.find(settings.mailbox()).orElseThrow();
    }

    private void handOn(ImapMailbox mailbox, long uid) throws MessagingException, IOException, InterruptedException {
        while (true) {
            int attempt = tries.merge(uid, 1, Integer::sum);
            try {
                handle(mailbox.read(uid, (int) settings.largest().toBytes()));
                return;
            } catch (MessagingException | IOException e) {
                if (attempt < TRIES) {
                    throw e;
                }
                giveUp(uid, e);
                return;
            } catch (RuntimeException e) {
                if (attempt >= TRIES) {
                    giveUp(uid, e);
                    return;
                }
                Thread.sleep(firstWait.multipliedBy(1L << (attempt - 1)));
            }
        }
    }

    private void handle(ImapMailbox.Read message) throws InterruptedException {
        if (message.bytes().length == 0) {
            return;
        }
        var mail = reader.read(message.bytes(), message.cutOff());
        handling.lockInterruptibly();
        try {
            handler.arrived(mail);
        } finally {
            handling.unlock();
        }
    }

    /** What a database says of a row that it does not take may hold the mail itself. */
    private void giveUp(long uid, Exception why) {
        log.error(
                "The mail with UID {} in the folder {} could not be handled in {} tries and is passed over ({}); it stays"
                        + " there. Please look at it yourself.",
                uid,
                settings.folder(),
                TRIES,
                why.getClass().getName());
        log.debug("The mail with UID {} could not be handled.", uid, why);
    }
}
