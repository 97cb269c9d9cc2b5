package dev.beforehand.invoices.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Reads amounts as people and programs write them: 1,234.50, 1.234,50, 1 234,50, 1'234.50, (12.00), 12.00-, € 12,00, 12 EUR.
 * One instance reads one value after the other and makes no garbage; not thread-safe.
 */
final class AmountText {

    /** What the separators of a number say. */
    enum Shape {
        NO_NUMBER,
        /** No separator that could stand before decimals. */
        WHOLE,
        POINT,
        COMMA,
        /** One point, or one comma, with three digits behind: it groups, or the number has three decimals. */
        POINT_OR_GROUP,
        COMMA_OR_GROUP
    }

    private static final long TOO_MUCH = 100_000_000_000_000L;

    private int from;
    private int to;
    private boolean negative;
    private @Nullable String sign;

    /** The currency's sign or code that stood beside the last number scanned; empty where there was none. */
    @Nullable
    String currencySign() {
        return sign;
    }

    Shape scan(String text) {
        strip(text);
        int points = 0;
        int commas = 0;
        int last = -1;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                points++;
                last = i;
            } else if (c == ',') {
                commas++;
                last = i;
            } else if (!isDigit(c) && !isGroup(c)) {
                return Shape.NO_NUMBER;
            }
        }
        boolean point = last >= 0 && text.charAt(last) == '.';
        var shape = last < 0 ? Shape.WHOLE : shape(text, point ? points : commas, point ? commas : points, last, point);
        boolean decimals = shape == (point ? Shape.POINT : Shape.COMMA);
        return isWellGrouped(text, decimals ? last : to) ? shape : Shape.NO_NUMBER;
    }

    private Shape shape(String text, int count, int others, int last, boolean point) {
        if (count > 1) {
            return others > 0 ? Shape.NO_NUMBER : point ? Shape.COMMA : Shape.POINT;
        }
        boolean mayGroup = others == 0 && to - last == 4 && last > from && last - from <= 3 && text.charAt(from) != '0';
        return mayGroup ? point ? Shape.POINT_OR_GROUP : Shape.COMMA_OR_GROUP : point ? Shape.POINT : Shape.COMMA;
    }

    /** Groups have three digits, in India two but for the last; behind the decimal mark there are digits alone. */
    private boolean isWellGrouped(String text, int decimalMark) {
        int run = 0;
        int groups = 0;
        for (int i = from; i < decimalMark; i++) {
            if (isDigit(text.charAt(i))) {
                run++;
            } else if (run < (groups == 0 ? 1 : 2) || run > 3) {
                return false;
            } else {
                groups++;
                run = 0;
            }
        }
        for (int i = decimalMark + 1; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return groups > 0 ? run == 3 : run > 0 || decimalMark < to - 1;
    }

    /**
     * The last scanned text in minor units.
     *
     * @throws ArithmeticException where it has more decimals than the currency, or is too much; the message is the remedy
     */
    long minor(String text, char decimalMark, int decimals) {
        long value = 0;
        int behind = -1;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == decimalMark) {
                behind = 0;
            } else if (isDigit(c)) {
                if (behind < decimals) {
                    value = value * 10 + c - '0';
                    behind += behind >= 0 ? 1 : 0;
                } else if (c != '0') {
                    throw new ArithmeticException("ledger.remedy.decimals");
                }
                if (value > TOO_MUCH) {
                    throw new ArithmeticException("ledger.remedy.too-much");
                }
            }
        }
        for (int i = Math.max(behind, 0); i < decimals; i++) {
            value *= 10;
        }
        return negative ? -value : value;
    }

    /** Leaves digits and separators between {@code from} and {@code to}. */
    private void strip(String text) {
        from = 0;
        to = text.length();
        negative = false;
        sign = null;
        while (from < to && (takeFront(text) || takeBack(text))) {
            // Each takes at least one character.
        }
    }

    private boolean takeFront(String text) {
        char c = text.charAt(from);
        int start = from;
        if (isSign(c)) {
            while (from < to && isSign(text.charAt(from))) {
                from++;
            }
            keepSign(text.substring(start, from));
        } else if (c == '(' && text.charAt(to - 1) == ')') {
            negative = true;
            from++;
            to--;
        } else if (isMinus(c) || isGroup(c) || c == '+') {
            negative |= isMinus(c);
            from++;
        }
        return from > start;
    }

    private boolean takeBack(String text) {
        char c = text.charAt(to - 1);
        int end = to;
        if (isSign(c)) {
            while (to > from && isSign(text.charAt(to - 1))) {
                to--;
            }
            keepSign(text.substring(to, end));
        } else if (isMinus(c) || isGroup(c)) {
            negative |= isMinus(c);
            to--;
        }
        return to < end;
    }

    private void keepSign(String found) {
        sign = sign == null ? found : sign + " " + found;
    }

    private static boolean isSign(char c) {
        return !isDigit(c) && (Character.isLetter(c) || Character.getType(c) == Character.CURRENCY_SYMBOL);
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == '\u2212';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isGroup(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009' || c == '\'' || c == '\u2019';
    }
}
