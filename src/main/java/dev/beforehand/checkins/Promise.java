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
        /** A newer one took its place, or the invoices were voided. */
        CANCELLED
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
     * What has become of it by a day: kept as soon as the amount has arrived on its invoices since it was made, in however
     * many parts; broken once its grace is over. What was voided is no longer awaited.
     *
     * @param now its invoices as they are on that day
     * @param graceEnds the last day of its grace
     */
    State judge(Map<InvoiceId, Invoice> now, LocalDate graceEnds, LocalDate today) {
        long owed = 0;
        long arrived = 0;
        for (var promised : invoices) {
            var invoice = now.get(promised.invoiceId());
            if (invoice != null && !isVoid(invoice, today)) {
                owed += promised.owed();
                arrived +=
                        Math.max(0, promised.owed() - invoice.balanceOn(today).getAmountMinorLong());
            }
        }
        if (owed == 0) {
            return State.CANCELLED;
        }
        if (arrived >= Math.min(amount, owed)) {
            return State.KEPT;
        }
        return today.isAfter(graceEnds) ? State.BROKEN : State.ACTIVE;
    }

    private static boolean isVoid(Invoice invoice, LocalDate today) {
        return !invoice.isOpenOn(today) && invoice.closedBy() == ClosedBy.VOID;
    }
}
