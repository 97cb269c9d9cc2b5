package dev.beforehand.slack;

import dev.beforehand.letters.Language;
import dev.beforehand.money.MoneyFormat;
import dev.beforehand.money.Totals;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.joda.money.Money;
import org.springframework.util.unit.DataSize;

/** How values are written in Slack, in the {@link Language} spoken. What comes from outside is cut here and escaped by the phrase that it goes into. */
public final class Format {

    private static final Map<Locale, Ways> WAYS = Map.of(
            Locale.ENGLISH,
            new Ways(Locale.UK, Locale.ENGLISH, "d MMM"),
            Locale.GERMAN,
            new Ways(Locale.GERMANY, Locale.GERMAN, "d. MMM"));
    private static final int LONGEST_NAME = 60;

    private Format() {}

    /** How a language writes. */
    private record Ways(Locale locale, DateTimeFormatter day, DateTimeFormatter longDay) {

        /** @param days in which months are written: British ones have a "Sept" that is longer than all others */
        Ways(Locale amounts, Locale days, String dayOfMonth) {
            this(
                    amounts,
                    DateTimeFormatter.ofPattern("EEE " + dayOfMonth, days),
                    DateTimeFormatter.ofPattern("EEEE, " + dayOfMonth + "M yyyy", days));
        }
    }

    private static Ways ways() {
        return Objects.requireNonNull(WAYS.get(Language.spoken()));
    }

    /** {@code Wed 19 Jun}; a due date is no instant and is never converted to a reader's zone. */
    public static String day(LocalDate day) {
        return ways().day().format(day);
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
        return ways().longDay().format(day);
    }

    /** Slack shows it in each reader's own zone. Markup: for {@code {{{triple}}}} places only. */
    public static String moment(Instant instant) {
        return "<!date^%d^{date_short_pretty} {time}|%s>".formatted(instant.getEpochSecond(), instant);
    }

    public static String money(Money amount) {
        return MoneyFormat.format(amount, ways().locale());
    }

    /** {@code 1.5}. */
    public static String decimal(double number) {
        return String.format(ways().locale(), "%.1f", number);
    }

    /** {@code 2.75}, with all its decimals. */
    public static String number(BigDecimal number) {
        return String.format(ways().locale(), "%." + Math.max(0, number.scale()) + "f", number);
    }

    /** {@code 12,345}. */
    public static String count(long number) {
        return String.format(ways().locale(), "%,d", number);
    }

    /** {@code 12 KB}, {@code 1.5 MB}; never nothing. */
    public static String size(DataSize size) {
        double megabytes = size.toBytes() / (double) DataSize.ofMegabytes(1).toBytes();
        return megabytes < 1
                ? Math.max(1, size.toKilobytes()) + " KB"
                : new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(ways().locale())).format(megabytes)
                        + " MB";
    }

    public static String totals(Totals totals) {
        return totals.format(ways().locale());
    }

    /** {@code German}. */
    public static String language(Locale language) {
        return language.getDisplayLanguage(Language.spoken());
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
