package dev.beforehand.practice.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MrkdwnTests {

    static final Surroundings SURROUNDINGS = new Surroundings(
            "U0PANA",
            Map.of("U0PANA", "Ana Ruiz", "U0PBEN", "Ben <b>Okafor</b>"),
            Map.of("C0PRECEIVABLES", "receivables"),
            LocalDate.of(2013, 6, 17),
            ZoneId.of("Europe/London"));

    private final Mrkdwn mrkdwn = new Mrkdwn(SURROUNDINGS);

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            *bold*                                 ¦ <strong>bold</strong>
            _italic_ and ~gone~                    ¦ <em>italic</em> and <s>gone</s>
            *bold with _italic_ in it*             ¦ <strong>bold with <em>italic</em> in it</strong>
            2*3*4 is no bold                       ¦ 2*3*4 is no bold
            snake_case_name                        ¦ snake_case_name
            * not bold *                           ¦ * not bold *
            *Total:* *EUR 1*                       ¦ <strong>Total:</strong> <strong>EUR 1</strong>
            *unclosed                              ¦ *unclosed
            `code *stays*`                         ¦ <code>code *stays*</code>
            a &amp; b &lt;c&gt;                    ¦ a &amp; b &lt;c&gt;
            &amp;lt; is shown as &lt;              ¦ &amp;lt; is shown as &lt;
            Tom & Jerry "x" 'y'                    ¦ Tom &amp; Jerry &quot;x&quot; &#39;y&#39;
            :no_such_emoji: 12:30:45               ¦ :no_such_emoji: 12:30:45
            <#C0PRECEIVABLES>                      ¦ <span class="mention">#receivables</span>
            <@U0PANA>                              ¦ <span class="mention me">@Ana Ruiz</span>
            <@U0PBEN>                              ¦ <span class="mention">@Ben &lt;b&gt;Okafor&lt;/b&gt;</span>
            <@U0NOBODY>                            ¦ <span class="mention">@U0NOBODY</span>
            <!here>                                ¦ <span class="mention me">@here</span>
            <!date^1371458400^{date_short}|then>   ¦ <time datetime="2013-06-17T09:40+01:00">17 Jun 2013</time>
            <!date^1371458400^{date_pretty} {time}|then> ¦ <time datetime="2013-06-17T09:40+01:00">today 09:40</time>
            <!date^soon^{date}|then>               ¦ then
            """)
    void rendersSlacksOwnMarkup(String text, String html) {
        assertThat(mrkdwn.html(text).markup()).isEqualTo(html);
    }

    @Test
    void linksOpenBesideThePage() {
        assertThat(mrkdwn.html("<https://a.example/?q=1&amp;r=2|the *site*>").markup())
                .isEqualTo("<a href=\"https://a.example/?q=1&amp;r=2\" target=\"_blank\" rel=\"noopener noreferrer\">"
                        + "the *site*</a>");
        assertThat(mrkdwn.html("see https://a.example/x.").markup())
                .startsWith("see <a href=\"https://a.example/x\"")
                .endsWith("</a>.");
        assertThat(mrkdwn.html("<mailto:ana@brightwater.example>").markup()).contains(">ana@brightwater.example</a>");
    }

    @Test
    void keepsLinesQuotesBulletsAndCode() {
        assertThat(mrkdwn.html("one\ntwo").markup()).isEqualTo("one<br>two");
        assertThat(mrkdwn.html("> said *this*\n&gt; and that\nthen").markup())
                .isEqualTo("<blockquote>said <strong>this</strong><br>and that</blockquote>then");
        assertThat(mrkdwn.html(">>> all\nof it").markup()).isEqualTo("<blockquote>all<br>of it</blockquote>");
        assertThat(mrkdwn.html("• one\n• two").markup())
                .isEqualTo("<span class=\"bullet\">• one</span><span class=\"bullet\">• two</span>");
        assertThat(mrkdwn.html("before\n```\n 1. *x*\n10. <b>\n```\nafter").markup())
                .isEqualTo("before<pre> 1. *x*\n10. &lt;b&gt;</pre>after");
    }

    @Test
    void showsEmojiWithAName() {
        assertThat(mrkdwn.html(":eyes:").markup())
                .isEqualTo("<span class=\"emoji\" role=\"img\" aria-label=\"eyes\" title=\":eyes:\">👀</span>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            <script>alert(1)</script>
            <img src=x onerror=alert(1)>
            <javascript:alert(1)|click me>
            <JaVaScRiPt:alert(1)>
            <data:text/html,<script>alert(1)</script>|x>
            <vbscript:x|y>
            <https://x.example/"onmouseover="alert(1)|hover>
            <https://x.example|"><script>alert(1)</script>>
            <!date^1371458400^<script>^javascript:alert(1)|x>
            <!date^1371458400^{date}^javascript:alert(1)|<b>x</b>>
            <!subteam^S1|<script>x</script>>
            <@U1"onclick="alert(1)>
            `<script>alert(1)</script>`
            ```<script>alert(1)</script>```
            *<script>alert(1)</script>*
            https://x.example/"><script>alert(1)</script>
            &lt;script&gt;alert(1)&lt;/script&gt;
            :"><script>:
            """)
    void neverTurnsTextIntoMarkup(String hostile) {
        var html = mrkdwn.html(hostile).markup();
        var page = Jsoup.parseBodyFragment(html);
        assertThat(page.select("script, img")).isEmpty();
        assertThat(page.select("[href]").eachAttr("href")).allMatch(address -> address.startsWith("https://x.example"));
        assertThat(page.body().getAllElements())
                .allSatisfy(element -> assertThat(element.attributes().asList())
                        .noneMatch(attribute -> attribute.getKey().startsWith("on")));
    }

    @Test
    void staysQuickOnAThousandOpenMarks() {
        var html = mrkdwn.html("*_~`<".repeat(600)).markup();
        assertThat(html).doesNotContain("<*");
    }
}
