package dev.beforehand.mail;

import dev.beforehand.mail.IncomingMail.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a mail of what came over the line. Nothing that anybody can send makes it fail. */
final class IncomingMailReader {

    private final long keep;

    /** @param keep how many bytes of a mail's attachments are kept */
    IncomingMailReader(long keep) {
        this.keep = keep;
    }

    /**
     * @param message the whole message, or its beginning
     * @param cutOff whether it goes on after that
     */
    IncomingMail read(byte[] message, boolean cutOff) {
        var root = MimePart.of(message);
        var head = root.head();
        var from = head.addresses("From");
        var report = ReportReader.read(root);
        var body = MailBody.of(root, keep, cutOff);
        return new IncomingMail(
                key(head, message),
                head.ids("Message-ID").stream().findFirst().orElse(null),
                references(head),
                from.stream().findFirst().orElse(null),
                replyTo(head, from),
                recipients(head),
                head.text("Subject"),
                body.text(),
                body.attachments(),
                report.isPresent() ? Kind.REPORT : AutomaticMail.kind(root, from),
                report.orElse(null),
                cutOff);
    }

    /**
     * Of a mail that could not be read: what its head says.
     *
     * @param head as much of it as there is; may be empty
     * @param place where the mail lies, which no other mail does
     */
    IncomingMail unreadable(byte[] head, String place) {
        var message = MimePart.of(head).head();
        return new IncomingMail(
                head.length == 0 ? key(place) : key(message, head),
                message.ids("Message-ID").stream().findFirst().orElse(null),
                references(message),
                message.addresses("From").stream().findFirst().orElse(null),
                replyTo(message, message.addresses("From")),
                recipients(message),
                message.text("Subject"),
                "",
                List.of(),
                Kind.UNREADABLE,
                null,
                true);
    }

    private static List<String> references(MailHead head) {
        var all = new LinkedHashSet<>(head.ids("References"));
        head.ids("In-Reply-To").reversed().forEach(all::addLast);
        return List.copyOf(all);
    }

    private static @Nullable MailAddress replyTo(MailHead head, List<MailAddress> from) {
        return head.addresses("Reply-To").stream()
                .findFirst()
                .filter(to ->
                        from.stream().limit(1).noneMatch(by -> by.address().equalsIgnoreCase(to.address())))
                .orElse(null);
    }

    private static List<String> recipients(MailHead head) {
        return head.addresses("Delivered-To", "X-Original-To", "To", "Cc").stream()
                .map(to -> to.address().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** Some programs use one Message-ID for all their mails, so it takes more to tell a copy from another mail. */
    private static String key(MailHead head, byte[] message) {
        var digest = sha256();
        if (head.ids("Message-ID").isEmpty()) {
            digest.update(message, 0, Math.min(message.length, MimePart.LONGEST_HEAD));
        } else {
            Stream.of("Message-ID", "Date", "From", "Subject")
                    .forEach(name -> digest.update((head.raw(name) + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String key(String place) {
        return HexFormat.of().formatHex(sha256().digest(place.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
