package dev.beforehand.mail;

import dev.beforehand.mail.Delivery.Accepted;
import dev.beforehand.mail.Delivery.Later;
import dev.beforehand.mail.Delivery.Refused;
import dev.beforehand.mail.Delivery.Unreachable;
import dev.beforehand.mail.OutgoingMail.Parties;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.util.StreamProvider;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A few connections to the mail server, kept open between letters. Each carries one letter at a time; who finds all of
 * them busy waits. What was kept may have been closed by the server meanwhile: a letter that meets such a connection gets
 * one fresh one, but never once it was handed over.
 */
final class SmtpConnections implements AutoCloseable {

    static {
        // Otherwise the class path is searched for it with every part of every letter.
        if (System.getProperty(StreamProvider.class.getName()) == null) {
            System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
        }
    }

    private static final String SMTP = "mail.smtp.";

    private final JavaMailSenderImpl server;
    private final Session session;
    private final String protocol;
    private final Semaphore free;
    private final Duration patience;
    private final Executor later;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private boolean sweeping;
    private boolean closed;

    private record Idle(Transport connection, long since) {}

    /**
     * @param most open at a time
     * @param patience how long an idle one is kept
     */
    SmtpConnections(JavaMailSenderImpl server, int most, Duration patience) {
        this.server = server;
        this.session = server.getSession();
        this.protocol = protocol(server);
        this.free = new Semaphore(most, true);
        this.patience = patience;
        this.later = CompletableFuture.delayedExecutor(
                patience.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
        session.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(SMTP))
                .forEach(name -> set(name.substring(SMTP.length()), session.getProperty(name)));
        // A letter goes to all of its recipients or to none: half a delivery has no name.
        session.getProperties().put("mail." + protocol + ".sendpartial", "false");
        set("quitwait", "false");
    }

    /** Settings are written for {@code smtp}; what sends by {@code smtps} reads only those of its own name. */
    private void set(String name, String value) {
        session.getProperties().putIfAbsent("mail." + protocol + "." + name, value);
    }

    private static String protocol(JavaMailSenderImpl server) {
        var set = server.getProtocol();
        return set != null
                ? set
                : server.getSession()
                        .getProperties()
                        .getProperty("mail.transport.protocol", JavaMailSenderImpl.DEFAULT_PROTOCOL);
    }

    /** @param latest when it may be handed over at the latest, by {@link System#nanoTime()} */
    Delivery send(OutgoingMail mail, long latest) {
        return send(MimeLetter.of(session, mail, latest), mail.parties());
    }

    private Delivery send(MimeLetter letter, Parties parties) {
        free.acquireUninterruptibly();
        try {
            var kept = kept();
            if (kept != null) {
                var delivery = send(letter, parties, kept);
                if (letter.wasHandedOver() || !(delivery instanceof Unreachable)) {
                    return delivery;
                }
            }
            return send(letter, parties, open());
        } catch (MessagingException e) {
            return SmtpAnswer.of(e).about(parties);
        } finally {
            free.release();
        }
    }

    private Delivery send(MimeLetter letter, Parties parties, Transport connection) throws MessagingException {
        var usable = false;
        try {
            var delivery = delivery(letter, parties, connection);
            usable = delivery instanceof Accepted || delivery instanceof Refused || delivery instanceof Later;
            return delivery;
        } finally {
            if (usable) {
                keep(connection);
            } else {
                close(connection);
            }
        }
    }

    private static Delivery delivery(MimeLetter letter, Parties parties, Transport connection) {
        try {
            connection.sendMessage(letter, letter.getAllRecipients());
            return new Accepted();
        } catch (MessagingException | IllegalStateException e) {
            return SmtpAnswer.of(e, letter.wasHandedOver()).about(parties);
        }
    }

    private Transport open() throws MessagingException {
        var connection = session.getTransport(protocol);
        connection.connect(
                server.getHost(), server.getPort(), orNull(server.getUsername()), orNull(server.getPassword()));
        return connection;
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private synchronized @Nullable Transport kept() {
        var last = idle.pollLast();
        return last == null ? null : last.connection();
    }

    private void keep(Transport connection) {
        synchronized (this) {
            if (!closed) {
                idle.addLast(new Idle(connection, System.nanoTime()));
                sweepLater();
                return;
            }
        }
        close(connection);
    }

    private synchronized void sweepLater() {
        if (!sweeping && !idle.isEmpty()) {
            sweeping = true;
            later.execute(this::sweep);
        }
    }

    /** Closes those that were not used for a while. */
    private void sweep() {
        List<Idle> old = new ArrayList<>();
        synchronized (this) {
            while (!idle.isEmpty() && System.nanoTime() - idle.peekFirst().since() >= patience.toNanos()) {
                old.add(idle.pollFirst());
            }
            sweeping = false;
            sweepLater();
        }
        old.forEach(each -> close(each.connection()));
    }

    @Override
    public void close() {
        List<Idle> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(idle);
            idle.clear();
        }
        left.forEach(each -> close(each.connection()));
    }

    private static void close(Transport connection) {
        try {
            connection.close();
        } catch (MessagingException e) {
            // What mattered was said before.
        }
    }
}
