package dev.beforehand.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingMailTests {

    @Test
    void theLetterArrivesAsItWasWritten() throws Exception {
        var greenMail = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        try {
            var delivery = MailerTests.mailer(greenMail.getSmtp().getPort()).send(MailerTests.mail());

            assertThat(delivery).isEqualTo(new Delivery.Accepted());
            assertThat(greenMail.getReceivedMessages()).hasSize(1);
            check(greenMail.getReceivedMessages()[0]);
        } finally {
            greenMail.stop();
        }
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
    @ValueSource(strings = {"a\r\nBcc: x@y.example", "a\nb", "a\rb", "a\u0000b", "a\u2028b", "a\u0085b"})
    void aLineBreakIsRefusedInEveryHeader(String evil) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mail("<1@acme.example>", evil))
                .withMessageContaining("The subject of a letter must be one line of text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailAddress("jo@kestrel.example", evil))
                .withMessageContaining("The name of a letter")
                .withMessageNotContaining(evil);
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

    private static OutgoingMail mail(String messageId, String subject) {
        var address = new MailAddress("jo@kestrel.example", "Jo");
        return new OutgoingMail(
                messageId, Instant.EPOCH, address, address, address, subject, "<p>x</p>", "x", Locale.UK, List.of());
    }
}
