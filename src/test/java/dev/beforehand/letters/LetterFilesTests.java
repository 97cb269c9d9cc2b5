package dev.beforehand.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.beforehand.letters.LetterModel.Line;
import dev.beforehand.letters.LetterModel.Recipient;
import dev.beforehand.letters.LetterModel.Sender;
import dev.beforehand.letters.RefusedFile.Meanwhile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LetterFilesTests {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><title>%s</title></head>
            <body>
            %s
            </body>
            </html>
            """;

    @TempDir
    Path folder;

    @Test
    void anEditedLetterIsUsedFromTheNextOneOn() throws IOException {
        var renderer = renderer();
        assertThat(render(renderer, 0).subject()).isEqualTo("Invoice A-1 from Acme: due today");

        write("en/due-today.html", PAGE.formatted("Today: {{first.number}}", "<p>Hi {{client}}</p>{{>signature}}"));
        assertThat(render(renderer, 0).subject()).isEqualTo("Today: A-1");

        write("en/signature.html", "<p>Yours, {{manager}}</p>");
        assertThat(render(renderer, 0).text()).isEqualTo("Hi Kestrel\n\nYours, Ana Ruiz\n");
    }

    @Test
    void aTeamsOwnStepAndLanguageAreFound() throws IOException {
        write("en/overdue-30.html", PAGE.formatted("A month late", "<p>x</p>"));
        write("fr/due-today.html", PAGE.formatted("Aujourd'hui", "<p>x</p>").replace("\"en\"", "\"fr\""));
        var renderer = renderer();

        assertThat(render(renderer, 45).subject()).isEqualTo("A month late");
        assertThat(render(renderer, 29).subject()).contains("please pay by");
        assertThat(renderer.render(model(0, Locale.CANADA_FRENCH), Wording.of(0))
                        .subject())
                .isEqualTo("Aujourd'hui");
        assertThat(renderer.render(model(0, Locale.CANADA_FRENCH), Wording.of(0))
                        .locale())
                .isEqualTo(Locale.CANADA_FRENCH);
        assertThat(renderer.render(model(7, Locale.CANADA_FRENCH), Wording.of(-7))
                        .subject())
                .as("no French letter before the due date")
                .startsWith("Invoice A-1 from Acme: due on");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>{{clint}}</p> | 5: there is no field {{clint}}; a letter may use",
                "<p>{{#lines}}{{first.nummer}}{{/lines}}</p> | 5: there is no field {{first.nummer}}",
                "<p>{{number}}</p> | 5: {{number}} has no value here",
                "<p>{{contact}}</p> | 5: {{contact}} has no value here in every letter; write it within {{#contact}}",
                "<p>{{#one}}</p> | 5: Section missing close tag 'one'",
                "<p>{{{client}}}</p> | 5: write {{client}}, because other people's text is escaped",
                "<p>{{& client}}</p> | 5: write {{client}}, because",
                "<p>{{>invoice}}</p> | letters/en/invoice.html, which it includes, is not there",
                "<div><p>x</p> | 6:8: the HTML is not good: Unexpected EndTag token [</body>]",
                "<p><b>x</p> | 5:12: the HTML is not good",
                "<a href=\"x>y</a> | the HTML is not good: Unexpectedly reached end of file"
            })
    void aBadLetterIsRefusedWithItsPlaceAndTheLastGoodOneStays(String body, String problem, CapturedOutput output)
            throws IOException {
        var renderer = renderer();
        var file = write("en/due-today.html", PAGE.formatted("Good", "<p>x</p>"));
        render(renderer, 0);

        write("en/due-today.html", PAGE.formatted("Bad", body));

        assertThat(render(renderer, 0).subject()).isEqualTo("Good");
        assertThat(output)
                .contains(file + (Character.isDigit(problem.charAt(0)) ? ":" : ""))
                .contains(problem);
    }

    @Test
    void aLetterNeedsASubjectAndItsFoldersLanguage(CapturedOutput output) throws IOException {
        write("de/due-today.html", PAGE.formatted(" ", "<p>x</p>"));

        assertThat(renderer().render(model(0, Locale.GERMAN), Wording.of(0)).text())
                .startsWith("Guten Tag Jo,");
        assertThat(output)
                .contains("the page says lang=\"en\"; in this folder write <html lang=\"de\">.")
                .contains("the subject is missing; write it as <title> in the <head>.");
    }

    @Test
    void aTeamsOwnLetterIsKnownInWhateverLanguageItIs() throws IOException {
        write("fr/overdue-30.html", PAGE.formatted("Un mois", "<p>Bonjour</p>").replace("\"en\"", "\"fr\""));
        var renderer = renderer();

        assertThat(renderer.has("overdue-30")).isTrue();
        assertThat(renderer.render(model(-30, Locale.FRENCH), new Wording("overdue-30", Tone.FIRM, null, null))
                        .subject())
                .isEqualTo("Un mois");
        assertThat(renderer.render(model(-30, Locale.GERMAN), new Wording("overdue-30", Tone.FIRM, null, null))
                        .subject())
                .as("the nearest of its own language")
                .contains("bitte zahlen Sie");
    }

    @Test
    void aPersonsNoteIsNotLostThoughTheTemplateHasNoParagraph() throws IOException {
        write("en/due-today.html", PAGE.formatted("Today", "<div>Hi {{client}}</div>"));

        var letter =
                renderer().render(model(0, Locale.ENGLISH), new Wording("due-today", Tone.FIRM, null, "As agreed."));

        assertThat(letter.text()).isEqualTo("As agreed.\n\nHi Kestrel\n");
    }

    @Test
    void aThankYouAndAStatementAreCheckedAndChangedLikeLetters(CapturedOutput output) throws IOException {
        write("en/thanks.html", PAGE.formatted("Thanks", "<p>{{total}} for {{#lines}}{{number}}{{/lines}}</p>"));
        write("en/statement.html", PAGE.formatted("", "<table><tr><td>{{salutation}}</table>"));
        var renderer = renderer();

        assertThat(renderer.thanks(model(0, Locale.ENGLISH)).text()).isEqualTo("€10.00 for A-1\n");
        assertThat(renderer.statement(model(0, Locale.ENGLISH)).subject()).startsWith("Open invoices of Kestrel");
        assertThat(output).contains("statement.html:1: the subject is missing");
    }

    @Test
    void aPartAndTheFrameAreCheckedToo(CapturedOutput output) throws IOException {
        write("en/signature.html", "<p>Yours,\n<b>{{manger}}</p>");
        write("frame.html", "<html><body>{{company}}</body></html>");

        assertThat(render(renderer(), 0).text()).contains("Kind regards,\nAna Ruiz");
        assertThat(output)
                .contains("signature.html:2: there is no field {{manger}}")
                .contains("signature.html:2:18: the HTML is not good")
                .contains("frame.html:1: the place for the letter is missing; write {{{letter}}} there.");
    }

    @Test
    void whatIsBadIsKnownWithoutALetterThatAsksForItAndWhatIsUsedMeanwhile() throws IOException {
        write("en/overdue-3.html", PAGE.formatted("Bad from the start", "<p>{{clint}}</p>"));
        write("fr/overdue-30.html", PAGE.formatted("Un mois", "<p>x</p>"));
        write("en/terms.html", "<p>{{nothing}}</p>");
        write("en/due-today.html", PAGE.formatted("Good", "<p>x</p>"));
        var files = files();
        write("en/due-today.html", PAGE.formatted("Bad", "<p>{{&client}}</p>"));
        write("frame.html", "<html><body>{{company}}</body></html>");

        assertThat(files.refused())
                .extracting(
                        refused -> refused.problems().getFirst().replaceAll(".*letters/([^ ]*) .*", "$1"),
                        RefusedFile::meanwhile)
                .containsExactly(
                        tuple("en/due-today.html:5:", Meanwhile.LAST_GOOD),
                        tuple("en/overdue-3.html:5:", Meanwhile.PACKAGED),
                        tuple("en/terms.html:1:", Meanwhile.NOTHING),
                        tuple("fr/overdue-30.html:1:", Meanwhile.NEAREST),
                        tuple("frame.html:1:", Meanwhile.PACKAGED));

        write("en/due-today.html", PAGE.formatted("Good again", "<p>x</p>"));
        Files.delete(folder.resolve("letters/en/overdue-3.html"));
        write("en/terms.html", "<p>net</p>");
        write("fr/overdue-30.html", PAGE.formatted("Un mois", "<p>x</p>").replace("\"en\"", "\"fr\""));
        Files.delete(folder.resolve("letters/frame.html"));
        assertThat(files.refused()).isEmpty();
    }

    @Test
    void aLetterIsMendedByThePartThatItIncludesAndSpoiltWithoutIt() throws IOException {
        var terms = write("en/terms.html", "<p>net</p>");
        write("en/due-today.html", PAGE.formatted("With terms", "<p>x</p>{{>terms}}"));
        var files = files();
        assertThat(files.refused()).isEmpty();

        Files.delete(terms);
        assertThat(files.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.meanwhile()).isEqualTo(Meanwhile.NO_LETTER);
            assertThat(refused.problems().getFirst())
                    .endsWith(
                            "due-today.html:1: letters/en/terms.html, which it includes, is not there, or never was good;"
                                    + " add it, or take {{>terms}} out of the letter.");
        });
        assertThatThrownBy(() -> render(renderer(files), 0))
                .as("the letter that does not leave says why")
                .hasMessageStartingWith("letters/en/terms.html, which it includes, is not there");

        write("en/terms.html", "<p>14 days</p>");
        assertThat(files.refused()).isEmpty();
        assertThat(render(renderer(files), 0).text()).endsWith("14 days\n");
    }

    @Test
    void whatCannotBeReadIsRefusedAndTheLastGoodOneStays() throws IOException {
        var file = write("en/due-today.html", PAGE.formatted("Good", "<p>x</p>"));
        var files = files();
        Files.delete(file);
        Files.createDirectory(file);

        assertThat(files.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.meanwhile()).isEqualTo(Meanwhile.LAST_GOOD);
            assertThat(refused.problems().getFirst()).startsWith(file + ": the file cannot be read");
        });
        assertThat(render(renderer(files), 0).subject()).isEqualTo("Good");
    }

    @ParameterizedTest
    @CsvSource({
        "en/signature.html, <p>{{>signature}}</p>, write {{>signature}} in the letter",
        "en/signature.html, <p>{{>others}}</p>, write {{>others}} in the letter",
        "en/signature.html, <p>{{<others}}{{/others}}</p>, write {{>others}} in the letter",
        "frame.html, <html><body>{{{letter}}}{{>frame}}</body></html>, {{>frame}} would include a whole page",
        "frame.html, <html><body>{{{letter}}}{{>footer}}</body></html>, 'letters/footer.html, which it includes, is not there'",
        "en/due-today.html, {{>due-today}}, {{>due-today}} would include a whole page",
        "en/due-today.html, {{>overdue-3}}, {{>overdue-3}} would include a whole page"
    })
    void nothingIncludesItself(String name, String text, String problem) throws IOException {
        write(name, name.contains("today") ? PAGE.formatted("x", text) : text);

        assertThat(files().refused()).singleElement().satisfies(refused -> {
            assertThat(refused.problems().getFirst()).contains(problem);
            assertThat(refused.meanwhile()).isEqualTo(Meanwhile.PACKAGED);
        });
    }

    @ParameterizedTest(name = "{1} for a client in {0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "fr-CA, due-today, -, -, -",
                "fr-CA, overdue-14, fr, due-today, fr",
                "fr, due-in-7, fr, due-in-7, de",
                "it, due-today, it, due-today, de",
                "de-AT, overdue-30, de, overdue-14, de",
                "de-AT, overdue-14, -, -, -",
                "und, overdue-14, -, -, -",
                "und-AT, overdue-30, de, overdue-14, de"
            })
    void whatAClientGetsForWantOfALetterInItsLanguage(
            Locale client, String letter, @Nullable Locale missingIn, @Nullable String instead, @Nullable Locale in)
            throws IOException {
        write("fr/due-today.html", PAGE.formatted("Aujourd'hui", "<p>x</p>").replace("\"en\"", "\"fr\""));
        write("de-AT/due-today.html", PAGE.formatted("Heute", "<p>x</p>").replace("\"en\"", "\"de-AT\""));

        assertThat(renderer("de-CH").substitute(letter, client))
                .isEqualTo(
                        missingIn == null || instead == null || in == null
                                ? Optional.empty()
                                : Optional.of(new Substitute(missingIn, instead, in)));
    }

    @Test
    void whereTheCompanysLanguageLacksALetterTooItLeavesInEnglish() {
        var renderer = renderer("fr");

        assertThat(renderer.substitute("overdue-3", Locale.ROOT))
                .contains(new Substitute(Locale.FRENCH, "overdue-3", Locale.ENGLISH));
        assertThat(renderer.render(model(-3, Locale.ITALIAN), Wording.of(3)).subject())
                .startsWith("Invoice A-1 from Acme");
    }

    private LetterRenderer renderer() {
        return renderer("en");
    }

    private LetterRenderer renderer(String company) {
        var settings = new MessageSettings(folder.toString(), company);
        var files = new LetterFiles(new MessageFolder(settings));
        return new LetterRenderer(new LetterTemplates(files, settings), files);
    }

    private LetterFiles files() {
        return new LetterFiles(new MessageFolder(new MessageSettings(folder.toString(), "en")));
    }

    private LetterRenderer renderer(LetterFiles files) {
        return new LetterRenderer(new LetterTemplates(files, new MessageSettings(folder.toString(), "en")), files);
    }

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve("letters").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Letter render(LetterRenderer renderer, int step) {
        return renderer.render(model(-step, Locale.ENGLISH), Wording.of(step));
    }

    private static LetterModel model(int dueIn, Locale locale) {
        var today = LocalDate.of(2026, 6, 5);
        var line = new Line("A-1", today.minusDays(60), today.plusDays(dueIn), Money.parse("EUR 10.00"), false);
        var to = new Recipient("Kestrel", "Jo", null, null, locale);
        return new LetterModel(to, new Sender("Ana Ruiz", "ana@acme.example", "Acme"), List.of(line), today);
    }
}
