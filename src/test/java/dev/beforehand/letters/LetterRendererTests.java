package dev.beforehand.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.beforehand.letters.LetterModel.Line;
import dev.beforehand.letters.LetterModel.Recipient;
import dev.beforehand.letters.LetterModel.Sender;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
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
        var letter =
                renderer.render(model("</td><script>x</script>", Locale.UK, line("A&B\r\nBcc: x", 3)), Wording.of(-3));

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
        assertThat(renderer.render(model("Jo", Locale.UK, line("A-1", dueIn)), Wording.of(step))
                        .subject())
                .contains(subject);
    }

    @ParameterizedTest
    @CsvSource({"-7, -1, was due on 4 June", "-7, 0, due on 5 June", "14, 0, due today", "3, 2, due on 7 June"})
    void whatTheLetterSaysIsTrueThoughTheStepIsNot(int step, int dueIn, String subject) {
        assertThat(renderer.render(model("Jo", Locale.UK, line("A-1", dueIn)), Wording.of(step))
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
                .render(model("Jo", Locale.forLanguageTag(client), line("A-1", 0)), Wording.of(0));

        assertThat(letter.locale().toLanguageTag()).isEqualTo(lang);
        assertThat(letter.html()).contains("<html lang=\"" + lang + "\">");
        assertThat(letter.text()).startsWith(hello).contains(amount);
    }

    @Test
    void withNeitherLanguageTheLetterIsEnglish() {
        var letter =
                LetterRenderer.packaged(Locale.FRANCE).render(model("Jo", Locale.ITALY, line("A-1", 0)), Wording.of(0));

        assertThat(letter.text()).startsWith("Hello Jo,");
        assertThat(letter.locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void theOldestInvoiceCarriesTheLetter() {
        var letter =
                renderer.render(model("Jo", Locale.UK, line("A-3", 4), line("A-1", -3), line("A-2", 0)), Wording.of(3));

        assertThat(letter.subject()).isEqualTo("Invoice A-1 from Acme: was due on 2 June 2026");
        assertThat(letter.text().lines().filter(line -> line.startsWith("A-") || line.contains("verdue ")))
                .extracting(line -> line.split(" ")[0])
                .containsExactly("A-1", "A-2", "A-3", "Overdue");
    }

    @Test
    void onlyWhatIsOverdueIsCalledSo() {
        var letter = renderer.render(
                model("Jo", Locale.UK, line("A-1", -9), line("A-2", -1), line("A-3", 0), line("A-4", 35)),
                Wording.of(7));

        assertThat(letter.subject()).isEqualTo("2 invoices from Acme are overdue: the first was due on 27 May 2026");
        assertThat(letter.text())
                .contains("Please pay the overdue amount of €2,469.00 by 12 June 2026")
                .containsPattern("Overdue +€2,469.00\nTotal +€4,938.00")
                .contains("Everything else in the list is there for completeness only");
    }

    @Test
    void anInvoiceThatIsDueSoonIsNotMixedWithThoseDueMuchLater() {
        var letter = renderer.render(
                model("Jo", Locale.UK, line("A-1", 7), line("A-2", 35), line("A-3", 35)), Wording.of(-7));

        assertThat(letter.subject()).isEqualTo("Invoice A-1 from Acme: due on 12 June 2026");
        assertThat(letter.text())
                .contains("the balance of €1,234.50 on invoice A-1 is due on Friday, 12 June 2026.")
                .containsPattern("Due on 12 Jun 2026 +€1,234.50\nTotal +€3,703.50");
    }

    @Test
    void aClientIsAddressedAsItWantsAndFindsItsPurchaseOrder() {
        var to = new Recipient("Kestrel", "Jo", "Dear Ms <Weiss>", "PO & 7", Locale.UK);

        var letter = renderer.render(model(to, line("A-1", 0)), Wording.of(0));

        assertThat(letter.text()).startsWith("Dear Ms <Weiss>,\n").contains("Your purchase order: PO & 7\n");
        assertThat(letter.html()).contains("Dear Ms &lt;Weiss&gt;,").doesNotContain("Hello");
    }

    @Test
    void aLetterIsChosenByItsNameAndTone() {
        var model = model("Jo", Locale.UK, line("A-1", -3));

        assertThat(renderer.render(model, new Wording("overdue-14", Tone.FIRM, null, null))
                        .text())
                .contains("further steps");
        assertThat(renderer.render(model, new Wording("overdue-14", Tone.FRIENDLY, " ", "\n"))
                        .text())
                .doesNotContain("further steps")
                .contains("we can find a solution");
    }

    @ParameterizedTest
    @CsvSource({
        "due-in-7, -1, was due on 4 June",
        "overdue-14, 0, due today",
        "overdue-3, 2, due on 7 June",
        "overdue-5, -9, was due on"
    })
    void aChosenLetterIsTrueToo(String letter, int dueIn, String subject) {
        var wording = new Wording(letter, Tone.NEUTRAL, null, null);

        assertThat(renderer.render(model("Jo", Locale.UK, line("A-1", dueIn)), wording)
                        .subject())
                .contains(subject);
    }

    @Test
    void aPersonsSubjectAndNoteAreTextInTheirPlace() {
        var wording = new Wording(
                "due-today",
                Tone.FRIENDLY,
                "About <b>us</b>\r\nBcc: x@y.example\u2028z",
                " Thank you for calling.\nAs agreed: </p><script>x</script>\r\n\r\n50 % now\u0007. ");

        var letter = renderer.render(model("Jo", Locale.GERMANY, line("A-1", 0)), wording);

        assertThat(letter.subject()).isEqualTo("About <b>us</b> Bcc: x@y.example z");
        assertThat(letter.html()).doesNotContain("<script", "\u0007");
        assertThat(letter.text()).startsWith("""
                Guten Tag Jo,

                Thank you for calling.
                As agreed: </p><script>x</script>

                50 % now.

                Der offene Betrag von 1.234,50 € zur Rechnung A-1 ist heute fällig.
                """);
        assertThat(Jsoup.parse(letter.html()).select("p"))
                .element(1)
                .satisfies(note -> assertThat(note.text()).startsWith("Thank you for calling. As agreed"));
    }

    @Test
    void onlyALettersNameIsALetter() {
        assertThat(List.of("due-in-7", "due-today", "overdue-14")).allMatch(renderer::has);
        assertThat(List.of("overdue-15", "thanks", "statement", "invoices", "../en/due-today", ""))
                .noneMatch(renderer::has);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Wording("thanks", Tone.FRIENDLY, null, null))
                .withMessage("'thanks' is no name of a letter; it is one like due-in-7, due-today or overdue-14.");
    }

    @Test
    void aThankYouNamesWhatWasPaidAndAsksForNothing() {
        var one = renderer.thanks(model("Jo", Locale.UK, line("A<1>", -3)));
        var several = renderer.thanks(model("Jo", Locale.ITALY, line("A-1", -3), line("A-2", 9)));

        assertThat(one.subject()).isEqualTo("Thank you for your payment of invoice A<1> to Acme");
        assertThat(one.text()).contains("Your payment of €1,234.50 on invoice A<1> has arrived.");
        assertThat(several.text())
                .contains("€2,469.00 on 2 invoices", "- Invoice A-1: €1,234.50", "- Invoice A-2: €1,234.50")
                .doesNotContain("verdue", "lease");
        assertThat(several.locale()).isEqualTo(Locale.UK);
    }

    @Test
    void nothingIsLoadedFromOutside() {
        var page = Jsoup.parse(renderer.render(model("Jo", Locale.UK, line("A-1", 0)), Wording.of(0))
                .html());

        assertThat(page.select("[src], link, script, [background]")).isEmpty();
    }

    @Test
    void aLetterAboutNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model("Jo", Locale.UK))
                .withMessageContaining("at least one invoice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Line("A-1", TODAY, TODAY, Money.parse("EUR 0.00"), false))
                .withMessageContaining("A-1");
    }

    private static LetterModel model(String contact, Locale locale, Line... lines) {
        return model(new Recipient("Kestrel", contact, null, null, locale), lines);
    }

    private static LetterModel model(Recipient to, Line... lines) {
        return new LetterModel(to, new Sender("Ana Ruiz", "ana@acme.example", "Acme"), Arrays.asList(lines), TODAY);
    }

    private static Line line(String number, int dueIn) {
        return new Line(number, TODAY.minusDays(30), TODAY.plusDays(dueIn), Money.parse("EUR 1234.50"), false);
    }
}
