package dev.beforehand.mail;

import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.Delivery.Refused;
import dev.beforehand.mail.Delivery.Unreachable;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Hands letters to the mail server and says what became of each. Never hands one over twice: who calls decides what an
 * answer means for the next try. Writes no content and no address to the log. Safe for many threads.
 */
@Component
@EnableConfigurationProperties(MailSettings.class)
public class Mailer {

    /** Mail servers close what is idle for some minutes. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final @Nullable SmtpConnections connections;
    private final MailSettings settings;

    @Autowired
    Mailer(ObjectProvider<JavaMailSenderImpl> server, MailSettings settings) {
        this(server.getIfAvailable(), settings);
    }

    Mailer(@Nullable JavaMailSenderImpl server, MailSettings settings) {
        this.settings = settings;
        this.connections = server == null
                ? null
                : new SmtpConnections(server, settings.mail().connections(), IDLE);
    }

    /** What is still to be set before any letter can leave; empty where all is there. */
    public Optional<Sentence> missing() {
        return settings.missing()
                .or(() -> connections == null ? Optional.of(new Sentence("mail.missing.server")) : Optional.empty());
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

    /** How many letters can be on their way to the mail server at a time. */
    public int connections() {
        return settings.mail().connections();
    }

    /** How many letters may leave in a minute; empty where there is no limit. Who sends many keeps to it. */
    public OptionalInt perMinute() {
        var most = settings.mail().perMinute();
        return most == null ? OptionalInt.empty() : OptionalInt.of(most);
    }

    /** Gives the letter back where it is not on its way to the server by then: somebody else may take care of it after that. */
    public Delivery send(OutgoingMail mail, Duration within) {
        var missing = missing();
        if (missing.isPresent() || connections == null) {
            return new Unreachable(missing.orElseThrow());
        }
        try {
            return connections.send(mail, System.nanoTime() + within.toNanos());
        } catch (IllegalArgumentException e) {
            return new Refused(new Sentence("delivery.no-message"));
        }
    }

    @PreDestroy
    void close() {
        if (connections != null) {
            connections.close();
        }
    }
}
