package dev.beforehand.mail;

import dev.beforehand.mail.OutgoingMail.Parties;
import dev.beforehand.mail.OutgoingMail.Words;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The message on the wire. It notes when the server has asked for its content: from then on it may have been sent. */
final class MimeLetter extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;
    private final long latest;
    private volatile boolean handedOver;

    /** @throws IllegalArgumentException where it cannot be written */
    static MimeLetter of(Session session, OutgoingMail mail, long latest) {
        try {
            return new MimeLetter(session, mail, latest);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("The letter cannot be written as a message: " + e.getMessage(), e);
        }
    }

    private MimeLetter(Session session, OutgoingMail mail, long latest) throws MessagingException {
        super(session);
        this.latest = latest;
        this.messageId = mail.messageId();
        setSentDate(Date.from(mail.date()));
        address(mail.parties());
        setSubject(mail.words().subject(), UTF_8);
        if (mail.automatic()) {
            setHeader("Auto-Submitted", "auto-generated");
        }
        setHeader("Content-Language", language(mail.words()));
        follow(mail.references());
        setContent(mail.attachments().isEmpty() ? words(mail.words()) : mixed(mail));
        saveChanges();
    }

    /** Whether the server may have got the letter, whatever it answered. */
    boolean wasHandedOver() {
        return handedOver;
    }

    /** The transport calls this when the server has answered DATA with its 354. */
    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
        if (System.nanoTime() - latest > 0) {
            throw new IOException("its turn came too late");
        }
        handedOver = true;
        super.writeTo(out, ignored);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private void address(Parties parties) throws MessagingException {
        setFrom(parties.from().asHeader());
        setReplyTo(headers(parties.replyTo()));
        setRecipient(RecipientType.TO, parties.to().asHeader());
        setRecipients(RecipientType.CC, headers(parties.cc()));
    }

    private static InternetAddress[] headers(List<MailAddress> addresses) {
        return addresses.stream().map(MailAddress::asHeader).toArray(InternetAddress[]::new);
    }

    private void follow(List<String> references) throws MessagingException {
        if (!references.isEmpty()) {
            setHeader("In-Reply-To", references.getLast());
            setHeader("References", MimeUtility.fold("References: ".length(), String.join(" ", references)));
        }
    }

    private static MimeMultipart mixed(OutgoingMail mail) throws MessagingException {
        var words = new MimeBodyPart();
        words.setContent(words(mail.words()));
        var mixed = new MimeMultipart("mixed", words);
        for (var attachment : mail.attachments()) {
            mixed.addBodyPart(part(attachment));
        }
        return mixed;
    }

    private static MimeMultipart words(Words words) throws MessagingException {
        var language = language(words);
        return new MimeMultipart(
                "alternative", part("plain", words.text(), language), part("html", words.html(), language));
    }

    private static MimeBodyPart part(String subtype, String content, String language) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        part.setContentLanguage(new String[] {language});
        return part;
    }

    private static MimeBodyPart part(Attachment attachment) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.contentType())));
        part.setFileName(attachment.name());
        part.setDisposition(Part.ATTACHMENT);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static String language(Words words) {
        return words.locale().toLanguageTag();
    }
}
