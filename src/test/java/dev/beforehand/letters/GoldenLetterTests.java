package dev.beforehand.letters;

import dev.beforehand.Golden;
import dev.beforehand.letters.LetterModel.Line;
import dev.beforehand.letters.LetterModel.Recipient;
import dev.beforehand.letters.LetterModel.Sender;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every letter as the client gets it, beside the files in {@code src/test/resources/golden/letters}. After a wanted
 * change, write them anew with {@code mvn test -Dtest=GoldenLetterTests -Dgolden.update=true}, and read what changed.
 */
class GoldenLetterTests {

    private static final LocalDate DUE = LocalDate.of(2026, 6, 5);
    private static final LetterRenderer RENDERER = LetterRenderer.packaged(Locale.UK);

    static Stream<String> letters() {
        return Stream.of("en-GB", "de")
                .flatMap(locale -> Stream.of(-7, 0, 3, 7, 14)
                        .flatMap(step ->
                                Stream.of("one", "several", "later").map(kind -> locale + " " + step + " " + kind)));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void aLetterReadsAsItDid(String letter) {
        var words = letter.split(" ");
        int step = Integer.parseInt(words[1]);

        var written = RENDERER.render(model(words[2], words[0], step), Wording.of(step));

        compare("%s_step%+d_%s".formatted(words[0], step, words[2]), written);
    }

    @ParameterizedTest
    @CsvSource({"en-GB, FRIENDLY", "en-GB, NEUTRAL", "en-GB, FIRM", "de, FRIENDLY", "de, NEUTRAL", "de, FIRM"})
    void aToneReadsAsItDid(String locale, Tone tone) {
        var all = new StringBuilder();
        for (var letter : List.of("due-in-7", "due-today", "overdue-3", "overdue-7", "overdue-14")) {
            var wording = new Wording(letter, tone, null, null);
            all.append(asText(RENDERER.render(model("one", locale, wording.step()), wording)))
                    .append("\n--------\n");
        }
        Golden.assertText("letters/%s_%s.txt".formatted(locale, tone.name().toLowerCase(Locale.ROOT)), all.toString());
    }

    @ParameterizedTest
    @CsvSource({"en-GB, one", "en-GB, several", "de, one", "de, several"})
    void aThankYouReadsAsItDid(String locale, String kind) {
        compare("%s_thanks_%s".formatted(locale, kind), RENDERER.thanks(model(kind, locale, 4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de"})
    void aStatementReadsAsItDid(String locale) {
        compare(locale + "_statement", RENDERER.statement(model("several", locale, 3)));
    }

    /** One invoice; several that are due on different days, some of them overdue; one, and others that are due much later. */
    private static LetterModel model(String kind, String locale, int step) {
        return switch (kind) {
            case "one" ->
                model(
                        new Recipient(
                                "Kestrel & Sons <Ltd>", "Jo O'Neill", null, "PO 4471", Locale.forLanguageTag(locale)),
                        step,
                        List.of(line("INV-1042", 0, "GBP 1234.50")));
            case "several" ->
                model(
                        new Recipient("Nordlicht Möbel", null, null, null, Locale.forLanguageTag(locale)),
                        step,
                        List.of(
                                line("INV-1107", 20, "USD 80.00"),
                                line("INV-1042", 0, "EUR 12840.00"),
                                line("INV-1043", 0, "USD 12.00"),
                                line("INV-1058", 2, "JPY 125000"),
                                line("INV-1061", 6, "EUR 310.20")));
            default ->
                model(
                        new Recipient("Harbour Books", "Jo", "Dear Ms Weiss", null, Locale.forLanguageTag(locale)),
                        step,
                        List.of(
                                line("INV-1042", 0, "EUR 100.00"),
                                line("INV-1107", 35, "EUR 2400.00"),
                                line("INV-1108", 42, "EUR 2400.00")));
        };
    }

    private static LetterModel model(Recipient to, int step, List<Line> lines) {
        return new LetterModel(
                to,
                new Sender("Ana Ruiz", "ana@brightwater.example", "Brightwater Supplies"),
                lines,
                DUE.plusDays(step));
    }

    private static Line line(String number, int afterFirst, String balance) {
        var due = DUE.plusDays(afterFirst);
        return new Line(number, due.minusDays(30), due, Money.parse(balance), false);
    }

    private static void compare(String name, Letter written) {
        Golden.assertText("letters/" + name + ".html", written.html());
        Golden.assertText("letters/" + name + ".txt", asText(written));
    }

    private static String asText(Letter written) {
        return "Subject: %s\n\n%s".formatted(written.subject(), written.text());
    }
}
