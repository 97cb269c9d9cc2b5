package dev.beforehand.letters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.letters.LetterModel.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every letter as the client gets it, beside the files in {@code src/test/resources/golden/letters}. After a wanted
 * change, write them anew with {@code mvn test -Dtest=GoldenLetterTests -Dgolden.update=true}, and read what changed.
 */
class GoldenLetterTests {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/letters");
    private static final LocalDate DUE = LocalDate.of(2026, 6, 5);
    private static final LetterRenderer RENDERER = LetterRenderer.packaged(Locale.UK);

    static Stream<String> letters() {
        return Stream.of("en-GB", "de")
                .flatMap(locale -> Stream.of(-7, 0, 3, 7, 14)
                        .flatMap(step -> Stream.of("one", "several").map(kind -> locale + " " + step + " " + kind)));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void aLetterReadsAsItDid(String letter) throws IOException {
        var words = letter.split(" ");
        int step = Integer.parseInt(words[1]);
        var model = words[2].equals("one") ? one(step, words[0]) : several(step, words[0]);

        var written = RENDERER.render(model, step);

        var name = "%s_step%+d_%s".formatted(words[0], step, words[2]);
        compare(name + ".html", written.html());
        compare(name + ".txt", "Subject: %s\n\n%s".formatted(written.subject(), written.text()));
    }

    private static LetterModel one(int step, String locale) {
        return model("Kestrel & Sons <Ltd>", "Jo O'Neill", locale, step, List.of(line("INV-1042", 0, "GBP 1234.50")));
    }

    private static LetterModel several(int step, String locale) {
        return model(
                "Nordlicht Möbel",
                null,
                locale,
                step,
                List.of(
                        line("INV-1107", 20, "USD 80.00"),
                        line("INV-1042", 0, "EUR 12840.00"),
                        line("INV-1058", 2, "JPY 125000"),
                        line("INV-1061", 6, "EUR 310.20")));
    }

    private static LetterModel model(
            String client, @Nullable String contact, String locale, int step, List<Line> lines) {
        return new LetterModel(
                client,
                contact,
                "Ana Ruiz",
                "ana@brightwater.example",
                "Brightwater Supplies",
                lines,
                DUE.plusDays(step),
                Locale.forLanguageTag(locale));
    }

    private static Line line(String number, int afterFirst, String balance) {
        var due = DUE.plusDays(afterFirst);
        return new Line(number, due.minusDays(30), due, Money.parse(balance));
    }

    private static void compare(String name, String written) throws IOException {
        var golden = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, written);
        }
        assertThat(golden).as("golden file; write it with -Dgolden.update=true").exists();
        assertThat(written).isEqualTo(Files.readString(golden));
    }
}
