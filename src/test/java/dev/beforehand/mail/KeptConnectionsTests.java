package dev.beforehand.mail;

import static dev.beforehand.mail.ScriptedSmtpServer.DROP;
import static dev.beforehand.mail.ScriptedSmtpServer.HANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.beforehand.mail.Delivery.Accepted;
import dev.beforehand.mail.Delivery.Unknown;
import dev.beforehand.mail.Delivery.Unreachable;
import dev.beforehand.mail.ScriptedSmtpServer.Point;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class KeptConnectionsTests {

    private static final MailAddress SAM = new MailAddress("sam@kestrel.example", "Sam");

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private final Mailer mailer = MailerTests.mailer(server.port());

    KeptConnectionsTests() throws IOException {}

    @AfterEach
    void close() {
        mailer.close();
        server.close();
    }

    @Test
    void lettersFollowEachOtherOnOneConnection() {
        for (int i = 0; i < 3; i++) {
            assertThat(send()).isEqualTo(new Accepted());
        }

        assertThat(server.letters).hasSize(3);
        assertThat(server.connections).hasValue(1);
    }

    @Test
    void manyAtATimeShareAFewConnections() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = threads.invokeAll(Stream.<Callable<Delivery>>generate(() -> this::send)
                    .limit(100)
                    .toList());

            for (var each : sent) {
                assertThat(each.get()).isEqualTo(new Accepted());
            }
        }
        assertThat(server.letters).hasSize(100);
        assertThat(server.connections).hasValueBetween(1, 4);
    }

    @Test
    void aConnectionThatTheServerClosedIsReplaced() throws IOException {
        send();
        server.hangUp();

        assertThat(send()).isEqualTo(new Accepted());
        assertThat(server.letters).hasSize(2);
        assertThat(server.connections).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL,421 idle for too long",
        "MAIL,451 enough letters on this connection",
        "MAIL,hang",
        "RCPT,drop",
        "DATA,drop",
        "DATA,421 closing"
    })
    void aLetterThatWasNotHandedOverGetsAFreshConnection(Point point, String answer) {
        send();
        server.next(point, answer);

        assertThat(send()).isEqualTo(new Accepted());
        assertThat(server.letters).hasSize(2);
        assertThat(server.connections).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {DROP, HANG, "nonsense"})
    void aLetterThatWasHandedOverIsNeverTriedAgainAndItsConnectionIsThrownAway(String answer) {
        send();
        server.next(Point.CONTENT, answer);

        assertThat(send()).isInstanceOf(Unknown.class);
        assertThat(server.letters).hasSize(2);
        assertThat(server.connections).hasValue(1);

        assertThat(send()).isEqualTo(new Accepted());
        assertThat(server.connections).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({"RCPT,550 no such mailbox", "RCPT,450 greylisted", "DATA,554 no", "CONTENT,554 spam"})
    void aGoodLetterFollowsARefusedOneOnTheSameConnection(Point point, String answer) {
        server.next(point, answer);

        assertThat(send()).extracting("reason").asString().contains(answer);
        assertThat(send()).isEqualTo(new Accepted());
        assertThat(server.connections).hasValue(1);
    }

    @Test
    void whereTheFreshConnectionFailsTooTheServerIsUnreachable() {
        send();
        server.next(Point.MAIL, DROP, DROP);

        assertThat(send()).isInstanceOf(Unreachable.class);
        assertThat(server.connections).as("one more try, not many").hasValue(2);
    }

    @Test
    void whatNobodyUsesIsClosed() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(server.port());
        try (var connections = new SmtpConnections(sender, 2, Duration.ofMillis(50))) {
            var mail = MailerTests.mail();
            assertThat(connections.send(mail, soon())).isEqualTo(new Accepted());

            await().untilAtomic(server.open, is(0));

            assertThat(connections.send(mail, soon())).isEqualTo(new Accepted());
        }
        await().untilAtomic(server.open, is(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                       | 550 <sam@kestrel.example> gone | Refused",
                "450 jo@kestrel.example   | 550 <sam@kestrel.example> gone | Refused",
                "550 jo@kestrel.example   | ''                             | Refused",
                "''                       | 450 sam@kestrel.example        | Later",
                "450 jo@kestrel.example   | 450 sam@kestrel.example        | Later",
                "''                       | 421 closing                    | Unreachable"
            })
    void aLetterGoesToAllOfItsRecipientsOrToNone(String first, String second, String kind) {
        server.next(Point.RCPT, first, second);
        var willing = MailerTests.sender(server.port());
        willing.getJavaMailProperties().put("mail.smtp.sendpartial", "true");

        try (var connections = new SmtpConnections(willing, 1, Duration.ofMinutes(1))) {
            var delivery = connections.send(MailerTests.mail("<p>x</p>", SAM), soon());

            assertThat(delivery.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(delivery).extracting("reason").asString().doesNotContain("kestrel");
            assertThat(server.letters).isEmpty();
        }
    }

    @Test
    void aServerThatRestartsIsFoundAgain() {
        var setup = new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP);
        var first = new GreenMail(setup);
        first.start();
        int port = first.getSmtp().getPort();
        var mailer = MailerTests.mailer(port);
        var sent = new ArrayList<Delivery>();

        sent.add(mailer.send(MailerTests.mail(), MailerTests.SOON));
        first.stop();
        sent.add(mailer.send(MailerTests.mail(), MailerTests.SOON));
        var second = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
        second.start();
        try {
            sent.add(mailer.send(MailerTests.mail(), MailerTests.SOON));
            sent.add(mailer.send(MailerTests.mail(), MailerTests.SOON));

            assertThat(sent.get(0)).isEqualTo(new Accepted());
            assertThat(sent.get(1)).isInstanceOf(Unreachable.class);
            assertThat(sent.subList(2, 4)).containsOnly(new Accepted());
            assertThat(second.getReceivedMessages()).hasSize(2);
        } finally {
            mailer.close();
            second.stop();
        }
    }

    @Test
    void aLetterWhoseTurnComesTooLateIsGivenBackAndDoesNotLeave() {
        assertThat(mailer.send(MailerTests.mail(), Duration.ZERO))
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        back -> assertThat(back.reason()).asString().contains("its turn came too late"));

        assertThat(send()).isEqualTo(new Accepted());
        assertThat(server.letters).hasSize(1);
    }

    @Test
    @Timeout(20)
    void aServerThatHangsIsGivenUpOverTlsToo() {
        server.at(Point.GREETING, HANG);
        var secure = MailerTests.sender(server.port());
        secure.setProtocol("smtps");

        try (var connections = new SmtpConnections(secure, 1, Duration.ofMinutes(1))) {
            assertThat(connections.send(MailerTests.mail(), soon())).isInstanceOf(Unreachable.class);
        }
    }

    private static long soon() {
        return System.nanoTime() + Duration.ofMinutes(1).toNanos();
    }

    private Delivery send() {
        return mailer.send(MailerTests.mail(), MailerTests.SOON);
    }
}
