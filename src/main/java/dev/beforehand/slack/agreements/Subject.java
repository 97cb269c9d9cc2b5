package dev.beforehand.slack.agreements;

import dev.beforehand.checkins.CheckInId;
import dev.beforehand.clients.ClientId;
import dev.beforehand.correspondence.IncomingId;
import dev.beforehand.invoices.InvoiceId;

/** What an agreement is about. It travels in buttons and forms by its key; what that comes to is looked up each time. */
public sealed interface Subject {

    /** One invoice. */
    record OfInvoice(InvoiceId id) implements Subject {

        @Override
        public String key() {
            return "invoice:" + id;
        }
    }

    /** All that a client owes. */
    record OfClient(ClientId id) implements Subject {

        @Override
        public String key() {
            return "client:" + id;
        }
    }

    /** The invoices of a check-in. */
    record OfCheckIn(CheckInId id) implements Subject {

        @Override
        public String key() {
            return "check-in:" + id;
        }
    }

    /** The invoices that a mail of a client is about. */
    record OfMail(IncomingId id) implements Subject {

        @Override
        public String key() {
            return "mail:" + id;
        }
    }

    String key();

    /** @param key as {@link #key} wrote it; a number alone is a check-in's, as the cards of earlier versions have it */
    static Subject of(String key) {
        int colon = key.indexOf(':');
        if (colon < 0) {
            return new OfCheckIn(new CheckInId(Long.parseLong(key)));
        }
        long id = Long.parseLong(key.substring(colon + 1));
        return switch (key.substring(0, colon)) {
            case "invoice" -> new OfInvoice(new InvoiceId(id));
            case "client" -> new OfClient(new ClientId(id));
            case "check-in" -> new OfCheckIn(new CheckInId(id));
            case "mail" -> new OfMail(new IncomingId(id));
            default -> throw new IllegalArgumentException("An agreement is about no such thing as " + key + ".");
        };
    }
}
