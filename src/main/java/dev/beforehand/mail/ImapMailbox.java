package dev.beforehand.mail;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** An open connection to a mailbox, which is only read: nothing in it is changed. Used by one thread. */
final class ImapMailbox implements AutoCloseable {

    private static final String CONNECT_TIMEOUT = "10000";
    private static final String ANSWER_TIMEOUT = "60000";
    private static final String AT_ONCE = "262144";

    private final IMAPStore store;
    private final IMAPFolder folder;
    private final boolean canIdle;
    private int known;

    private ImapMailbox(IMAPStore store, IMAPFolder folder, boolean canIdle) {
        this.store = store;
        this.folder = folder;
        this.canIdle = canIdle;
    }

    static ImapMailbox open(InboxSettings settings) throws MessagingException {
        var protocol = settings.tls() ? "imaps" : "imap";
        var store = (IMAPStore) Session.getInstance(properties(protocol)).getStore(protocol);
        try {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            // Asked later, it would take a second connection.
            boolean canIdle = store.hasCapability("IDLE");
            var folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_ONLY);
            return new ImapMailbox(store, folder, canIdle);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Properties properties(String protocol) {
        var properties = new Properties();
        properties.setProperty("mail." + protocol + ".connectiontimeout", CONNECT_TIMEOUT);
        properties.setProperty("mail." + protocol + ".timeout", ANSWER_TIMEOUT);
        properties.setProperty("mail." + protocol + ".writetimeout", ANSWER_TIMEOUT);
        properties.setProperty("mail." + protocol + ".fetchsize", AT_ONCE);
        properties.setProperty("mail." + protocol + ".peek", "true");
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        return properties;
    }

    /** While it stays the same, so do the UIDs. */
    long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** The UID of the last mail that has arrived; 0 where none ever has. */
    long lastUid() throws MessagingException {
        long next = folder.getUIDNext();
        if (next > 0) {
            return next - 1;
        }
        int count = folder.getMessageCount();
        return count == 0 ? 0 : folder.getUID(folder.getMessage(count));
    }

    /** The UID of the last mail that arrived some days before this moment, by the server's clock. */
    long lastUidBefore(Instant moment) throws MessagingException {
        var around = Date.from(moment.minus(Duration.ofDays(2)));
        long first = Long.MAX_VALUE;
        for (var message : folder.search(new ReceivedDateTerm(ComparisonTerm.GE, around))) {
            first = Math.min(first, folder.getUID(message));
        }
        return first == Long.MAX_VALUE ? lastUid() : first - 1;
    }

    /** The UIDs after this one, ascending. */
    List<Long> uidsAfter(long uid) throws MessagingException {
        known = folder.getMessageCount();
        if (known == 0) {
            return List.of();
        }
        var uids = new ArrayList<Long>();
        for (var message : folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID)) {
            uids.add(folder.getUID(message));
        }
        // A server answers with the last mail even where its UID is smaller.
        uids.removeIf(found -> found <= uid);
        uids.sort(Comparator.naturalOrder());
        return uids;
    }

    /** The bytes of a message, or as many of them as were asked for. */
    record Read(byte[] bytes, boolean cutOff) {}

    /** Reads a message without marking it as read; empty where it was deleted meanwhile. */
    Optional<Read> read(long uid, int most) throws MessagingException, IOException {
        Message message = folder.getMessageByUID(uid);
        if (message == null) {
            return Optional.empty();
        }
        try (var in = ((IMAPMessage) message).getMimeStream()) {
            var bytes = in.readNBytes(most + 1);
            if (bytes.length == 0) {
                throw new IOException("The server has a message there and gives nothing of it.");
            }
            return Optional.of(
                    bytes.length > most ? new Read(Arrays.copyOf(bytes, most), true) : new Read(bytes, false));
        }
    }

    /** Of a message only its head, as the server tells it; nothing where it does not. */
    byte[] head(long uid) throws MessagingException {
        var message = folder.getMessageByUID(uid);
        if (message == null) {
            return new byte[0];
        }
        var lines = Collections.list(((IMAPMessage) message).getAllHeaderLines());
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the connection stands still. */
    boolean isOpen() {
        return folder.isOpen();
    }

    /** Returns when the server tells of something new, and after this time at the latest. */
    void awaitNews(Duration longest) throws MessagingException, InterruptedException {
        if (folder.getMessageCount() != known) {
            return;
        }
        if (!canIdle) {
            TimeUnit.MILLISECONDS.sleep(longest.toMillis());
            return;
        }
        var over = new CountDownLatch(1);
        Thread.ofVirtual().name("inbox-alarm").start(() -> wake(over, longest));
        try {
            folder.idle(true);
        } finally {
            over.countDown();
        }
    }

    /** Any other command ends IDLE. Not by an interrupt: that closes the connection. */
    private void wake(CountDownLatch over, Duration after) {
        try {
            if (!over.await(after.toMillis(), TimeUnit.MILLISECONDS)) {
                folder.doCommand(protocol -> {
                    protocol.noop();
                    return null;
                });
            }
        } catch (MessagingException e) {
            // The reader's own next command fails as well, and it says so.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }
}
