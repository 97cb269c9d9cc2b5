package dev.beforehand.invoices.ledger;

import dev.beforehand.money.Totals;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What the invoices of one file come to, in each currency. */
final class InvoiceSums {

    private final Map<String, Money> amounts = new HashMap<>();
    private final Map<String, Money> open = new HashMap<>();

    void add(LedgerInvoice invoice) {
        add(amounts, invoice.currency(), invoice.total());
        if (invoice.closedBy() == null) {
            add(open, invoice.currency(), invoice.total() - invoice.paid());
        }
    }

    Totals amounts() {
        return Totals.of(amounts.values());
    }

    Totals open() {
        return Totals.of(open.values());
    }

    private static void add(Map<String, Money> sums, String currency, long minor) {
        sums.merge(currency, Money.ofMinor(CurrencyUnit.of(currency), minor), Money::plus);
    }
}
