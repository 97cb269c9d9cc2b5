package dev.beforehand.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.imap.ImapServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.mail.IncomingMail.Kind;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@OnSqlite
@Import(MailboxPositions.class)
@ExtendWith(OutputCaptureExtension.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class InboxTests {

    private static final String USER = "replies@acme.example";

    @Autowired
    MailboxPositions positions;

    @Autowired
    JdbcClient jdbc;

    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final List<IncomingMail> whole = new CopyOnWriteArrayList<>();
    private final List<Object> told = new CopyOnWriteArrayList<>();
    private Clock clock = Clock.systemUTC();
    private IncomingMailHandler handler = this::arrive;
    private GreenMail server;
    private Inbox inbox;

    @BeforeEach
    void aServer() {
        jdbc.sql("delete from mailbox_position").update();
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(TestSocketUtils.findAvailableTcpPort(), "localhost", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(TestSocketUtils.findAvailableTcpPort(), "localhost", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        server.setUser(USER, USER, "secret");
    }

    @AfterEach
    void end() throws InterruptedException {
        if (inbox != null) {
            inbox.stop();
        }
        server.stop();
    }

    @Test
    void whatArrivesIsHandedOnWithinMomentsInTheOrderOfItsArrival() throws MessagingException {
        send("before anybody read it");
        read(port(), "29m");

        for (int i = 1; i <= 20; i++) {
            send("mail " + i);
        }

        await().untilAsserted(() -> assertThat(arrived).hasSize(20));
        assertThat(arrived.getFirst()).isEqualTo("mail 1");
        assertThat(arrived.getLast()).isEqualTo("mail 20");
        send("one more");
        await().untilAsserted(() -> assertThat(arrived).contains("one more"));
    }

    @Test
    void aServerThatTellsNothingIsAskedNowAndThen() throws MessagingException, IOException {
        try (var deaf = new ImapProxy(port())) {
            deaf.swallowNews();
            read(deaf.port(), "1s");

            send("unheard of");

            await().untilAsserted(() -> assertThat(arrived).containsExactly("unheard of"));
            assertThat(deaf.connections()).isEqualTo(1);
        }
    }

    @Test
    void aMailIsHandledOnceWhateverRestarts() throws MessagingException, InterruptedException {
        read(port(), "29m");
        send("first");
        await().untilAsserted(() -> assertThat(arrived).containsExactly("first"));
        inbox.stop();
        send("meanwhile");

        read(port(), "29m");
        send("last");

        await().untilAsserted(() -> assertThat(arrived).containsExactly("first", "meanwhile", "last"));
    }

    @Test
    void whatCameMeanwhileIsKnownWhenTheStartIsOver() throws MessagingException, InterruptedException {
        read(port(), "29m");
        inbox.stop();
        send("meanwhile");

        read(port(), "29m");

        assertThat(arrived).containsExactly("meanwhile");
    }

    @Test
    void aServerThatIsAwayDoesNotHoldUpTheStart() throws IOException, InterruptedException {
        try (var line = new ImapProxy(port())) {
            line.goAway();
            var start = System.nanoTime();

            reading(line.port(), "29m").start();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void aLostConnectionIsOpenedAgainWithOneWarning(CapturedOutput output) throws MessagingException, IOException {
        try (var line = new ImapProxy(port())) {
            read(line.port(), "29m");
            send("first");
            await().untilAsserted(() -> assertThat(arrived).containsExactly("first"));

            line.goAway();
            send("while it was away");
            await().until(() -> line.refused() >= 3);
            line.comeBack();

            await().untilAsserted(() -> assertThat(arrived).containsExactly("first", "while it was away"));
            await().untilAsserted(() -> assertThat(output).contains("can be read again"));
            assertThat(output.getOut().split("cannot be read, which is tried again", -1))
                    .hasSize(2);
            assertThat(output).doesNotContain("secret");
        }
    }

    @Test
    void anInboxWhosePasswordHasChangedIsToldOfUntilItIsRight() throws InterruptedException {
        clock = mock(Clock.class);
        var minutes = new AtomicInteger();
        when(clock.instant()).thenAnswer(call -> Instant.EPOCH.plus(Duration.ofMinutes(minutes.addAndGet(25))));
        server.setUser(USER, USER, "changed");
        reading(port(), "1s").start();

        await().untilAsserted(() -> assertThat(told).singleElement().isInstanceOf(InboxUnreadable.class));
        assertThat(((InboxUnreadable) told.getFirst()).reason()).containsIgnoringCase("login");
        assertThat(((InboxUnreadable) told.getFirst()).since()).isEqualTo(Instant.EPOCH.plus(Duration.ofMinutes(25)));

        server.setUser(USER, USER, "secret");
        await().untilAsserted(() -> assertThat(told).hasSize(2));
        assertThat(told.getLast()).isEqualTo(new InboxReadable("localhost"));
    }

    @Test
    void aMailThatCannotBeHandledIsTriedAgainAndThenShownAsThat(CapturedOutput output) throws MessagingException {
        var tries = new AtomicInteger();
        handler = mail -> {
            if (mail.kind() == Kind.HUMAN
                    && (mail.subject().equals("poison")
                            || mail.subject().equals("hiccup") && tries.incrementAndGet() < 3)) {
                throw new IllegalStateException("on purpose");
            }
            arrive(mail);
        };
        read(port(), "29m");

        send("hiccup");
        send("poison");
        send("fine");

        await().untilAsserted(() -> assertThat(arrived).containsExactly("hiccup", "poison, unreadable", "fine"));
        assertThat(whole.get(1).from()).isEqualTo(new MailAddress("jo@kestrel.example", null));
        assertThat(whole.get(1).messageId()).isNotNull();
        assertThat(output).contains("could not be handled in 6 tries").doesNotContain("kestrel");
    }

    @Test
    void aMailForWhichThereIsNoMemoryDoesNotEndTheInbox() throws MessagingException {
        handler = mail -> {
            if (mail.kind() == Kind.HUMAN && mail.subject().equals("huge")) {
                throw new OutOfMemoryError("on purpose");
            }
            arrive(mail);
        };
        read(port(), "29m");

        send("huge");
        send("fine");

        await().untilAsserted(() -> assertThat(arrived).containsExactly("huge, unreadable", "fine"));
    }

    @Test
    void aDatabaseThatIsAwayIsNoFaultOfTheMail() throws MessagingException {
        var failures = new AtomicInteger();
        handler = mail -> {
            if (failures.incrementAndGet() <= 16) {
                throw new IllegalStateException("away");
            }
            arrive(mail);
        };
        read(port(), "29m");

        send("a reply");

        await().untilAsserted(() -> assertThat(arrived).containsExactly("a reply"));
        assertThat(failures.get()).isEqualTo(17);
    }

    @Test
    void aMailOfWhichTheServerGivesNothingIsShownAsThat() throws MessagingException, IOException {
        try (var line = new ImapProxy(port())) {
            line.giveNothing();
            read(line.port(), "29m");

            send("empty");

            await().untilAsserted(() -> assertThat(arrived).containsExactly("empty, unreadable"));
        }
    }

    @Test
    void aServerThatHangsUpOnWhoeverWaitsIsAskedLessAndLessOften(CapturedOutput output)
            throws MessagingException, IOException {
        try (var line = new ImapProxy(port())) {
            line.hangUpOnWaiting();
            read(line.port(), "29m");
            send("first");
            await().untilAsserted(() -> assertThat(arrived).containsExactly("first"));

            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            assertThat(line.connections()).isBetween(5, 10);
            send("second");
            await().untilAsserted(() -> assertThat(arrived).containsExactly("first", "second"));
            assertThat(output.getOut().split("cannot be read, which is tried again", -1))
                    .hasSize(2);
        }
    }

    @Test
    void aServerThatCannotTellNewsIsAskedForThem() throws MessagingException, IOException {
        try (var line = new ImapProxy(port())) {
            line.forgetIdle();
            read(line.port(), "1s");

            send("first");
            await().untilAsserted(() -> assertThat(arrived).containsExactly("first"));
            send("second");
            await().untilAsserted(() -> assertThat(arrived).containsExactly("first", "second"));
            assertThat(line.idles()).isZero();
            assertThat(line.connections()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatIsRestartedLosesNothingAndRepeatsNothing() throws MessagingException {
        read(port(), "29m");
        send("before");
        await().untilAsserted(() -> assertThat(arrived).containsExactly("before"));
        server.getImap().stopService();
        send("while it was away");

        var restarted = new ImapServer(server.getImap().getServerSetup(), server.getManagers());
        try {
            restarted.startService();
            send("after");
            await().untilAsserted(() -> assertThat(arrived).containsExactly("before", "while it was away", "after"));
        } finally {
            restarted.stopService();
        }
    }

    @Test
    void aMailboxThatWasSetUpAnewIsReadAgain() throws MessagingException, InterruptedException {
        read(port(), "29m");
        send("first");
        await().untilAsserted(() -> assertThat(arrived).containsExactly("first"));
        inbox.stop();
        jdbc.sql("update mailbox_position set uid_validity = uid_validity - 1, last_uid = 99, moved_at = 0")
                .update();

        read(port(), "29m");

        await().untilAsserted(() -> assertThat(arrived).containsExactly("first", "first"));
    }

    @Test
    void ofAMailOf50MegabytesOnlyTheBeginningIsRead() throws MessagingException, IOException {
        var sizes = new CopyOnWriteArrayList<Integer>();
        handler = mail -> {
            assertThat(mail.cutOff()).isEqualTo(mail.subject().equals("large"));
            sizes.add(mail.text().length());
        };
        try (var line = new ImapProxy(port())) {
            read(line.port(), "29m");

            send("large", "We pay on Friday. ".repeat(50 * 1024 * 1024 / 18));
            send("small");

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(sizes).hasSize(2));
            assertThat(sizes.getFirst()).isEqualTo(100_000);
            assertThat(line.told()).isLessThan(2 * 1024 * 1024);
        }
    }

    @Test
    void stoppingIsQuickWhileNothingArrives() throws InterruptedException {
        read(port(), "29m");
        await().until(() -> server.getImap().getServerSetup() != null
                && positions.find(mailbox()).isPresent());

        var start = System.nanoTime();
        inbox.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private void arrive(IncomingMail mail) {
        whole.add(mail);
        arrived.add(mail.subject() + (mail.kind() == Kind.UNREADABLE ? ", unreadable" : ""));
    }

    private String mailbox() {
        return USER + "@localhost:" + port() + "/INBOX";
    }

    private int port() {
        return server.getImap().getPort();
    }

    private Inbox reading(int port, String poll) {
        var values = new HashMap<>(Map.of(
                "host",
                "localhost",
                "port",
                "" + port,
                "tls",
                "false",
                "user",
                USER,
                "password",
                "secret",
                "poll",
                poll));
        values.put("largest", "1MB");
        values.put("attachments", "100KB");
        var settings = InboxSettingsTests.settings(values);
        inbox = new Inbox(
                settings,
                positions,
                new InboxWatch(settings, told::add, clock),
                mail -> handler.arrived(mail),
                Duration.ofMillis(10));
        return inbox;
    }

    private void read(int port, String poll) {
        reading(port, poll);
        try {
            inbox.start();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        await().until(() -> jdbc.sql("select count(*) from mailbox_position where mailbox like ?")
                        .param("%:" + port + "/%")
                        .query(Integer.class)
                        .single()
                == 1);
    }

    private void send(String subject) throws MessagingException {
        send(subject, "Hello");
    }

    private void send(String subject, String text) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "localhost");
        properties.setProperty("mail.smtp.port", "" + server.getSmtp().getPort());
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("jo@kestrel.example");
        message.setRecipient(RecipientType.TO, new InternetAddress(USER));
        message.setSubject(subject);
        message.setText(text);
        Transport.send(message);
    }
}
