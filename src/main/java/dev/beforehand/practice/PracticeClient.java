package dev.beforehand.practice;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What a client, or its mail server, does with a letter: real mails, which reach Beforehand's inbox over SMTP. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class PracticeClient {

    private static final String GONE = "This letter is no longer there.";

    private final PracticeMailbox mailbox;
    private final Clock clock;
    private final Session session;

    PracticeClient(PracticeMailbox mailbox, PracticeSettings settings, Clock clock) {
        this.mailbox = mailbox;
        this.clock = clock;
        var smtp = new Properties();
        smtp.setProperty("mail.smtp.host", "localhost");
        smtp.setProperty("mail.smtp.port", Integer.toString(settings.practice().mailPort()));
        this.session = Session.getInstance(smtp);
    }

    /**
     * Answers a letter as a mail program does: in its conversation, and with the letter quoted below.
     *
     * @return what went wrong
     */
    public Optional<String> answer(String letterId, String text) {
        return with(letterId, letter -> {
            var answer = answer(letter, received(letter), text);
            send(answer);
            mailbox.keepSent(letter.owner(), answer);
        });
    }

    /**
     * Reports as a mail server does that the letter's address does not exist.
     *
     * @return what went wrong
     */
    public Optional<String> bounce(String letterId) {
        return with(letterId, letter -> send(report(letter, received(letter))));
    }

    private interface Doing {
        void to(PracticeLetter letter) throws MessagingException;
    }

    private Optional<String> with(String letterId, Doing doing) {
        var letter = mailbox.letters().stream()
                .filter(each -> each.id().equals(letterId))
                .findFirst();
        if (letter.isEmpty()) {
            return Optional.of(GONE);
        }
        try {
            doing.to(letter.get());
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of("The mail could not be sent: " + e.getMessage());
        }
    }

    /** As it was written; what it consists of is not looked at. */
    private void send(MimeMessage message) throws MessagingException {
        try (var transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private MimeMessage received(PracticeLetter letter) throws MessagingException {
        return new MimeMessage(session, new ByteArrayInputStream(letter.raw().getBytes(StandardCharsets.UTF_8)));
    }

    private MimeMessage answer(PracticeLetter letter, MimeMessage received, String text) throws MessagingException {
        var answer = new MimeMessage(session);
        answer.setFrom(letter.to());
        answer.setRecipient(RecipientType.TO, inbox(received));
        var subject = letter.subject();
        answer.setSubject(subject.startsWith("Re: ") ? subject : "Re: " + subject, "UTF-8");
        answer.setSentDate(Date.from(clock.instant()));
        answer.setHeader("In-Reply-To", received.getMessageID());
        answer.setHeader("References", references(received));
        answer.setText(
                "%s%n%nOn %s, %s wrote:%n%s"
                        .formatted(text, letter.at(), letter.from().replaceAll("\\s+", " "), quoted(letter.text())),
                "UTF-8");
        answer.saveChanges();
        return answer;
    }

    private static String references(MimeMessage received) throws MessagingException {
        var before = received.getHeader("References", " ");
        return before == null ? received.getMessageID() : before + " " + received.getMessageID();
    }

    private static String quoted(String text) {
        return text.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }

    /** Of the addresses to which answers go, the one that Beforehand reads. */
    private static InternetAddress inbox(MimeMessage received) throws MessagingException {
        return Arrays.stream(received.getReplyTo())
                .filter(InternetAddress.class::isInstance)
                .map(InternetAddress.class::cast)
                .filter(address -> PracticeMailbox.isInbox(address.getAddress()))
                .findFirst()
                .orElse(new InternetAddress(PracticeMailbox.INBOX));
    }

    private MimeMessage report(PracticeLetter letter, MimeMessage received) throws MessagingException {
        var domain = letter.to().substring(letter.to().indexOf('@') + 1);
        var report = """
                From: Mail Delivery System <MAILER-DAEMON@%1$s>
                To: %2$s
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <report-%3$s-%4$d@%1$s>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="report"

                --report
                Content-Type: text/plain; charset=us-ascii

                Your message could not be delivered. The address does not exist.

                --report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.%1$s

                Final-Recipient: rfc822; %5$s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such user here

                --report
                Content-Type: text/rfc822-headers

                Message-ID: %6$s

                --report--
                """.formatted(
                        domain, letter.sender(), letter.id(), clock.millis(), letter.to(), received.getMessageID());
        return new MimeMessage(session, new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8)));
    }
}
