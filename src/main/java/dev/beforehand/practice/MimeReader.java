package dev.beforehand.practice;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a message that came over SMTP. */
final class MimeReader {

    private MimeReader() {}

    static PracticeLetter read(
            String id, Instant at, String owner, String sender, String recipient, MimeMessage message)
            throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        var replyTo = message.getHeader("Reply-To") == null ? null : addresses(message.getReplyTo());
        var subject = message.getSubject();
        return new PracticeLetter(
                id,
                at,
                owner,
                addresses(message.getFrom()),
                sender,
                recipient,
                replyTo,
                subject == null ? "" : subject,
                part(message, "text/html"),
                part(message, "text/plain"),
                Objects.requireNonNullElse(message.getMessageID(), ""),
                ids(message, "References", "In-Reply-To"),
                Collections.list(message.getAllHeaderLines()).stream().collect(Collectors.joining("\n")),
                bytes.toString(StandardCharsets.UTF_8));
    }

    private static List<String> ids(MimeMessage message, String... headers) throws MessagingException {
        var ids = new ArrayList<String>();
        for (var header : headers) {
            var value = message.getHeader(header, " ");
            if (value != null) {
                ids.addAll(List.of(value.strip().split("\\s+")));
            }
        }
        return ids;
    }

    private static String addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses)
                        .map(address ->
                                address instanceof InternetAddress mail ? mail.toUnicodeString() : address.toString())
                        .collect(Collectors.joining(", "));
    }

    /** The first part of this type. */
    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var found = part(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
