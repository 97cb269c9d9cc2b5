package dev.beforehand.money;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Sums of money, one per currency and in the order of their codes; currencies are never added together. Immutable. */
public final class Totals {

    public static final Totals NONE = new Totals(new TreeMap<>());

    private final SortedMap<CurrencyUnit, Money> sums;

    private Totals(SortedMap<CurrencyUnit, Money> sums) {
        this.sums = Collections.unmodifiableSortedMap(sums);
    }

    public static Totals of(Iterable<Money> amounts) {
        var sums = new TreeMap<CurrencyUnit, Money>();
        amounts.forEach(amount -> sums.merge(amount.getCurrencyUnit(), amount, Money::plus));
        return sums.isEmpty() ? NONE : new Totals(sums);
    }

    /** Collects amounts of any currencies into their totals. */
    public static Collector<Money, ?, Totals> summing() {
        return Collectors.collectingAndThen(Collectors.toList(), Totals::of);
    }

    public Totals plus(Totals other) {
        var sums = new TreeMap<>(this.sums);
        other.sums.forEach((currency, sum) -> sums.merge(currency, sum, Money::plus));
        return new Totals(sums);
    }

    public List<Money> amounts() {
        return List.copyOf(sums.values());
    }

    /** The total in this currency; zero where nothing was added in it. */
    public Money in(CurrencyUnit currency) {
        return sums.getOrDefault(currency, Money.zero(currency));
    }

    public boolean isEmpty() {
        return sums.isEmpty();
    }

    /** {@code €1,234.50 + $80.00}: side by side, because they cannot be added. */
    public String format(Locale locale) {
        return sums.values().stream()
                .map(amount -> MoneyFormat.format(amount, locale))
                .collect(Collectors.joining(" + "));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Totals totals && sums.equals(totals.sums);
    }

    @Override
    public int hashCode() {
        return sums.hashCode();
    }

    @Override
    public String toString() {
        return sums.values().toString();
    }
}
