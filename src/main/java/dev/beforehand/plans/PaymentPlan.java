package dev.beforehand.plans;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;

/** An agreement to pay what is owed in parts. Its instalments sum exactly to its total, which is what was owed when it was proposed. */
public record PaymentPlan(
        @Id @Nullable PlanId id,
        @Version @Nullable Long version,
        ClientId clientId,
        CurrencyUnit currency,
        long total,
        State state,
        ColleagueId proposedBy,
        Instant proposedAt,
        @Nullable ColleagueId decidedBy,
        @Nullable Instant decidedAt,
        @Embedded.Nullable @Nullable Signature signature,
        @MappedCollection(idColumn = "payment_plan") Set<PlannedInvoice> invoices,

        @MappedCollection(idColumn = "payment_plan", keyColumn = "number")
        List<Instalment> instalments) {

    /** Where a plan stands. */
    public enum State {
        PROPOSED,
        APPROVED,
        DECLINED
    }

    public PaymentPlan {
        long sum = instalments.stream().mapToLong(Instalment::amount).sum();
        if (sum != total) {
            throw new IllegalArgumentException(
                    "The instalments come to " + sum + " and not to the plan's " + total + ".");
        }
    }

    public PlanId knownId() {
        return Objects.requireNonNull(id, "A plan has its id once it is saved.");
    }

    public Money money() {
        return Money.ofMinor(currency, total);
    }

    public Money money(Instalment instalment) {
        return Money.ofMinor(currency, instalment.amount());
    }

    PaymentPlan decided(State decision, ColleagueId by, Instant at) {
        return new PaymentPlan(
                id,
                version,
                clientId,
                currency,
                total,
                decision,
                proposedBy,
                proposedAt,
                by,
                at,
                signature,
                invoices,
                instalments);
    }

    PaymentPlan signed(ColleagueId by, Instant at) {
        return new PaymentPlan(
                id,
                version,
                clientId,
                currency,
                total,
                state,
                proposedBy,
                proposedAt,
                decidedBy,
                decidedAt,
                new Signature(by, at, terms()),
                invoices,
                instalments);
    }

    /** The first signature, as long as the plan is what was signed. */
    public Optional<Signature> standingSignature() {
        return Optional.ofNullable(signature).filter(signed -> terms().equals(signed.terms()));
    }

    /** All that somebody agrees to by signing. */
    private String terms() {
        var covered = invoices.stream()
                .map(invoice -> invoice.invoiceId().toString())
                .sorted()
                .collect(Collectors.joining(","));
        var parts = instalments.stream()
                .map(part -> part.payableOn() + " " + part.amount())
                .collect(Collectors.joining(","));
        return money() + " of " + covered + ": " + parts;
    }
}
