package dev.beforehand.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PlainTextTests {

    @Test
    void paragraphsStandApartAndWordsTogether() {
        assertThat(
                        text(
                                "<h1>Hi</h1>\n<p>one\n  <b>two</b>&nbsp;three<br> four</p><p>five</p><ul><li>a</li><li>b</li></ul>"))
                .isEqualTo("Hi\n\none two three\nfour\n\nfive\n\n- a\n- b\n");
    }

    @Test
    void aLinkKeepsItsAddressUnlessThatIsItsText() {
        assertThat(
                        text(
                                "<p>See <a href=\"https://acme.example/x\">here</a> or <a href='mailto:a@b.example'>a@b.example</a></p>"))
                .isEqualTo("See here <https://acme.example/x> or a@b.example\n");
    }

    @Test
    void aTableStandsInColumnsAndATableForLayoutDoesNot() {
        assertThat(text("""
                <table role="presentation"><tr><td><p>Before</p>
                <table><tr><th>No</th><th align="right">Balance</th></tr>
                <tr><td>A-1<br><i>late</i></td><td align="right">€&nbsp;1.00</td></tr>
                <tr><td colspan="2">All of it</td></tr></table></td></tr></table>After""")).isEqualTo("""
                        Before

                        No         Balance
                        A-1, late   € 1.00
                        All of it

                        After
                        """);
    }

    private static String text(String html) {
        return PlainText.of(Jsoup.parse(html).body());
    }
}
