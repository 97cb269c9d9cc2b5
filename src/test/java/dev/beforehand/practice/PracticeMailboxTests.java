package dev.beforehand.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.beforehand.practice.workspace.Changed;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.test.util.TestSocketUtils;

class PracticeMailboxTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NOW = Instant.parse("2013-06-17T09:00:00Z");

    private final int port = TestSocketUtils.findAvailableTcpPort();
    private final Changed changed = new Changed();
    private final PracticeMailbox mailbox = new PracticeMailbox(
            new PracticeSettings(
                    LONDON,
                    new PracticeSettings.Digest(LocalTime.of(8, 30)),
                    new PracticeSettings.Practice(null, port, TestSocketUtils.findAvailableTcpPort())),
            Clock.fixed(NOW, LONDON),
            changed);
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    PracticeMailboxTests() {
        sender.setHost("localhost");
        sender.setPort(port);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void showsALetterAsItArrived() throws MessagingException {
        var told = new AtomicInteger();
        changed.listen(told::incrementAndGet);
        var message = sender.createMimeMessage();
        var letter = new MimeMessageHelper(message, true, "UTF-8");
        letter.setFrom("\"Ana Ruiz, Brightwater\" <accounts@brightwater.example>");
        letter.setReplyTo("ana@brightwater.example");
        letter.setTo("k.muller@hartmann.example");
        letter.setSubject("Rechnung über 1.000 €");
        letter.setText("Grüße", "<p>Grüße</p>");

        sender.send(message);

        assertThat(mailbox.letters()).singleElement().satisfies(arrived -> {
            assertThat(arrived.at()).isEqualTo(NOW);
            assertThat(arrived.from()).isEqualTo("\"Ana Ruiz, Brightwater\" <accounts@brightwater.example>");
            assertThat(arrived.replyTo()).isEqualTo("ana@brightwater.example");
            assertThat(arrived.sender()).isEqualTo("accounts@brightwater.example");
            assertThat(arrived.to()).isEqualTo("k.muller@hartmann.example");
            assertThat(arrived.subject()).isEqualTo("Rechnung über 1.000 €");
            assertThat(arrived.text().strip()).isEqualTo("Grüße");
            assertThat(arrived.html().strip()).isEqualTo("<p>Grüße</p>");
            assertThat(arrived.headers()).contains("Subject: =?UTF-8?", "Reply-To: ana@brightwater.example");
            assertThat(arrived.raw()).contains("multipart/", "text/html");
        });
        assertThat(told).hasPositiveValue();
    }

    @Test
    void takesLettersToAnybodyInTheirOrder() {
        for (var to : new String[] {"a@one.example", "b@two.example", "a@one.example"}) {
            var message = new SimpleMailMessage();
            message.setFrom("accounts@brightwater.example");
            message.setTo(to);
            message.setText("Hello");
            sender.send(message);
        }

        assertThat(mailbox.letters())
                .extracting(PracticeLetter::id, PracticeLetter::to, PracticeLetter::html, PracticeLetter::replyTo)
                .containsExactly(
                        tuple("1", "a@one.example", "", null),
                        tuple("2", "b@two.example", "", null),
                        tuple("3", "a@one.example", "", null));
    }
}
