package dev.beforehand.reminders;

import dev.beforehand.clients.ClientWords;
import dev.beforehand.letters.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Whom a cadence serves: clients by tag and country, and their invoices by currency and by what the client owes in it. An
 * empty set, or no balance, means any.
 *
 * @param tags in lower case
 * @param countries ISO 3166 codes in upper case
 */
record Segment(
        Set<String> tags,
        Set<String> countries,
        Set<CurrencyUnit> currencies,
        @Nullable Owed balance) {

    /** All whom no other cadence serves. */
    static final Segment THE_REST = new Segment(Set.of(), Set.of(), Set.of(), null);

    /**
     * From this amount on, and below that one.
     *
     * @param below in the same currency; empty for any
     */
    record Owed(Money from, @Nullable Money below) {

        private Sentence sentence() {
            return below == null
                    ? new Sentence("cadence.rule.from", Map.of("from", from))
                    : new Sentence("cadence.rule.from-below", Map.of("from", from, "below", below));
        }

        private boolean includes(Money balance) {
            return balance.isSameCurrency(from)
                    && !balance.isLessThan(from)
                    && (below == null || balance.isLessThan(below));
        }

        private boolean meets(Owed other) {
            return from.isSameCurrency(other.from)
                    && (below == null || other.from.isLessThan(below))
                    && (other.below == null || from.isLessThan(other.below));
        }
    }

    Segment {
        tags = Set.copyOf(tags);
        countries = Set.copyOf(countries);
        currencies = Set.copyOf(currencies);
    }

    Sentence sentence() {
        var words = new ArrayList<Object>();
        tags.stream().sorted().forEach(words::add);
        countries.stream().sorted().forEach(words::add);
        currencies.stream().map(CurrencyUnit::getCode).sorted().forEach(words::add);
        if (balance != null) {
            words.add(balance.sentence());
        }
        return words.isEmpty()
                ? new Sentence("cadence.rule.the-rest")
                : new Sentence("cadence.rule.clients", Map.of("clients", words));
    }

    boolean isTheRest() {
        return equals(THE_REST);
    }

    /** @param owed what the client owes in the invoice's currency */
    boolean includes(@Nullable String tag, @Nullable String country, Money owed) {
        return (tags.isEmpty() || tag != null && tags.contains(ClientWords.key(tag)))
                && (countries.isEmpty() || country != null && countries.contains(country))
                && (currencies.isEmpty() || currencies.contains(owed.getCurrencyUnit()))
                && (balance == null || balance.includes(owed));
    }

    /** Whether there can be an invoice that is in both. */
    boolean meets(Segment other) {
        return meet(tags, other.tags)
                && meet(countries, other.countries)
                && meet(allCurrencies(), other.allCurrencies())
                && (balance == null || other.balance == null || balance.meets(other.balance));
    }

    private Set<CurrencyUnit> allCurrencies() {
        return balance == null ? currencies : Set.of(balance.from().getCurrencyUnit());
    }

    private static <T> boolean meet(Set<T> some, Set<T> others) {
        return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
    }
}
