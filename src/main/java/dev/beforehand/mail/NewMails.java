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
 * times; then only what is known of it is, and the others have their turn.
 */
final class NewMails {

    private static final Logger log = LoggerFactory.getLogger(NewMails.class);
    private static final int TRIES = 6;
    /** A connection that broke over the same mail so often, with longer and longer waits between, breaks because of it. */
    private static final int BROKEN_CONNECTIONS = 20;

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
            handOn(mailbox, position.uidValidity(), uid);
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

    private void handOn(ImapMailbox mailbox, long validity, long uid)
            throws MessagingException, IOException, InterruptedException {
        while (true) {
            int attempt = tries.merge(uid, 1, Integer::sum);
            try {
                var message = mailbox.read(uid, (int) settings.largest().toBytes());
                if (message.isPresent()) {
                    hand(reader.read(message.get().bytes(), message.get().cutOff()));
                }
                return;
            } catch (MessagingException | IOException e) {
                if (attempt < (mailbox.isOpen() ? TRIES : BROKEN_CONNECTIONS)) {
                    throw e;
                }
                giveUp(mailbox, validity, uid, e);
                return;
            } catch (RuntimeException | Error e) {
                // An error, too: one mail for which there is no memory must not end the reading of all others.
                if (attempt >= TRIES) {
                    giveUp(mailbox, validity, uid, e);
                    return;
                }
                Thread.sleep(firstWait.multipliedBy(1L << (attempt - 1)));
            }
        }
    }

    private void hand(IncomingMail mail) throws InterruptedException {
        handling.lockInterruptibly();
        try {
            handler.arrived(mail);
        } finally {
            handling.unlock();
        }
    }

    /**
     * Hands on what is known of the mail, for a person to look at it. Where not even that is taken, it is not the mail's
     * fault, and it is tried from the beginning after a while.
     */
    private void giveUp(ImapMailbox mailbox, long validity, long uid, Throwable why) throws InterruptedException {
        tries.remove(uid);
        hand(reader.unreadable(head(mailbox, uid), settings.mailbox() + "/" + validity + "/" + uid));
        // What a database says of a row that it does not take may hold the mail itself.
        log.error(
                "The mail with UID {} in the folder {} could not be handled in {} tries ({}). It stays there, and its card in"
                        + " Slack says so.",
                uid,
                settings.folder(),
                TRIES,
                why.getClass().getName());
        log.debug("The mail with UID {} could not be handled.", uid, why);
    }

    private static byte[] head(ImapMailbox mailbox, long uid) {
        try {
            return mailbox.head(uid);
        } catch (MessagingException | RuntimeException e) {
            return new byte[0];
        }
    }
}
