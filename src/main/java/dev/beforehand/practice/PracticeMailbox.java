package dev.beforehand.practice;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.beforehand.practice.workspace.Changed;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The mailbox of all clients, and the one in which their answers arrive: a mail server in this process, which letters
 * reach over SMTP as they would any other.
 */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class PracticeMailbox implements AutoCloseable {

    /** Where clients answer; what is sent there is for Beforehand to read. */
    static final String INBOX = "replies@brightwater.example";

    static final String PASSWORD = "practice";

    private static final String ADDRESS = "localhost";

    private final List<PracticeLetter> mails = new CopyOnWriteArrayList<>();
    private final GreenMail server;
    private final Clock clock;
    private final Changed changed;

    PracticeMailbox(PracticeSettings settings, Clock clock, Changed changed) {
        this.clock = clock;
        this.changed = changed;
        this.server = new GreenMail(new ServerSetup[] {
            new ServerSetup(settings.practice().mailPort(), ADDRESS, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(settings.practice().inboxPort(), ADDRESS, ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        server.setUser(INBOX, INBOX, PASSWORD);
        server.getUserManager().setMessageDeliveryHandler(this::receive);
    }

    /** Every letter that has arrived, the first one first. */
    public List<PracticeLetter> letters() {
        return mails.stream().filter(PracticeLetter::isReceived).toList();
    }

    /** The letters, and what the clients wrote themselves. */
    public List<PracticeLetter> mails() {
        return List.copyOf(mails);
    }

    /** Keeps what a client has sent, as mail programs do. */
    void keepSent(String client, MimeMessage message) throws MessagingException {
        keep(message, client, client, INBOX);
    }

    @Override
    public void close() {
        server.stop();
    }

    private GreenMailUser receive(MovingMessage message, MailAddress recipient)
            throws MessagingException, UserException {
        var users = server.getUserManager();
        if (isInbox(recipient.getEmail())) {
            return users.getUserByEmail(INBOX);
        }
        var sender =
                message.getReturnPath() == null ? "" : message.getReturnPath().getEmail();
        keep(message.getMessage(), recipient.getEmail(), sender, recipient.getEmail());
        var known = users.getUserByEmail(recipient.getEmail());
        return known != null
                ? known
                : users.createUser(recipient.getEmail(), recipient.getEmail(), recipient.getEmail());
    }

    /** Whatever stands after a plus sign. */
    static boolean isInbox(String recipient) {
        return recipient.toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*", "").equals(INBOX);
    }

    private synchronized void keep(MimeMessage message, String owner, String sender, String recipient)
            throws MessagingException {
        try {
            var id = Integer.toString(mails.size() + 1);
            mails.add(MimeReader.read(id, clock.instant(), owner, sender, recipient, message));
        } catch (IOException e) {
            throw new MessagingException("The letter cannot be read.", e);
        }
        changed.tell();
    }
}
