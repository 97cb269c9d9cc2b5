package dev.beforehand.invoices.ledger;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to read the ledger's files where they do not say it themselves.
 *
 * @param dateOrder for files whose dates fit both orders
 * @param decimals what stands before the cents, for files whose amounts do not tell
 * @param columns headers by field, like {@code number=Invoice ref.}; they go before what is recognised
 * @param statuses what a ledger's own words mean, like {@code inkasso=OPEN}; spaces and punctuation aside
 * @param settles how long a file has to stand still before it is read: until then it may still be being written
 */
@ConfigurationProperties("beforehand.ledger")
record LedgerSettings(
        @Nullable DateOrder dateOrder,
        @Nullable DecimalMark decimals,
        @DefaultValue Map<String, String> columns,
        @DefaultValue Map<String, InvoiceStatus> statuses,
        @DefaultValue("1s") Duration settles) {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    LedgerSettings {
        var known = Stream.concat(Arrays.stream(Field.values()), Arrays.stream(ClientField.values()))
                .map(Heading::setting)
                .collect(Collectors.toSet());
        for (var column : columns.keySet()) {
            if (!known.contains(column)) {
                throw new IllegalArgumentException("beforehand.ledger.columns." + column
                        + " names no field of a ledger. The fields are "
                        + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
            }
        }
        if (settles.isNegative() || settles.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("beforehand.ledger.settles is " + settles.toSeconds()
                    + "s; choose a time from 0s to " + LONGEST.toSeconds() + "s, for the day begins only after it.");
        }
        columns = Map.copyOf(columns);
        statuses = statuses.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(word -> Heading.plain(word.getKey()), Map.Entry::getValue));
    }

    /** Changes with every setting that may change what a file means. */
    @Override
    public String toString() {
        return dateOrder + " " + decimals + " " + new TreeMap<>(columns) + " " + new TreeMap<>(statuses);
    }
}
