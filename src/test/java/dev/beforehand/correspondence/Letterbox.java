package dev.beforehand.correspondence;

import dev.beforehand.mail.DeliveryReport;
import dev.beforehand.mail.DeliveryReport.Outcome;
import dev.beforehand.mail.DeliveryReport.Recipient;
import dev.beforehand.mail.IncomingAttachment;
import dev.beforehand.mail.IncomingMail;
import dev.beforehand.mail.IncomingMail.Kind;
import dev.beforehand.mail.MailAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a mail as it arrives. */
final class Letterbox {

    private final String key = UUID.randomUUID().toString();
    private final @Nullable MailAddress from;
    private String messageId = "<" + key + "@client.example>";
    private @Nullable MailAddress replyTo;
    private List<String> references = List.of();
    private List<String> to = List.of("replies@brightwater.example");
    private List<IncomingAttachment> attachments = List.of();
    private Kind kind = Kind.HUMAN;
    private @Nullable DeliveryReport report;

    private Letterbox(@Nullable String from) {
        this.from = from == null ? null : new MailAddress(from, "Jo");
    }

    static Letterbox from(@Nullable String address) {
        return new Letterbox(address);
    }

    static Letterbox report(@Nullable String original, String recipient, Outcome outcome, String status) {
        var letterbox = from("mailer-daemon@client.example").as(Kind.REPORT);
        letterbox.report = new DeliveryReport(
                original, List.of(new Recipient(recipient, outcome, status, "smtp; 550 no such user")));
        return letterbox;
    }

    Letterbox answering(String... ids) {
        references = List.of(ids);
        return this;
    }

    Letterbox to(String... addresses) {
        to = List.of(addresses);
        return this;
    }

    Letterbox replyTo(String address) {
        replyTo = new MailAddress(address, null);
        return this;
    }

    Letterbox attaching(String name, @Nullable String content) {
        attachments = List.of(new IncomingAttachment(
                name, "application/pdf", 7, content == null ? null : content.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    Letterbox as(Kind kind) {
        this.kind = kind;
        return this;
    }

    Letterbox called(String messageId) {
        this.messageId = messageId;
        return this;
    }

    IncomingMail mail() {
        return new IncomingMail(
                key,
                messageId,
                references,
                from,
                replyTo,
                to,
                "Re: Invoice INV-1",
                "We pay on Friday.",
                attachments,
                kind,
                report,
                false);
    }
}
