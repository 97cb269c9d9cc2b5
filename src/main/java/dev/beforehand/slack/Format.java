package dev.beforehand.slack;

import dev.beforehand.money.MoneyFormat;
import dev.beforehand.money.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.joda.money.Money;

/** How values are written in Slack. What comes from outside is cut here and escaped by the phrase that it goes into. */
public final class Format {

    private static final Locale LOCALE = Locale.UK;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final int LONGEST_NAME = 60;

    private Format() {}

    /** {@code Wed 19 Jun}; a due date is no instant and is never converted to a reader's zone. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code Wed 19 Jun}, and {@code Tue 19 Jun 2012} where it is of another year than today. */
    public static String day(LocalDate day, LocalDate today) {
        return day.getYear() == today.getYear() ? day(day) : dayAndYear(day);
    }

    /** {@code Wed 19 Jun 2013}: for days that lie far apart. */
    public static String dayAndYear(LocalDate day) {
        return day(day) + " " + day.getYear();
    }

    /** {@code Wednesday, 19 June 2013}. */
    public static String longDay(LocalDate day) {
        return LONG_DAY.format(day);
    }

    /** Slack shows it in each reader's own zone. Markup: for {@code {{{triple}}}} places only. */
    public static String moment(Instant instant) {
        return "<!date^%d^{date_short_pretty} {time}|%s>".formatted(instant.getEpochSecond(), instant);
    }

    public static String money(Money amount) {
        return MoneyFormat.format(amount, LOCALE);
    }

    public static String totals(Totals totals) {
        return totals.format(LOCALE);
    }

    /** {@code German}. */
    public static String language(Locale language) {
        return language.getDisplayLanguage(Locale.ENGLISH);
    }

    /** A name from outside, on one line and no longer than fits beside others. */
    public static String name(String name) {
        return cut(name.strip().replaceAll("\\s+", " "), LONGEST_NAME);
    }

    /** The text itself, or its beginning with an ellipsis. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
