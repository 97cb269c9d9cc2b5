package dev.beforehand.reminders;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** All cadences of one file; no invoice is in the segments of two of them. */
record Cadences(List<Cadence> all) {

    static final Cadences NONE = new Cadences(List.of());

    Cadences {
        all = List.copyOf(all);
    }

    /**
     * The cadence of an invoice; empty where none serves its client.
     *
     * @param owed what the client owes in the invoice's currency
     */
    Optional<Cadence> serving(@Nullable String tag, @Nullable String country, Money owed) {
        return all.stream()
                .filter(cadence ->
                        !cadence.segment().isTheRest() && cadence.segment().includes(tag, country, owed))
                .findFirst()
                .or(() -> all.stream()
                        .filter(cadence -> cadence.segment().isTheRest())
                        .findFirst());
    }

    Optional<Cadence> named(String name) {
        return all.stream().filter(cadence -> cadence.name().equals(name)).findFirst();
    }

    /** The earliest day of any step, in days after the due date. */
    int firstStep() {
        return all.stream()
                .mapToInt(cadence -> cadence.steps().getFirst().day())
                .min()
                .orElse(0);
    }

    /** The latest day of any step, in days after the due date. */
    int lastStep() {
        return all.stream()
                .mapToInt(cadence -> cadence.steps().getLast().day())
                .max()
                .orElse(0);
    }
}
