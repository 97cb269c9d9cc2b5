package dev.beforehand.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.beforehand.letters.LetterModel.Line;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.joda.money.Money;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterRendererTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 5);
    private final LetterRenderer renderer = LetterRenderer.packaged(Locale.UK);

    @Test
    void namesFromOutsideAreTextInEveryPart() {
        var letter = renderer.render(model("</td><script>x</script>", Locale.UK, line("A&B\r\nBcc: x", 3)), -3);

        assertThat(letter.subject()).isEqualTo("Invoice A&B Bcc: x from Acme: due on 8 June 2026");
        assertThat(letter.html())
                .doesNotContain("<script")
                .contains("Hello &lt;/td&gt;&lt;script&gt;x&lt;/script&gt;,");
        assertThat(letter.text()).contains("Hello </td><script>x</script>,");
        assertThat(Jsoup.parse(letter.html()).title()).isEqualTo(letter.subject());
    }

    @ParameterizedTest
    @CsvSource({
        "-7, 7, due on",
        "-30, 30, due on",
        "-1, 1, due on",
        "0, 0, due today",
        "1, -1, was due on 4 June",
        "3, -3, was due on 2 June",
        "5, -5, was due on 31 May",
        "7, -7, is overdue",
        "10, -10, is overdue",
        "14, -14, please pay by",
        "90, -90, please pay by"
    })
    void aStepWithoutALetterTakesTheNearestEarlierOne(int step, int dueIn, String subject) {
        assertThat(renderer.render(model("Jo", Locale.UK, line("A-1", dueIn)), step)
                        .subject())
                .contains(subject);
    }

    @ParameterizedTest
    @CsvSource({"-7, -1, was due on 4 June", "-7, 0, due on 5 June", "14, 0, due today", "3, 2, due on 7 June"})
    void whatTheLetterSaysIsTrueThoughTheStepIsNot(int step, int dueIn, String subject) {
        assertThat(renderer.render(model("Jo", Locale.UK, line("A-1", dueIn)), step)
                        .subject())
                .contains(subject);
    }

    @ParameterizedTest
    @CsvSource({
        "de-AT, Guten Tag, de-AT, '1.234,50'",
        "de, Guten Tag, de, '1.234,50 €'",
        "en-US, Hello, en-US, '€1,234.50'",
        "fr-FR, Guten Tag, de-CH, 'EUR 1’234.50'",
        "en, Hello, en, '€1,234.50'"
    })
    void theClientsLanguageComesFirstThenTheCompanys(String client, String hello, String lang, String amount) {
        var letter = LetterRenderer.packaged(Locale.forLanguageTag("de-CH"))
                .render(model("Jo", Locale.forLanguageTag(client), line("A-1", 0)), 0);

        assertThat(letter.locale().toLanguageTag()).isEqualTo(lang);
        assertThat(letter.html()).contains("<html lang=\"" + lang + "\">");
        assertThat(letter.text()).startsWith(hello).contains(amount);
    }

    @Test
    void withNeitherLanguageTheLetterIsEnglish() {
        var letter = LetterRenderer.packaged(Locale.FRANCE).render(model("Jo", Locale.ITALY, line("A-1", 0)), 0);

        assertThat(letter.text()).startsWith("Hello Jo,");
        assertThat(letter.locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void theOldestInvoiceCarriesTheLetter() {
        var letter = renderer.render(model("Jo", Locale.UK, line("A-3", 4), line("A-1", -3), line("A-2", 0)), 3);

        assertThat(letter.subject()).isEqualTo("3 invoices from Acme: the first was due on 2 June 2026");
        assertThat(letter.text().lines().filter(line -> line.startsWith("A-") || line.contains("verdue ")))
                .extracting(line -> line.split(" ")[0])
                .containsExactly("A-1", "A-2", "A-3", "Overdue");
    }

    @Test
    void nothingIsLoadedFromOutside() {
        var page = Jsoup.parse(
                renderer.render(model("Jo", Locale.UK, line("A-1", 0)), 0).html());

        assertThat(page.select("[src], link, script, [background]")).isEmpty();
    }

    @Test
    void aLetterAboutNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model("Jo", Locale.UK))
                .withMessageContaining("at least one invoice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Line("A-1", TODAY, TODAY, Money.parse("EUR 0.00")))
                .withMessageContaining("A-1");
    }

    private static LetterModel model(String contact, Locale locale, Line... lines) {
        return new LetterModel(
                "Kestrel", contact, "Ana Ruiz", "ana@acme.example", "Acme", Arrays.asList(lines), TODAY, locale);
    }

    private static Line line(String number, int dueIn) {
        return new Line(number, TODAY.minusDays(30), TODAY.plusDays(dueIn), Money.parse("EUR 1234.50"));
    }
}
