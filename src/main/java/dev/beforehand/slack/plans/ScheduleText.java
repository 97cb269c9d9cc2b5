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

    private static final int NUMBER = "24. ".length();
    private static final String GAP = "  ";

    private ScheduleText() {}

    /** Preformatted mrkdwn. No line begins with a space, which the first one would lose. */
    static String of(List<Instalment> instalments, CurrencyUnit currency) {
        var amounts = instalments.stream()
                .map(instalment -> Format.money(Money.ofMinor(currency, instalment.amount())))
                .toList();
        var days = instalments.stream()
                .map(instalment -> Format.dayAndYear(instalment.payableOn()) + GAP)
                .toList();
        return IntStream.range(0, amounts.size())
                .mapToObj(i -> left(i + 1 + ".", NUMBER)
                        + left(days.get(i), widest(days))
                        + right(amounts.get(i), widest(amounts)))
                .collect(Collectors.joining("\n", "```", "```"));
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
