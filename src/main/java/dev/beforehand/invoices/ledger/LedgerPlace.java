package dev.beforehand.invoices.ledger;

import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param ledger the folder with {@code invoices.csv} and {@code clients.csv}, or one file of invoices; empty for none
 * @param currency of amounts without one
 */
@ConfigurationProperties("beforehand")
record LedgerPlace(
        @Nullable String ledger, @DefaultValue("EUR") CurrencyUnit currency) {

    /** Whether a folder or file is watched. */
    boolean isWatched() {
        return ledger != null && !ledger.isBlank();
    }
}
