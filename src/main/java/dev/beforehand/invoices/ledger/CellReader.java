package dev.beforehand.invoices.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one file's rows by the file's conventions. Not thread-safe. */
final class CellReader {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u2028\\u2029]+");
    private static final int LONGEST_TEXT = 200;

    private final Conventions conventions;
    private final Currencies currencies;
    private final DateText dates;
    private final AmountText amounts = new AmountText();

    CellReader(Conventions conventions, Currencies currencies, int thisYear) {
        this.conventions = conventions;
        this.currencies = currencies;
        this.dates = new DateText(thisYear);
    }

    @Nullable
    LocalDate date(Row row, Field field) {
        var text = row.text(field);
        if (Words.isNothing(text)) {
            return null;
        }
        var order = conventions.orders().get(field);
        var date = dates.read(text, order);
        if (date == null) {
            throw new RowRefused(field, text, noDate(text, order));
        }
        return date;
    }

    private String noDate(String text, @Nullable DateOrder order) {
        var other = order == DateOrder.DMY ? DateOrder.MDY : DateOrder.DMY;
        if (order == null || dates.read(text, other) == null) {
            return "ledger.remedy.no-date";
        }
        return order == DateOrder.DMY ? "ledger.remedy.day-first" : "ledger.remedy.month-first";
    }

    /** The currency's sign or code beside an amount; empty where there is none. */
    @Nullable
    String sign(String amount) {
        return amounts.scan(amount) == AmountText.Shape.NO_NUMBER ? null : amounts.currencySign();
    }

    /** An amount in the currency's minor units. */
    long amount(Row row, Field field, CurrencyUnit currency) {
        var text = row.text(field);
        var shape = amounts.scan(text);
        var sign = amounts.currencySign();
        if (shape == AmountText.Shape.NO_NUMBER) {
            throw new RowRefused(
                    field, text, text.isEmpty() ? "ledger.remedy.no-amount-there" : "ledger.remedy.no-amount");
        }
        if (sign != null) {
            currencies.check(field, text, sign, currency);
        }
        try {
            return amounts.minor(text, mark(shape, field, text), currency.getDecimalPlaces());
        } catch (ArithmeticException e) {
            throw new RowRefused(field, text, String.valueOf(e.getMessage()), Map.of("currency", currency.getCode()));
        }
    }

    private char mark(AmountText.Shape shape, Field field, String text) {
        return switch (shape) {
            case POINT -> DecimalMark.POINT.sign();
            case COMMA -> DecimalMark.COMMA.sign();
            case WHOLE, NO_NUMBER -> DecimalMark.POINT.sign();
            case POINT_OR_GROUP, COMMA_OR_GROUP -> {
                if (conventions.decimalMark() == null) {
                    throw new RowRefused(field, text, "ledger.remedy.two-ways");
                }
                yield conventions.decimalMark().sign();
            }
        };
    }

    /** A short text in one line. */
    static String text(Heading field, String text) {
        checkText(field, text, LONGEST_TEXT);
        return inOneLine(text);
    }

    /** @throws RowRefused where a name or number is missing or is no text that can be kept */
    static void checkText(Heading field, String text, int longest) {
        if (text.isEmpty()) {
            throw new RowRefused(field, text, "ledger.remedy.empty");
        }
        if (text.length() > longest) {
            throw new RowRefused(field, text, "ledger.remedy.too-long", Map.of("longest", longest));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\ufffd') {
                throw new RowRefused(field, text, "ledger.remedy.not-utf-8");
            }
            if (Character.isISOControl(c) && !Character.isWhitespace(c)) {
                throw new RowRefused(field, text, "ledger.remedy.no-text");
            }
        }
    }

    /** A cell may have line breaks; a name has none. */
    static String inOneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == '\u2028' || text.charAt(i) == '\u2029') {
                return SPACE.matcher(text).replaceAll(" ");
            }
        }
        return text;
    }
}
