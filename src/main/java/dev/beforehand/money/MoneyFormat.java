package dev.beforehand.money;

import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.joda.money.Money;

/** Writes amounts as a reader of the given locale expects them: {@code €1,234.50}, {@code 1.234,50 €}, {@code ¥1,200}. */
public final class MoneyFormat {

    /** A currency without a symbol: its code is kept apart from the digits. */
    private static final Pattern CODE_AT_DIGIT = Pattern.compile("([A-Z]{3})(?=\\d)");

    private MoneyFormat() {}

    public static String format(Money amount, Locale locale) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(amount.getCurrencyUnit().getCode()));
        format.setMinimumFractionDigits(amount.getScale());
        format.setMaximumFractionDigits(amount.getScale());
        return CODE_AT_DIGIT.matcher(format.format(amount.getAmount())).replaceFirst("$1\u00a0");
    }
}
