package dev.beforehand.accounts;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.PreferenceField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A client as it stands on a day.
 *
 * @param accountManager who looks after it; empty where nobody does
 * @param unreachable its addresses to which no letter goes now, in lower case
 * @param edits where the preferences of today are not those of the list of clients
 * @param balances what it owes, a currency each
 * @param habit how late it pays; empty where too few payments were noted
 */
public record Account(
        Client client,
        LocalDate day,
        @Nullable String accountManager,
        Map<String, Suspension> unreachable,
        Map<PreferenceField, Edit> edits,
        List<Balance> balances,
        @Nullable Habit habit,
        First<Promised> promises,
        First<Planned> plans,
        First<Disputed> disputes,
        First<Held> holds) {

    /** @param until when a pause ends; empty: until somebody says that the address is right again */
    public record Suspension(@Nullable Instant until) {}

    /** @param listed what the list of clients says instead */
    public record Edit(@Nullable String listed, String by, Instant at) {}

    /** The ageing buckets, in days past the due date. */
    public enum Age {
        NOT_DUE,
        UP_TO_30,
        UP_TO_60,
        UP_TO_90,
        OVER_90
    }

    /** What is open in one currency, and how old it is. */
    public record Balance(CurrencyUnit currency, int invoices, Map<Age, Money> byAge) {

        public Money total() {
            return Money.total(currency, byAge.values());
        }
    }

    /** @param invoices how many of them are in it */
    public record Promised(Money amount, LocalDate by, int invoices, String author, Instant at) {}

    /** @param approvedBy empty: it waits for a decision */
    public record Planned(
            Money total,
            int instalments,
            LocalDate last,
            String proposedBy,
            @Nullable String approvedBy) {}

    /** @param reason the name of the problem */
    public record Disputed(String invoice, String reason, String owner, Instant since) {}

    /** @param invoice empty: all letters to the client */
    public record Held(@Nullable String invoice, LocalDate until, String reason, String by) {}
}
