package dev.beforehand.letters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.letters.LetterModel.Line;
import dev.beforehand.letters.LetterModel.Recipient;
import dev.beforehand.letters.LetterModel.Sender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
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

    private LetterRenderer renderer() {
        var settings = new MessageSettings(folder.toString(), "en");
        var files = new LetterFiles(new MessageFolder(settings));
        return new LetterRenderer(new LetterTemplates(files, settings), files);
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
