package dev.beforehand.slack.plans;

import dev.beforehand.plans.Instalment;
import dev.beforehand.slack.Format;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A schedule as lines of equal width: number, day and amount. */
final class ScheduleText {

    private ScheduleText() {}

    /** Preformatted mrkdwn. */
    static String of(List<Instalment> instalments, CurrencyUnit currency) {
        var amounts = instalments.stream()
                .map(instalment -> Format.money(Money.ofMinor(currency, instalment.amount())))
                .toList();
        int widest = amounts.stream().mapToInt(String::length).max().orElse(0);
        return IntStream.range(0, amounts.size())
                .mapToObj(i -> line(i + 1, instalments.get(i), amounts.get(i), widest))
                .collect(Collectors.joining("\n", "```", "```"));
    }

    private static String line(int number, Instalment instalment, String amount, int width) {
        return "%2d. %-15s  %s"
                .formatted(
                        number,
                        Format.dayAndYear(instalment.payableOn()),
                        " ".repeat(width - amount.length()) + amount);
    }
}
