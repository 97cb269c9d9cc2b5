package dev.beforehand.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server says became of a letter (RFC 3464). Anybody can write one: it counts only about a letter that was
 * sent, and an address to which it went.
 *
 * @param originalMessageId of the letter; empty where the report does not name it
 */
public record DeliveryReport(@Nullable String originalMessageId, List<Recipient> recipients) {

    public DeliveryReport {
        recipients = List.copyOf(recipients);
    }

    /** What became of it at one address. */
    public enum Outcome {
        FAILED,
        DELAYED,
        /** Delivered, relayed, or something that nobody knows. */
        OTHER
    }

    /**
     * @param address in lower case: the one to which the letter was sent, or at which it ended where the report does not say
     * @param status like {@code 5.1.1}; may be empty
     * @param said what the server said; may be empty
     */
    public record Recipient(String address, Outcome outcome, String status, String said) {

        /** Whether it is of no use to try again. */
        public boolean isPermanent() {
            return outcome == Outcome.FAILED && !status.startsWith("4");
        }
    }

    /** Without an address, as it may stand in a log. */
    @Override
    public String toString() {
        return "DeliveryReport[" + recipients.size() + " recipients]";
    }
}
