package dev.beforehand.mail;

import dev.beforehand.mail.DeliveryReport.Outcome;
import dev.beforehand.mail.DeliveryReport.Recipient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads delivery reports (RFC 3464). */
final class ReportReader {

    private static final int LONGEST = 64 * 1024;
    private static final int MOST_RECIPIENTS = 100;
    private static final Pattern EMPTY_LINE = Pattern.compile("\\r?\\n[ \\t]*\\r?\\n");
    private static final Set<String> STATUS = Set.of("message/delivery-status", "message/global-delivery-status");
    private static final Set<String> ORIGINAL = Set.of(
            "message/rfc822",
            "text/rfc822-headers",
            "message/rfc822-headers",
            "message/global",
            "message/global-headers");

    private ReportReader() {}

    /** Empty where the message is something else. */
    static Optional<DeliveryReport> read(MimePart message) {
        if (!message.type().equals("multipart/report")) {
            return Optional.empty();
        }
        var parts = message.parts();
        return parts.stream()
                .filter(part -> STATUS.contains(part.type()))
                .findFirst()
                .map(status -> new DeliveryReport(original(message, parts), recipients(status)));
    }

    /** What belongs to the report, and is not what it says to people. */
    static boolean isPartOfIt(MimePart part) {
        return STATUS.contains(part.type()) || ORIGINAL.contains(part.type());
    }

    private static @Nullable String original(MimePart message, List<MimePart> parts) {
        var named = parts.stream()
                .filter(part -> ORIGINAL.contains(part.type()))
                .flatMap(part -> part.innerHead().ids("Message-ID").stream());
        return Stream.concat(named, message.head().ids("In-Reply-To").stream())
                .findFirst()
                .orElse(null);
    }

    private static List<Recipient> recipients(MimePart status) {
        var text = new String(status.content(LONGEST).bytes(), StandardCharsets.UTF_8).strip();
        var recipients = new ArrayList<Recipient>();
        Arrays.stream(EMPTY_LINE.split(text))
                .map(group -> group.getBytes(StandardCharsets.UTF_8))
                .map(group -> MailHead.of(group, 0, group.length))
                .flatMap(group -> recipient(group).stream())
                .limit(MOST_RECIPIENTS)
                .forEach(recipients::add);
        return recipients;
    }

    private static Optional<Recipient> recipient(MailHead group) {
        var address = address(group.text("Original-Recipient")).or(() -> address(group.text("Final-Recipient")));
        return address.map(at ->
                new Recipient(at, outcome(group.text("Action")), group.text("Status"), group.text("Diagnostic-Code")));
    }

    /** From {@code rfc822; jo@kestrel.example}. */
    private static Optional<String> address(String field) {
        var address = field.substring(field.indexOf(';') + 1)
                .strip()
                .replaceAll("^<|>$", "")
                .toLowerCase(Locale.ROOT);
        return MailAddress.isValid(address) ? Optional.of(address) : Optional.empty();
    }

    private static Outcome outcome(String action) {
        return switch (action.toLowerCase(Locale.ROOT)) {
            case "failed" -> Outcome.FAILED;
            case "delayed" -> Outcome.DELAYED;
            default -> Outcome.OTHER;
        };
    }
}
