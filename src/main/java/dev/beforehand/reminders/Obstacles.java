package dev.beforehand.reminders;

import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.Invoice.ClosedBy;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.reminders.Observation.Chased;
import dev.beforehand.reminders.Reminder.Named;
import dev.beforehand.reminders.Verdict.Rests;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in the way of asking a client to pay, whether a cadence or a person wants to; pure. */
final class Obstacles {

    private Obstacles() {}

    /** What forbids to ask for this invoice, whoever wants to. */
    static Optional<Rests> of(Chased chased, LocalDate today) {
        var invoice = chased.invoice();
        var standing = chased.standing();
        if (today.isBefore(invoice.issuedOn())) {
            return Optional.of(new Rests(Reason.NOT_YET));
        }
        if (!invoice.balanceOn(today).isPositive()) {
            var voided = !invoice.isOpenOn(today) && invoice.closedBy() == ClosedBy.VOID;
            return Optional.of(new Rests(voided ? Reason.VOID : Reason.PAID));
        }
        if (standing.missing()) {
            return Optional.of(new Rests(Reason.NOT_IN_LEDGER));
        }
        if (chased.isDisputed()) {
            return Optional.of(new Rests(Reason.DISPUTED));
        }
        if (standing.onPlan()) {
            return Optional.of(new Rests(Reason.ON_PLAN));
        }
        return until(Reason.HELD, standing.heldUntil(), today)
                .or(() -> until(Reason.PROMISED, standing.promisedUntil(), today));
    }

    /** Which invoices of a letter must not be asked for any more, and why; looked at in the moment in which it leaves. */
    static Map<InvoiceId, Reason> fallenOut(List<Named> named, Observation seen, LocalDate today) {
        var byId = seen.invoices().stream()
                .collect(Collectors.toMap(chased -> chased.invoice().id(), Function.identity()));
        var fallenOut = new HashMap<InvoiceId, Reason>();
        for (var each : named) {
            var reason = fallsOut(each, byId.get(each.invoice()), seen, today);
            if (reason != null) {
                fallenOut.put(each.invoice(), reason);
            }
        }
        return fallenOut;
    }

    /** For which invoices of a letter nobody is to be thanked after all, and why. */
    static Map<InvoiceId, Reason> notThanked(List<Named> named, Observation seen, LocalDate today) {
        var fallenOut = new HashMap<InvoiceId, Reason>();
        for (var each : named) {
            var reason = seen.about(each.invoice())
                    .map(chased -> Optional.ofNullable(notThanked(chased.invoice(), seen, today)))
                    .orElse(Optional.of(Reason.OTHER_CLIENT));
            reason.ifPresent(why -> fallenOut.put(each.invoice(), why));
        }
        return fallenOut;
    }

    /** Why nobody is to be thanked for this invoice; empty where somebody is. */
    static @Nullable Reason notThanked(Invoice paid, Observation seen, LocalDate today) {
        if (paid.balanceOn(today).isPositive()) {
            return Reason.OPEN_AGAIN;
        }
        if (paid.closedBy() != ClosedBy.PAYMENT) {
            return Reason.VOID;
        }
        var held = seen.about(paid.id())
                .flatMap(chased -> until(Reason.HELD, chased.standing().heldUntil(), today));
        return held.map(Rests::reason).orElseGet(() -> standstill(seen));
    }

    /** @param chased the invoice as it is now; empty where it is not this client's any more */
    private static @Nullable Reason fallsOut(Named named, @Nullable Chased chased, Observation seen, LocalDate today) {
        if (chased == null) {
            return Reason.OTHER_CLIENT;
        }
        var obstacle = of(chased, today);
        if (obstacle.isPresent()) {
            return obstacle.get().reason();
        }
        return chased.invoice().dueOn().equals(named.dueOn()) ? standstill(seen) : Reason.DUE_DATE_CHANGED;
    }

    private static Optional<Rests> until(Reason reason, @Nullable LocalDate until, LocalDate today) {
        return until == null || until.isBefore(today) ? Optional.empty() : Optional.of(new Rests(reason, until));
    }

    /** What keeps back every letter to this client today, also one that a person asks for. */
    static Optional<Rests> of(Observation seen, LocalDate today) {
        var standstill = standstill(seen);
        if (standstill != null) {
            return Optional.of(new Rests(standstill));
        }
        return seen.writtenToday() ? Optional.of(new Rests(Reason.WRITTEN_TODAY, today)) : Optional.empty();
    }

    /** Who or what is missing for a letter to this client, or that somebody has to answer it first; empty where nothing is. */
    static @Nullable Reason standstill(Observation seen) {
        if (seen.standstill() != null) {
            return seen.standstill();
        }
        var missing = missing(seen);
        return missing == null && seen.replyWaits() ? Reason.REPLY_WAITS : missing;
    }

    /** Who is missing for a letter; empty where nobody is. */
    static @Nullable Reason missing(Observation seen) {
        return switch (seen.addressee()) {
            case UNKNOWN -> Reason.NO_CONTACT;
            case SUSPENDED -> Reason.ADDRESS_SUSPENDED;
            case REACHABLE -> seen.manager() == null ? Reason.NO_ACCOUNT_MANAGER : null;
        };
    }
}
