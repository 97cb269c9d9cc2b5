package dev.beforehand.reminders;

import dev.beforehand.clients.ClientWords;
import dev.beforehand.reminders.Segment.Owed;
import dev.beforehand.reminders.YamlFields.Problems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads whom a cadence serves. */
final class SegmentFields {

    private static final Set<String> CLIENTS = Set.of("tag", "country", "currency", "balance");

    private final Problems problems;

    SegmentFields(Problems problems) {
        this.problems = problems;
    }

    /** @param node what stands at {@code clients}; empty where nothing does */
    Segment read(@Nullable Node node) {
        if (node == null) {
            return Segment.THE_REST;
        }
        var fields = new YamlFields(node, "'clients'", CLIENTS, problems);
        var segment = new Segment(
                fields.texts("tag").stream().map(ClientWords::key).collect(Collectors.toSet()),
                countries(fields),
                currencies(fields),
                owed(fields.node("balance")));
        if (fields.isEmpty()) {
            problems.add(
                    fields.line(),
                    "'clients' names nobody; give a tag, country, currency or balance, or leave it out to serve all the rest.");
        }
        return segment;
    }

    private Set<String> countries(YamlFields fields) {
        var countries = new HashSet<String>();
        for (var country : fields.texts("country")) {
            if (List.of(Locale.getISOCountries()).contains(country.toUpperCase(Locale.ROOT))) {
                countries.add(country.toUpperCase(Locale.ROOT));
            } else {
                fields.refuse(
                        "country", "'%s' is no country; write its two letters, like GB or DE.".formatted(country));
            }
        }
        return countries;
    }

    private Set<CurrencyUnit> currencies(YamlFields fields) {
        var currencies = new HashSet<CurrencyUnit>();
        for (var code : fields.texts("currency")) {
            var currency = currency(code);
            if (currency == null) {
                fields.refuse("currency", "'%s' is no currency; write its three letters, like EUR.".formatted(code));
            } else {
                currencies.add(currency);
            }
        }
        return currencies;
    }

    private @Nullable Owed owed(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        var fields = new YamlFields(node, "'balance'", Set.of("currency", "from", "below"), problems);
        var code = fields.text("currency", true);
        var currency = code == null ? null : currency(code);
        if (currency == null) {
            fields.refuse("currency", "a balance needs its currency, like EUR; currencies are never added together.");
            return null;
        }
        var from = amount(fields, "from", currency);
        var below = amount(fields, "below", currency);
        if (fields.lacks("from") && fields.lacks("below") || from != null && below != null && !from.isLessThan(below)) {
            problems.add(fields.line(), "a balance needs 'from', 'below' or both, and 'from' is the smaller one.");
        }
        return new Owed(from == null ? Money.zero(currency) : from, below);
    }

    private static @Nullable Money amount(YamlFields fields, String field, CurrencyUnit currency) {
        var text = fields.text(field, false);
        if (text == null) {
            return null;
        }
        if (text.matches("\\d{1,12}(\\.\\d{1,3})?")) {
            return Money.of(currency, new BigDecimal(text), RoundingMode.HALF_UP);
        }
        fields.refuse(field, "'%s' is '%s'; write an amount like 10000 or 2500.50.".formatted(field, text));
        return null;
    }

    private static @Nullable CurrencyUnit currency(String code) {
        try {
            return CurrencyUnit.of(code.toUpperCase(Locale.ROOT));
        } catch (IllegalCurrencyException e) {
            return null;
        }
    }
}
