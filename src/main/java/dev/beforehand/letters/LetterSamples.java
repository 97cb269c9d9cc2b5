package dev.beforehand.letters;

import dev.beforehand.letters.LetterModel.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Letters of every kind, with which a template is tried before it is used. */
final class LetterSamples {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    static final List<LetterModel> ALL = List.of(
            sample("Jo Sample", line("A-1", 7, "EUR 1234.50")),
            sample(null, line("A-1", 0, "JPY 1200")),
            sample("Jo Sample", line("A-1", -3, "EUR 80.00")),
            sample(null, line("A-1", -14, "EUR 80.00"), line("A-2", 0, "USD 7.00"), line("A-3", 5, "EUR 1.00")),
            sample("Jo Sample", line("A-1", 0, "EUR 80.00"), line("A-2", 3, "EUR 7.00")),
            sample("Jo Sample", line("A-1", 2, "EUR 80.00"), line("A-2", 3, "USD 7.00")));

    private LetterSamples() {}

    static List<Map<String, @Nullable Object>> facts() {
        return ALL.stream().map(model -> LetterFacts.of(model, Locale.ENGLISH)).toList();
    }

    private static LetterModel sample(@Nullable String contact, Line... lines) {
        return new LetterModel(
                "Sample & Sons",
                contact,
                "Ada Sample",
                "ada@example.com",
                "Sample Company",
                List.of(lines),
                TODAY,
                Locale.ENGLISH);
    }

    private static Line line(String number, int dueInDays, String balance) {
        var due = TODAY.plusDays(dueInDays);
        return new Line(number, due.minusDays(30), due, Money.parse(balance));
    }
}
