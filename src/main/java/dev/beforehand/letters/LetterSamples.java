package dev.beforehand.letters;

import dev.beforehand.letters.LetterModel.Line;
import dev.beforehand.letters.LetterModel.Recipient;
import dev.beforehand.letters.LetterModel.Sender;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Letters of every kind, with which a template is tried before it is used. */
final class LetterSamples {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final int DISPUTED = -9;
    private static final Recipient JO = recipient("Jo Sample", null, null);
    private static final Recipient NOBODY = recipient(null, null, null);
    private static final Recipient PARTICULAR = recipient("Jo Sample", "Dear Mr Sample", "PO 1");

    static final List<LetterModel> ALL = List.of(
            sample(JO, line("A-1", 7, "EUR 1234.50")),
            sample(NOBODY, line("A-1", 0, "JPY 1200")),
            sample(PARTICULAR, line("A-1", -3, "EUR 80.00")),
            sample(NOBODY, line("A-1", -14, "EUR 80.00"), line("A-2", 0, "USD 7.00"), line("A-3", 5, "EUR 1.00")),
            sample(JO, line("A-1", -9, "EUR 80.00"), line("A-2", -3, "EUR 7.00")),
            sample(JO, line("A-1", 0, "EUR 80.00"), line("A-2", 3, "EUR 7.00")),
            sample(PARTICULAR, line("A-1", 2, "EUR 80.00"), line("A-2", 2, "USD 7.00")));

    private LetterSamples() {}

    static List<Map<String, @Nullable Object>> facts() {
        return Arrays.stream(Tone.values())
                .flatMap(tone -> ALL.stream().map(model -> LetterFacts.of(model, tone, Locale.ENGLISH)))
                .toList();
    }

    private static Recipient recipient(
            @Nullable String contact, @Nullable String salutation, @Nullable String purchaseOrder) {
        return new Recipient("Sample & Sons", contact, salutation, purchaseOrder, Locale.ENGLISH);
    }

    private static LetterModel sample(Recipient to, Line... lines) {
        return new LetterModel(
                to, new Sender("Ada Sample", "ada@example.com", "Sample Company"), List.of(lines), TODAY);
    }

    private static Line line(String number, int dueInDays, String balance) {
        var due = TODAY.plusDays(dueInDays);
        return new Line(number, due.minusDays(30), due, Money.parse(balance), dueInDays == DISPUTED);
    }
}
