package dev.beforehand.invoices.ledger;

import dev.beforehand.invoices.Invoice;
import dev.beforehand.invoices.LedgerExport.Exported;
import dev.beforehand.money.Totals;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Counts invoices, and what is owed of them on a day. */
final class OpenSums {

    private final LocalDate day;
    private final Map<CurrencyUnit, Money> open = new HashMap<>();
    private long count;

    OpenSums(LocalDate day) {
        this.day = day;
    }

    void add(Invoice invoice) {
        count++;
        open.merge(invoice.total().getCurrencyUnit(), invoice.balanceOn(day), Money::plus);
    }

    Exported exported() {
        return new Exported(count, Totals.of(open.values()));
    }
}
