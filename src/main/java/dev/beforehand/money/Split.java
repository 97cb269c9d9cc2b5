package dev.beforehand.money;

import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/** Divides an amount without losing a cent. */
public final class Split {

    private Split() {}

    /**
     * {@code parts} amounts that sum exactly to {@code total}. What does not divide evenly goes, one minor unit each, to
     * the first parts: 1000.00 in three is 333.34 + 333.33 + 333.33.
     *
     * @throws IllegalArgumentException where there are fewer than one part, or fewer minor units than parts
     */
    public static List<Money> evenly(Money total, int parts) {
        long units = total.getAmountMinorLong();
        if (parts < 1 || units < parts) {
            throw new IllegalArgumentException(
                    total + " cannot be split into " + parts + " parts of at least one unit.");
        }
        long share = units / parts;
        long larger = units % parts;
        return IntStream.range(0, parts)
                .mapToObj(i -> Money.ofMinor(total.getCurrencyUnit(), i < larger ? share + 1 : share))
                .toList();
    }
}
