package dev.beforehand.invoices.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as people and programs write them: 2013-06-17, 17/06/2013, 6-17-13, 17. Juni 2013, Jun 17, 2013, 20130617. A
 * time behind the date is dropped. One instance reads one value after the other and makes no garbage; not thread-safe.
 */
final class DateText {

    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2199;
    private static final Map<String, Integer> MONTHS = months();

    private final int pivot;
    private final int[] numbers = new int[3];
    private final int[] digits = new int[3];
    private int named;
    private int parts;

    /** @param thisYear a year of two digits is one of the 79 before or the 20 after it */
    DateText(int thisYear) {
        this.pivot = thisYear + 20;
    }

    /** The date that the text is in this order; empty where it is none. */
    @Nullable
    LocalDate read(String text, @Nullable DateOrder order) {
        if (!split(text)) {
            return null;
        }
        if (digits[0] == 4) {
            return date(0, numbers[1], 2);
        }
        if (named >= 0) {
            return date(2, numbers[named], 1 - named);
        }
        return order == null ? null : order == DateOrder.DMY ? date(2, numbers[1], 0) : date(2, numbers[0], 1);
    }

    /** Whether the text says by itself what is the day and what the month. */
    boolean isPlain(String text) {
        return split(text) && (digits[0] == 4 || named >= 0);
    }

    private @Nullable LocalDate date(int yearPart, int month, int dayPart) {
        int year = year(yearPart);
        int day = numbers[dayPart];
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        return day > 28 && day > YearMonth.of(year, month).lengthOfMonth() ? null : LocalDate.of(year, month, day);
    }

    private int year(int part) {
        if (digits[part] == 4) {
            return numbers[part];
        }
        if (digits[part] != 2) {
            return 0;
        }
        int year = pivot / 100 * 100 + numbers[part];
        return year > pivot ? year - 100 : year;
    }

    /** Three parts, one of which may be the name of a month; whatever follows has to look like a time. */
    private boolean split(String text) {
        parts = 0;
        named = -1;
        int at = 0;
        int end = text.length();
        while (at < end && parts < 3) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                at = number(text, at);
            } else if (Character.isLetter(c)) {
                at = name(text, at);
            } else if (c == '-' || c == '/' || c == '.' || c == ' ' || c == ',') {
                at++;
            } else {
                return false;
            }
            if (at < 0) {
                return false;
            }
            if (parts == 1 && digits[0] == 8) {
                return eightDigits() && isTime(text, at);
            }
        }
        return parts == 3 && (digits[0] != 4 || digits[2] <= 2) && !dashedShortYear(text) && isTime(text, at);
    }

    /** 13-06-17 may begin with its year as well. */
    private boolean dashedShortYear(String text) {
        return named < 0 && digits[0] != 4 && digits[2] != 4 && text.indexOf('-') > 0;
    }

    private int number(String text, int from) {
        int value = 0;
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            if (at - from == 8) {
                return -1;
            }
            value = value * 10 + text.charAt(at++) - '0';
        }
        numbers[parts] = value;
        digits[parts++] = at - from;
        return at;
    }

    private int name(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        var month = MONTHS.get(text.substring(from, at).toLowerCase(Locale.ROOT));
        if (month == null || named >= 0 || parts > 1) {
            return -1;
        }
        named = parts;
        digits[parts] = 0;
        numbers[parts++] = month;
        return at;
    }

    private boolean eightDigits() {
        numbers[2] = numbers[0] % 100;
        numbers[1] = numbers[0] / 100 % 100;
        numbers[0] /= 10_000;
        digits[0] = 4;
        return true;
    }

    private static boolean isTime(String text, int from) {
        if (from == text.length()) {
            return true;
        }
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == ',' || text.charAt(at) == 'T')) {
            at++;
        }
        return at == text.length() || (at > from && text.indexOf(':', at) > at && Character.isDigit(text.charAt(at)));
    }

    private static Map<String, Integer> months() {
        var names = new TreeMap<String, Integer>();
        var written = "jan january januar jaenner jänner,feb february februar,mar march mrz märz maerz mär,apr april,"
                + "may mai,jun june juni,jul july juli,aug august,sep sept september,oct october okt oktober,"
                + "nov november,dec december dez dezember";
        var months = written.split(",");
        for (int i = 0; i < months.length; i++) {
            for (var name : months[i].split(" ")) {
                names.put(name, i + 1);
            }
        }
        return Map.copyOf(names);
    }
}
