package dev.beforehand.clients;

import java.time.DayOfWeek;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be said about how a client wants to be written to; the names stand in the database and in the keys of phrases. */
public enum PreferenceField {
    LANGUAGE,
    REGION,
    SALUTATION,
    CC,
    PURCHASE_ORDER,
    PAY_RUN,
    /** {@code true}: one letter for each invoice. */
    LETTERS,
    STATEMENT,
    THANKS;

    /** As it is kept; empty where the client has no wish. */
    public @Nullable String of(Client client) {
        var wishes = client.preferences();
        return switch (this) {
            case LANGUAGE -> client.language();
            case REGION -> client.region();
            case SALUTATION -> wishes.salutation();
            case CC -> wishes.ccEmails();
            case PURCHASE_ORDER -> wishes.purchaseOrder();
            case PAY_RUN -> wishes.payRun() == null ? null : wishes.payRun().name();
            case LETTERS -> Boolean.toString(wishes.letterPerInvoice());
            case STATEMENT -> Boolean.toString(wishes.statement());
            case THANKS -> Boolean.toString(wishes.thanks());
        };
    }

    /** Tells whether it has changed since somebody looked at it. */
    public int fingerprint(Client client) {
        return fingerprint(of(client));
    }

    static int fingerprint(@Nullable String value) {
        return Objects.hashCode(value);
    }

    /** The client with this value of it. */
    Client in(Client client, @Nullable String value) {
        return new Client(
                client.id(),
                client.name(),
                client.nameKey(),
                client.contactName(),
                client.contactEmail(),
                client.accountManagerId(),
                this == LANGUAGE ? value : client.language(),
                client.timeZone(),
                client.country(),
                this == REGION ? value : client.region(),
                client.tag(),
                in(client.preferences(), value));
    }

    private Preferences in(Preferences wishes, @Nullable String value) {
        return new Preferences(
                this == CC ? value : wishes.ccEmails(),
                this == PAY_RUN ? (value == null ? null : DayOfWeek.valueOf(value)) : wishes.payRun(),
                this == PURCHASE_ORDER ? value : wishes.purchaseOrder(),
                this == LETTERS ? Boolean.parseBoolean(value) : wishes.letterPerInvoice(),
                this == STATEMENT ? Boolean.parseBoolean(value) : wishes.statement(),
                this == SALUTATION ? value : wishes.salutation(),
                this == THANKS ? Boolean.parseBoolean(value) : wishes.thanks());
    }

    /** Whether both say the same about it. A region means nothing without its country. */
    boolean isSame(Client one, Client other) {
        return Objects.equals(of(one), of(other)) && (this != REGION || Objects.equals(one.country(), other.country()));
    }
}
