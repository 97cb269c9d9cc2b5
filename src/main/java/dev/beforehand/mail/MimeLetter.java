package dev.beforehand.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
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
    private volatile boolean handedOver;

    MimeLetter(Session session, OutgoingMail mail) throws MessagingException {
        super(session);
        this.messageId = mail.messageId();
        setSentDate(Date.from(mail.date()));
        setFrom(mail.from().asHeader());
        setReplyTo(new InternetAddress[] {mail.replyTo().asHeader()});
        setRecipient(RecipientType.TO, mail.to().asHeader());
        setSubject(mail.subject(), UTF_8);
        setHeader("Auto-Submitted", "auto-generated");
        var language = mail.locale().toLanguageTag();
        setHeader("Content-Language", language);
        follow(mail.references());
        setContent(new MimeMultipart(
                "alternative", part("plain", mail.text(), language), part("html", mail.html(), language)));
        saveChanges();
    }

    /** Whether the server may have got the letter, whatever it answered. */
    boolean wasHandedOver() {
        return handedOver;
    }

    /** The transport calls this when the server has answered DATA with its 354. */
    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
        handedOver = true;
        super.writeTo(out, ignored);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private void follow(List<String> references) throws MessagingException {
        if (!references.isEmpty()) {
            setHeader("In-Reply-To", references.getLast());
            setHeader("References", MimeUtility.fold("References: ".length(), String.join(" ", references)));
        }
    }

    private static MimeBodyPart part(String subtype, String content, String language) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        part.setContentLanguage(new String[] {language});
        return part;
    }
}
