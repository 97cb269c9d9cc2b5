package dev.beforehand.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.beforehand.mail.OutgoingMail.Parties;
import dev.beforehand.mail.OutgoingMail.Words;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingMailTests {

    private static final MailAddress JO = new MailAddress("jo@kestrel.example", "Jo");

    @Test
    void theLetterArrivesAsItWasWritten() throws Exception {
        var arrived = delivered(MailerTests.mail());

        assertThat(arrived).hasSize(1);
        check(arrived[0]);
    }

    private static void check(MimeMessage letter) throws Exception {
        assertThat(letter.getMessageID()).isEqualTo("<1@acme.example>");
        assertThat(letter.getSentDate()).isEqualTo(Instant.parse("2026-06-05T09:00:00Z"));
        assertThat(letter.getHeader("From")).containsExactly("\"Ana Ruiz, Acme\" <billing@acme.example>");
        assertThat(letter.getHeader("Reply-To")).containsExactly("Ana Ruiz <ana@acme.example>");
        assertThat(letter.getHeader("To")).containsExactly("jo@kestrel.example");
        assertThat(letter.getSubject()).isEqualTo("Rechnung A-1: fällig");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getHeader("Content-Language")).containsExactly("de-DE");
        assertThat(letter.getHeader("In-Reply-To")).containsExactly("<0b@acme.example>");
        assertThat(letter.getHeader("References")[0].split("\\s+"))
                .containsExactly("<0@acme.example>", "<0b@acme.example>");
        assertThat(letter.getContentType()).startsWith("multipart/alternative");
        var parts = (MimeMultipart) letter.getContent();
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent().toString().strip()).isEqualTo("Grüße. Please pay.");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Grüße. Please pay.</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Jo\r\nBeck", " Jo \n Beck ", "Jo\rBeck", "Jo\u0000Beck", "Jo\u2028Beck", "Jo\u0085Beck\u0085"})
    void aNameIsOneLineWhateverStandsInIt(String name) {
        assertThat(new MailAddress("jo@kestrel.example", name).asHeader()).hasToString("Jo Beck <jo@kestrel.example>");
        assertThat(new MailAddress("jo@kestrel.example", " \u0000\n"))
                .isEqualTo(new MailAddress("jo@kestrel.example", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x@y.example", "a\nb", "a\rb", "a\u0000b", "a\u2028b", "a\u0085b"})
    void aLineBreakIsRefusedInEveryHeader(String evil) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mail("<1@acme.example>", evil))
                .withMessageContaining("The subject of a letter must be one line of text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Attachment(evil, "application/pdf", new byte[0]))
                .withMessageContaining("The attachment's name of a letter")
                .withMessageNotContaining(evil);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Attachment("a.pdf", "application/pdf; x=" + evil, new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> new MailAddress(evil + "@kestrel.example", null));
        assertThatIllegalArgumentException().isThrownBy(() -> mail("<" + evil + "@acme.example>", "Hello"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jo",
                "jo@",
                "@kestrel.example",
                "jo@kestrel.example, ana@kestrel.example",
                "Jo <jo@kestrel.example>",
                "jo smith@kestrel.example",
                "jo@kestrel..example",
                "jo@kestrel@example",
                "\"jo\"@kestrel.example",
                "jö@kestrel.example",
                "jo@[127.0.0.1]",
                "friends: jo@kestrel.example;"
            })
    void whatIsNotOneAddressIsRefused(String address) {
        assertThat(MailAddress.isValid(address)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailAddress(address, null))
                .withMessageContaining("is no e-mail address; write it like ana@acme.example.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jo@kestrel.example", "jo.o'neill+ap@mail.kestrel.example", "JO_1@xn--mbel-5qa.example"})
    void usualAddressesAreTaken(String address) {
        assertThat(MailAddress.isValid(address)).isTrue();
        assertThat(new MailAddress(address, "Jo").asHeader()).hasToString("Jo <" + address + ">");
    }

    @Test
    void aNameWithLettersFromElsewhereIsEncoded() {
        assertThat(new MailAddress("jo@kestrel.example", "Jörg, Möbel")
                        .asHeader()
                        .toString())
                .isEqualTo("=?UTF-8?Q?J=C3=B6rg=2C_M=C3=B6bel?= <jo@kestrel.example>");
    }

    @Test
    void aLetterDoesNotShowItselfInALog() {
        assertThat(MailerTests.mail()).hasToString("OutgoingMail<1@acme.example>");
    }

    @Test
    void anAnswerMustGoSomewhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Parties(JO, List.of(), JO, List.of()))
                .withMessageContaining("to which an answer goes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' '          | application/pdf | needs a name",
                "statement    | pdf             | is no content type; write it like application/pdf",
                "statement    | ''              | is no content type"
            })
    void whatIsNoAttachmentIsRefused(String name, String contentType, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Attachment(name, contentType, new byte[0]))
                .withMessageContaining(complaint);
    }

    @Test
    void aLetterByAPersonWithCopiesAndFilesArrivesWhole() throws Exception {
        var pdf = new byte[100_000];
        new Random(1).nextBytes(pdf);
        var sam = new MailAddress("sam@kestrel.example", "Sam");
        var mail = new OutgoingMail(
                "<1@acme.example>",
                Instant.EPOCH,
                false,
                new Parties(JO, List.of(JO, sam), JO, List.of(sam)),
                new Words("Hello", "<p>x</p>", "x", Locale.UK),
                List.of(),
                List.of(
                        new Attachment("Auszug für Möbel \"3\".pdf", "application/pdf", pdf),
                        new Attachment("lines.txt", "text/plain; charset=UTF-8", "a\nb\r\n.\n".getBytes(UTF_8))));

        var arrived = delivered(mail);

        assertThat(arrived).hasSize(2);
        var letter = arrived[0];
        assertThat(letter.getHeader("Auto-Submitted")).isNull();
        assertThat(letter.getHeader("In-Reply-To")).isNull();
        assertThat(letter.getReplyTo()).hasSize(2);
        assertThat(letter.getHeader("Cc")).containsExactly("Sam <sam@kestrel.example>");
        var mixed = (MimeMultipart) letter.getContent();
        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("Auszug für Möbel \"3\".pdf");
        assertThat(mixed.getBodyPart(1).getDisposition()).isEqualTo("attachment");
        assertThat(mixed.getBodyPart(1).getInputStream()).hasBinaryContent(pdf);
        assertThat(mixed.getBodyPart(2).getInputStream()).hasBinaryContent("a\nb\r\n.\n".getBytes(UTF_8));
    }

    private static MimeMessage[] delivered(OutgoingMail mail) {
        var greenMail = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        try {
            var delivery = MailerTests.mailer(greenMail.getSmtp().getPort()).send(mail, MailerTests.SOON);
            assertThat(delivery).isEqualTo(new Delivery.Accepted());
            return greenMail.getReceivedMessages();
        } finally {
            greenMail.stop();
        }
    }

    private static OutgoingMail mail(String messageId, String subject) {
        return new OutgoingMail(
                messageId,
                Instant.EPOCH,
                true,
                new Parties(JO, List.of(JO), JO, List.of()),
                new Words(subject, "<p>x</p>", "x", Locale.UK),
                List.of(),
                List.of());
    }
}
