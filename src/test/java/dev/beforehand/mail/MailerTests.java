package dev.beforehand.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.mail.OutgoingMail.Parties;
import dev.beforehand.mail.OutgoingMail.Words;
import dev.beforehand.mail.ScriptedSmtpServer.Point;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@ExtendWith(OutputCaptureExtension.class)
class MailerTests {

    static final Duration SOON = Duration.ofMinutes(1);

    private static final MailSettings SETTINGS =
            new MailSettings(new MailSettings.Mail("billing@acme.example", 4, null), new MailSettings.Company("Acme"));

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "QUIT     | 221 bye                        | Accepted    | ",
                "QUIT     | drop                           | Accepted    | ",
                "QUIT     | hang                           | Accepted    | ",
                "RCPT     | 550 5.1.1 <jo@kestrel.example> unknown | Refused | said: 550 5.1.1 <the client's address> unknown",
                "RCPT     | 452 4.2.2 mailbox full         | Later       | said: 452 4.2.2 mailbox full",
                "DATA     | 554 no                         | Refused     | said: 554 no",
                "CONTENT  | 554 5.7.1 looks like spam      | Refused     | said: 554 5.7.1 looks like spam",
                "CONTENT  | 451 try later                  | Later       | said: 451 try later",
                "GREETING | 554 go away                    | Unreachable | 554",
                "GREETING | hang                           | Unreachable | timed out",
                "GREETING | drop                           | Unreachable | ",
                "EHLO     | drop                           | Unreachable | ",
                "MAIL     | 550 not your address           | Unreachable | said: 550 not your address",
                "MAIL     | 530 5.7.0 log in first         | Unreachable | said: 530",
                "MAIL     | hang                           | Unreachable | timed out",
                "RCPT     | 421 closing                    | Unreachable | said: 421 closing",
                "RCPT     | hang                           | Unreachable | timed out",
                "RCPT     | drop                           | Unreachable | broke off before it took the letter",
                "DATA     | hang                           | Unreachable | timed out",
                "DATA     | drop                           | Unreachable | broke off before it took the letter",
                "DATA     | 421 closing                    | Unreachable | said: 421 closing",
                "CONTENT  | hang                           | Unknown     | did not answer in time",
                "CONTENT  | drop                           | Unknown     | the connection was lost",
                "CONTENT  | nonsense                       | Unknown     | before it said whether it took it"
            })
    void theServersAnswerIsReadWithoutGuessing(
            Point point, String answer, String kind, String reason, CapturedOutput output) throws IOException {
        try (var server = new ScriptedSmtpServer().at(point, answer)) {
            var delivery = mailer(server.port()).send(mail(), SOON);

            assertThat(delivery.getClass().getSimpleName()).isEqualTo(kind);
            if (reason != null) {
                assertThat(delivery)
                        .extracting("reason")
                        .asString()
                        .contains(reason)
                        .doesNotContain("jo@kestrel");
            }
            assertThat(server.letters).hasSize(point.compareTo(Point.CONTENT) < 0 ? 0 : 1);
            assertThat(output).doesNotContain("kestrel").doesNotContain("Please pay");
        }
    }

    @ParameterizedTest(name = "{0}: {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT     | 452 4.2.2 mailbox full         | this address",
                "RCPT     | 450 4.2.1 receiving too fast   | this address",
                "RCPT     | 450 greylisted                 | its domain",
                "RCPT     | 451 4.7.1 greylisted           | its domain",
                "RCPT     | 452 out of storage             | its domain",
                "CONTENT  | 451 try later                  | its domain",
                "RCPT     | 421 closing                    | this letter",
                "RCPT     | drop                           | this letter",
                "DATA     | hang                           | this letter",
                "DATA     | 454 not now                    | this letter",
                "RCPT     | 530 5.7.0 log in first         | all letters",
                "MAIL     | 421 closing                    | all letters",
                "GREETING | drop                           | all letters"
            })
    void itTellsWhoIsConcernedByANoThatDoesNotLast(Point point, String answer, String concerned) throws IOException {
        try (var server = new ScriptedSmtpServer().at(point, answer)) {
            assertThat(concerned(mailer(server.port()).send(mail(), SOON))).isEqualTo(concerned);
        }
    }

    private static String concerned(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Later later -> later.addressAlone() ? "this address" : "its domain";
            case Delivery.Unreachable away -> away.overThisLetter() ? "this letter" : "all letters";
            default -> delivery.toString();
        };
    }

    @Test
    void aServerThatIsDownIsUnreachable() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(mailer(port).send(mail(), SOON))
                .isInstanceOfSatisfying(
                        Delivery.Unreachable.class,
                        down -> assertThat(down.reason()).asString().contains("could not be reached"));
    }

    @Test
    void aServerThatBreaksOffWhileTheLetterIsWrittenLeavesItUnknown() throws IOException {
        try (var server = new ScriptedSmtpServer().at(Point.BODY, ScriptedSmtpServer.DROP)) {
            var delivery =
                    mailer(server.port()).send(mail("<p>%s</p>".formatted("Please pay. ".repeat(1_000_000))), SOON);

            assertThat(delivery)
                    .isInstanceOfSatisfying(
                            Delivery.Unknown.class,
                            unknown -> assertThat(unknown.reason()).asString().contains("the connection was lost"));
            assertThat(server.letters).isEmpty();
        }
    }

    @Test
    void whatIsNotSetIsSaidAndNothingIsSent() {
        var noServer = new Mailer((JavaMailSenderImpl) null, SETTINGS);
        var noName = new Mailer(
                new JavaMailSenderImpl(),
                new MailSettings(
                        new MailSettings.Mail("billing@acme.example", 4, null), new MailSettings.Company(" ")));

        assertThat(noServer.missing())
                .hasValueSatisfying(m -> assertThat(m).asString().contains("SPRING_MAIL_HOST"));
        assertThat(noServer.send(mail(), SOON)).isInstanceOf(Delivery.Unreachable.class);
        assertThat(noName.missing())
                .hasValueSatisfying(m -> assertThat(m).asString().contains("beforehand.company.name"));
        assertThat(mailer(1).missing()).isEmpty();
    }

    @Test
    void theCompanySendsInTheAccountManagersName() {
        var mailer = mailer(1);

        assertThat(mailer.sender("Ana Ruiz").asHeader()).hasToString("\"Ana Ruiz, Acme\" <billing@acme.example>");
        assertThat(mailer.newMessageId())
                .matches("<[0-9a-f-]{36}@acme\\.example>")
                .isNotEqualTo(mailer.newMessageId());
    }

    static Mailer mailer(int port) {
        return new Mailer(sender(port), SETTINGS);
    }

    static JavaMailSenderImpl sender(int port) {
        var server = new JavaMailSenderImpl();
        server.setHost("localhost");
        server.setPort(port);
        server.getJavaMailProperties().put("mail.smtp.connectiontimeout", "2000");
        server.getJavaMailProperties().put("mail.smtp.timeout", "400");
        return server;
    }

    static OutgoingMail mail() {
        return mail("<p>Grüße. Please pay.</p>");
    }

    static OutgoingMail mail(String html, MailAddress... cc) {
        return new OutgoingMail(
                "<1@acme.example>",
                Instant.parse("2026-06-05T09:00:00Z"),
                true,
                new Parties(
                        new MailAddress("billing@acme.example", "Ana Ruiz, Acme"),
                        List.of(new MailAddress("ana@acme.example", "Ana Ruiz")),
                        new MailAddress("jo@kestrel.example", null),
                        List.of(cc)),
                new Words("Rechnung A-1: fällig", html, "Grüße. Please pay.\n", Locale.GERMANY),
                List.of("<0@acme.example>", "<0b@acme.example>"),
                List.of());
    }
}
