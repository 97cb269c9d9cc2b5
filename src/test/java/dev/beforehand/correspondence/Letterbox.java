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

/** Mails as they arrive. */
record Letterbox(IncomingMail mail) {

    static Letterbox from(@Nullable String address) {
        var id = UUID.randomUUID();
        return new Letterbox(new IncomingMail(
                id.toString(),
                "<" + id + "@client.example>",
                List.of(),
                address == null ? null : new MailAddress(address, "Jo"),
                List.of("replies@brightwater.example"),
                "Re: Invoice INV-1",
                null,
                "We pay on Friday.",
                List.of(),
                Kind.HUMAN,
                null,
                false));
    }

    static Letterbox report(@Nullable String original, String recipient, Outcome outcome, String status) {
        var report = new DeliveryReport(
                original, List.of(new Recipient(recipient, outcome, status, "smtp; 550 no such user")));
        return from("mailer-daemon@client.example").with(Kind.REPORT, report);
    }

    Letterbox answering(String... ids) {
        return with(List.of(ids), mail.to(), mail.attachments());
    }

    Letterbox to(String... addresses) {
        return with(mail.references(), List.of(addresses), mail.attachments());
    }

    Letterbox attaching(String name, @Nullable String content) {
        return with(
                mail.references(),
                mail.to(),
                List.of(new IncomingAttachment(
                        name,
                        "application/pdf",
                        7,
                        content == null ? null : content.getBytes(StandardCharsets.UTF_8))));
    }

    Letterbox automatic() {
        return with(Kind.AUTOMATIC, null);
    }

    Letterbox called(String messageId) {
        return new Letterbox(new IncomingMail(
                mail.key(),
                messageId,
                mail.references(),
                mail.from(),
                mail.to(),
                mail.subject(),
                mail.sentAt(),
                mail.text(),
                mail.attachments(),
                mail.kind(),
                mail.report(),
                mail.cutOff()));
    }

    private Letterbox with(Kind kind, @Nullable DeliveryReport report) {
        return new Letterbox(new IncomingMail(
                mail.key(),
                mail.messageId(),
                mail.references(),
                mail.from(),
                mail.to(),
                mail.subject(),
                mail.sentAt(),
                mail.text(),
                mail.attachments(),
                kind,
                report,
                mail.cutOff()));
    }

    private Letterbox with(List<String> references, List<String> to, List<IncomingAttachment> attachments) {
        return new Letterbox(new IncomingMail(
                mail.key(),
                mail.messageId(),
                references,
                mail.from(),
                to,
                mail.subject(),
                mail.sentAt(),
                mail.text(),
                attachments,
                mail.kind(),
                mail.report(),
                mail.cutOff()));
    }
}
