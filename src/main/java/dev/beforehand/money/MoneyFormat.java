package dev.beforehand.money;

import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.joda.money.Money;

/** Writes amounts as a reader of the given locale expects them: {@code €1,234.50}, {@code 1.234,50 €}, {@code ¥1,200}. */
public final class MoneyFormat {

    private MoneyFormat() {}

    public static String format(Money amount, Locale locale) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(amount.getCurrencyUnit().getCode()));
        format.setMinimumFractionDigits(amount.getScale());
        format.setMaximumFractionDigits(amount.getScale());
        return format.format(amount.getAmount());
    }
}
