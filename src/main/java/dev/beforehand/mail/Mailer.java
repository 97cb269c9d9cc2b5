package dev.beforehand.mail;

import dev.beforehand.mail.Delivery.Unreachable;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Hands letters to the mail server, one at a time, and says what became of each. Never tries twice: who calls decides
 * what an answer means for the next try. Writes no content and no address to the log. Safe for many threads.
 */
@Component
@EnableConfigurationProperties(MailSettings.class)
public class Mailer {

    private final @Nullable JavaMailSender server;
    private final MailSettings settings;

    @Autowired
    Mailer(ObjectProvider<JavaMailSender> server, MailSettings settings) {
        this(server.getIfAvailable(), settings);
    }

    Mailer(@Nullable JavaMailSender server, MailSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /** What is still to be set before any letter can leave: a sentence for a person; empty where all is there. */
    public Optional<String> missing() {
        return settings.missing()
                .or(() -> server == null
                        ? Optional.of(
                                "No mail server is set; set SPRING_MAIL_HOST, and its port, user name and password.")
                        : Optional.empty());
    }

    /**
     * The company's address under the name of the account manager: {@code "Ana Ruiz, Acme" <billing@acme.example>}.
     *
     * @throws IllegalStateException where the company's address or name is {@link #missing()}
     */
    public MailAddress sender(String accountManager) {
        return settings.sender(accountManager);
    }

    /**
     * The company's name as letters state it.
     *
     * @throws IllegalStateException where it, or the company's address, is {@link #missing()}
     */
    public String company() {
        return settings.name();
    }

    /** A new Message-ID in the company's domain; to be stored before the letter is sent. */
    public String newMessageId() {
        return "<%s@%s>".formatted(UUID.randomUUID(), sender("").domain());
    }

    public Delivery send(OutgoingMail mail) {
        var missing = missing();
        if (missing.isPresent() || server == null) {
            return new Unreachable(missing.orElse(""));
        }
        var letter = mime(mail, server);
        try {
            server.send(letter);
            return new Delivery.Accepted();
        } catch (MailException e) {
            return SmtpAnswer.of(e, letter.wasHandedOver()).about(mail.parties());
        }
    }

    private static MimeLetter mime(OutgoingMail mail, JavaMailSender server) {
        try {
            var session = server instanceof JavaMailSenderImpl smtp
                    ? smtp.getSession()
                    : Session.getInstance(new Properties());
            return new MimeLetter(session, mail);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("The letter cannot be written as a message: " + e.getMessage(), e);
        }
    }
}
