package dev.beforehand.checkins;

import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.Invoice.ClosedBy;
import dev.beforehand.invoices.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.MappedCollection;

/**
 * A client's promise to pay an amount by a day. It is about some of the client's invoices, in one currency, and covers as
 * many of them as the amount reaches, the oldest first.
 *
 * @param judgedOn the day on which it was found to be kept or broken, or was replaced; empty while it is active
 * @param invoices the oldest first
 */
public record Promise(
        @Nullable @Id Long id,
        ClientId clientId,
        ColleagueId authorId,
        Instant madeAt,
        LocalDate promisedOn,
        long amount,
        CurrencyUnit currency,
        State state,
        @Nullable LocalDate judgedOn,

        @MappedCollection(idColumn = "promise_id", keyColumn = "position")
        List<PromisedInvoice> invoices) {

    /** What became of it; the names stand in the database. */
    public enum State {
        ACTIVE,
        KEPT,
        BROKEN,
        /** Newer ones took its place, or the invoices were voided. */
        CANCELLED
    }

    /** The id of one that was read from the database. */
    long knownId() {
        if (id == null) {
            throw new IllegalStateException("A promise has no id before it is saved.");
        }
        return id;
    }

    /** What was promised. */
    public Money money() {
        return Money.ofMinor(currency, amount);
    }

    /** What it is about. */
    public List<InvoiceId> about() {
        return invoices.stream().map(PromisedInvoice::invoiceId).toList();
    }

    /** @param oldestFirst open invoices in one currency */
    static List<PromisedInvoice> reached(Money amount, List<Invoice> oldestFirst, LocalDate today) {
        var reached = new ArrayList<PromisedInvoice>();
        long left = amount.getAmountMinorLong();
        for (var invoice : oldestFirst) {
            long owed = invoice.balanceOn(today).getAmountMinorLong();
            reached.add(new PromisedInvoice(invoice.id(), owed, left > 0));
            left -= owed;
        }
        return reached;
    }

    /**
     * What has become of it by a day: kept as soon as what falls to its invoices has arrived on them since it was made, in
     * however many parts; broken once its time is over. What was voided, and what newer promises cover, it awaits no longer.
     *
     * @param now its invoices as they are on that day
     * @param taken those of them that newer promises cover
     * @param isOver whether its grace is over, and all that was paid in it is known
     */
    State judge(Map<InvoiceId, Invoice> now, Set<InvoiceId> taken, boolean isOver, LocalDate today) {
        long left = amount;
        long awaited = 0;
        long arrived = 0;
        for (var promised : invoices) {
            long share = Math.min(left, promised.owed());
            left -= share;
            var invoice = now.get(promised.invoiceId());
            if (invoice != null && !isVoid(invoice, today) && !taken.contains(invoice.id())) {
                awaited += share;
                arrived += promised.arrived(invoice, today);
            }
        }
        if (awaited == 0) {
            return State.CANCELLED;
        }
        if (arrived >= awaited) {
            return State.KEPT;
        }
        return isOver ? State.BROKEN : State.ACTIVE;
    }

    private static boolean isVoid(Invoice invoice, LocalDate today) {
        return !invoice.isOpenOn(today) && invoice.closedBy() == ClosedBy.VOID;
    }
}
