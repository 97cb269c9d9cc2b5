package dev.beforehand.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads what arrives as long as Beforehand runs, and connects again whenever the server was away. Several processes may
 * read the same mailbox: whoever takes the mails sees to it that each counts once.
 */
@Component
@EnableConfigurationProperties(InboxSettings.class)
class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    /** For so many times the first wait a connection has to last before an outage is over. */
    private static final int PROBATION = 60;

    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    /** What came while Beforehand was away is known before the letters leave that were missed meanwhile. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(20);

    private final InboxSettings settings;
    private final Duration firstWait;
    private final InboxWatch watch;
    private final @Nullable NewMails news;
    private final ReentrantLock handling = new ReentrantLock();
    private final CountDownLatch firstLook = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    @Autowired
    Inbox(
            InboxSettings settings,
            MailboxPositions positions,
            InboxWatch watch,
            ObjectProvider<IncomingMailHandler> handler) {
        this(settings, positions, watch, handler.getIfAvailable(), FIRST_WAIT);
    }

    /** @param firstWait before something that failed is tried again; later waits are longer */
    Inbox(
            InboxSettings settings,
            MailboxPositions positions,
            InboxWatch watch,
            @Nullable IncomingMailHandler handler,
            Duration firstWait) {
        this.settings = settings;
        this.firstWait = firstWait;
        this.watch = watch;
        this.news = handler == null ? null : new NewMails(settings, positions, handler, handling, firstWait);
    }

    /** Returns when the mailbox was read once, or could not be, or holds very much. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE + 100)
    void start() throws InterruptedException {
        if (settings.isOn() && news != null && thread == null) {
            thread = Thread.ofVirtual().name("inbox").unstarted(() -> keepReading(news));
            thread.start();
            if (!firstLook.await(FIRST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                log.info("The inbox at {} is still being read.", settings.host());
            }
        }
    }

    /** Lets the mail at hand be handled before the interrupt, which closes whatever connection is waited for. */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        var reading = thread;
        if (reading == null) {
            return;
        }
        thread = null;
        boolean idle = handling.tryLock(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        reading.interrupt();
        if (idle) {
            handling.unlock();
        }
        reading.join(LAST_WORDS);
    }

    private boolean isRunning() {
        return thread == Thread.currentThread();
    }

    private void keepReading(NewMails news) {
        var outage = new Outage();
        while (isRunning()) {
            try (var mailbox = ImapMailbox.open(settings)) {
                read(mailbox, news);
                firstLook.countDown();
                // A server that hangs up on whoever waits for news can be read all the same, but is not back.
                mailbox.awaitNews(shorter(firstWait.multipliedBy(PROBATION), settings.poll()));
                outage.isOver();
                // Looked at each time: what runs while a mail is handled may have swallowed the interrupt.
                while (isRunning()) {
                    read(mailbox, news);
                    mailbox.awaitNews(settings.poll());
                }
            } catch (MessagingException | IOException | RuntimeException | Error e) {
                outage.goesOn(e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void read(ImapMailbox mailbox, NewMails news) throws MessagingException, IOException, InterruptedException {
        news.handOn(mailbox, this::isRunning);
        watch.readable();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** One warning for each, however long it lasts. */
    private final class Outage {

        private @Nullable Duration wait;

        void goesOn(Throwable why) {
            firstLook.countDown();
            if (!isRunning()) {
                return;
            }
            if (wait == null) {
                log.warn(
                        "The inbox at {} cannot be read, which is tried again until it can: {}",
                        settings.host(),
                        reason(why));
            }
            log.debug("The inbox cannot be read.", why);
            watch.unreadable(reason(why));
            wait = wait == null ? firstWait : shorter(wait.multipliedBy(2), LONGEST_WAIT);
            pause(wait);
        }

        void isOver() {
            if (wait != null) {
                log.info("The inbox at {} can be read again.", settings.host());
                wait = null;
            }
        }

        /** What a database says may hold a mail. */
        private static String reason(Throwable why) {
            return (why instanceof MessagingException || why instanceof IOException) && why.getMessage() != null
                    ? why.getMessage()
                    : why.getClass().getName();
        }

        private void pause(Duration time) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
