package dev.beforehand.reminders;

import dev.beforehand.reminders.Reminder.Named;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What of a letter may leave in this moment; pure. */
final class LastLook {

    private LastLook() {}

    /** The letter without what must not be asked for any more, and with the balances of now. */
    static Reminder at(Reminder letter, Observation seen, LocalDate today) {
        var isThanks = letter.kind() == Reminder.Kind.THANKS;
        var fallenOut = isThanks
                ? Obstacles.notThanked(letter.named(), seen, today)
                : Obstacles.fallenOut(letter.named(), seen, today);
        return letter.naming(letter.invoices().stream()
                .map(each -> {
                    var reason = fallenOut.get(each.invoice());
                    return reason != null
                            ? each.without(reason)
                            : isThanks || each.leftOut() != null ? each : upToDate(each, seen, today);
                })
                .toList());
    }

    private static Named upToDate(Named named, Observation seen, LocalDate today) {
        return seen.about(named.invoice())
                .map(chased -> named.asking(chased.invoice().balanceOn(today)))
                .orElse(named);
    }

    /**
     * Why nothing is left of it to send, as it stands with the oldest invoice that nobody dropped; empty where something is.
     * Where all that it asked for has fallen out by itself, what is only listed beside it is no reason to write.
     */
    static Optional<Reason> obstacle(Reminder looked) {
        var emptied = looked.named().isEmpty()
                || looked.named().stream().allMatch(Named::listed)
                        && looked.invoices().stream()
                                .filter(named -> !named.listed())
                                .anyMatch(named -> named.leftOut() != Reason.DROPPED);
        return emptied
                ? looked.invoices().stream()
                        .flatMap(named -> Stream.ofNullable(named.leftOut()))
                        .min(Comparator.comparing(reason -> reason == Reason.DROPPED))
                : Optional.empty();
    }
}
