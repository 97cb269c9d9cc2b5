package dev.beforehand.invoices.ledger;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Tells a row's currency from its column, from the sign beside its amount, and from the settings, in this order. */
final class Currencies {

    private static final Set<String> DOLLARS = Set.of("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD");
    private static final Set<String> CROWNS = Set.of("SEK", "NOK", "DKK", "CZK", "ISK");
    private static final Map<String, Set<String>> SIGNS = Map.ofEntries(
            Map.entry("€", Set.of("EUR")),
            Map.entry("£", Set.of("GBP")),
            Map.entry("$", DOLLARS),
            Map.entry("US$", Set.of("USD")),
            Map.entry("¥", Set.of("JPY", "CNY")),
            Map.entry("₹", Set.of("INR")),
            Map.entry("₩", Set.of("KRW")),
            Map.entry("zł", Set.of("PLN")),
            Map.entry("Kč", Set.of("CZK")),
            Map.entry("kr", CROWNS),
            Map.entry("SFr", Set.of("CHF")),
            Map.entry("Fr", Set.of("CHF")),
            Map.entry("R", Set.of("ZAR")));
    private static final Map<String, CurrencyUnit> CODES = CurrencyUnit.registeredCurrencies().stream()
            .collect(Collectors.toUnmodifiableMap(CurrencyUnit::getCode, Function.identity()));
    private static final Map<String, String> USUAL = Map.of("$", "USD", "¥", "JPY");

    private final CurrencyUnit usual;

    /** @param usual of amounts that say nothing */
    Currencies(CurrencyUnit usual) {
        this.usual = usual;
    }

    CurrencyUnit usual() {
        return usual;
    }

    /** What a currency column says. */
    CurrencyUnit named(String text) {
        var currency = code(text);
        if (currency == null) {
            throw new RowRefused(Field.CURRENCY, text, "ledger.remedy.currency");
        }
        return currency;
    }

    /** What the sign beside an amount says, where there is no column: $ may be the company's own dollars. */
    CurrencyUnit signed(Field field, String text, String sign) {
        if (allows(sign, usual)) {
            return usual;
        }
        var signs = SIGNS.getOrDefault(sign, Set.of());
        var only = signs.size() == 1 ? signs.iterator().next() : USUAL.getOrDefault(sign, sign);
        var currency = code(only);
        if (currency == null) {
            throw new RowRefused(field, text, "ledger.remedy.no-sign");
        }
        return currency;
    }

    /** @throws RowRefused where the amount says another currency than its row */
    void check(Field field, String text, String sign, CurrencyUnit currency) {
        if (!allows(sign, currency)) {
            throw new RowRefused(field, text, "ledger.remedy.other-currency", Map.of("currency", currency.getCode()));
        }
    }

    private static boolean allows(String sign, CurrencyUnit currency) {
        return sign.equalsIgnoreCase(currency.getCode())
                || SIGNS.getOrDefault(sign, Set.of()).contains(currency.getCode());
    }

    private static @Nullable CurrencyUnit code(String text) {
        return CODES.get(text.toUpperCase(Locale.ROOT));
    }
}
