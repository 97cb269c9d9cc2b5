package dev.beforehand.practice;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.beforehand.practice.workspace.Changed;
import jakarta.mail.MessagingException;
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

    private final List<PracticeLetter> letters = new CopyOnWriteArrayList<>();
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
        return List.copyOf(letters);
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
        keep(message, recipient.getEmail());
        var known = users.getUserByEmail(recipient.getEmail());
        return known != null
                ? known
                : users.createUser(recipient.getEmail(), recipient.getEmail(), recipient.getEmail());
    }

    /** Whatever stands after a plus sign. */
    static boolean isInbox(String recipient) {
        return recipient.toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*", "").equals(INBOX);
    }

    private synchronized void keep(MovingMessage message, String recipient) throws MessagingException {
        try {
            var sender = message.getReturnPath() == null ? "" : message.getReturnPath().getEmail();
            var id = Integer.toString(letters.size() + 1);
            letters.add(MimeReader.read(id, clock.instant(), sender, recipient, message.getMessage()));
        } catch (IOException e) {
            throw new MessagingException("The letter cannot be read.", e);
        }
        changed.tell();
    }
}
