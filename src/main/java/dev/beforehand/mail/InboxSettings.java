package dev.beforehand.mail;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where clients' answers arrive.
 *
 * @param host empty: no inbox is read
 * @param tls whether the connection is encrypted from its first byte
 * @param address the address whose plus-addresses arrive here; empty: letters have no address of their own
 * @param poll how long a mail may lie there at most where the server does not tell of it
 * @param largest how much of a mail is read
 * @param attachments how much of a mail's attachments is kept
 */
@ConfigurationProperties("beforehand.inbox")
record InboxSettings(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("true") boolean tls,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("") String address,
        @DefaultValue("5m") Duration poll,
        @DefaultValue("10MB") DataSize largest,
        @DefaultValue("5MB") DataSize attachments) {

    private static final Duration SHORTEST_POLL = Duration.ofSeconds(1);

    /** Servers hang up on whoever idles for half an hour. */
    private static final Duration LONGEST_POLL = Duration.ofMinutes(29);

    private static final DataSize SMALLEST = DataSize.ofKilobytes(16);
    private static final DataSize LARGEST = DataSize.ofMegabytes(100);

    /** @throws IllegalArgumentException that says which of them is wrong and what to write instead */
    InboxSettings {
        for (var line : List.of(host, user, folder, address)) {
            HeaderValue.check("setting under beforehand.inbox", line);
        }
        host = host.strip();
        address = address.strip();
        refuseIf(
                !host.isEmpty() && user.isBlank(),
                "beforehand.inbox.user is not set; write who logs in at " + host + ".");
        refuseIf(
                port < 1 || port > 65_535,
                "beforehand.inbox.port is " + port + "; write the port of the IMAP server, like 993.");
        refuseIf(folder.isBlank(), "beforehand.inbox.folder is empty; write the folder's name, like INBOX.");
        refuseIf(
                !address.isEmpty() && (!MailAddress.isValid(address) || address.contains("+")),
                "beforehand.inbox.address is '" + address
                        + "'; write one address without a plus sign, like replies@acme.example.");
        refuseIf(
                host.isEmpty() && !address.isEmpty(),
                "beforehand.inbox.address is set and beforehand.inbox.host is not, so nobody would read what arrives there;"
                        + " set both or none.");
        refuseIf(
                poll.compareTo(SHORTEST_POLL) < 0 || poll.compareTo(LONGEST_POLL) > 0,
                "beforehand.inbox.poll is " + poll.toSeconds() + " s; write between 1s and 29m.");
        refuseIf(
                largest.compareTo(SMALLEST) < 0 || largest.compareTo(LARGEST) > 0,
                "beforehand.inbox.largest is " + largest.toKilobytes() + " KB; write between 16KB and 100MB.");
        refuseIf(
                attachments.isNegative() || attachments.compareTo(largest) > 0,
                "beforehand.inbox.attachments must lie between 0 and beforehand.inbox.largest; it is "
                        + attachments.toKilobytes() + " KB.");
    }

    boolean isOn() {
        return !host.isEmpty();
    }

    /** Names the mailbox among others. */
    String mailbox() {
        return user + "@" + host + ":" + port + "/" + folder;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "InboxSettings[" + host + ":" + port + "/" + folder + "]";
    }

    private static void refuseIf(boolean wrong, String sentence) {
        if (wrong) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
