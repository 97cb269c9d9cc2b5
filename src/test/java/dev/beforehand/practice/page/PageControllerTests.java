package dev.beforehand.practice.page;

import static dev.beforehand.practice.page.SamplePractice.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.beforehand.practice.faults.Fault;
import dev.beforehand.practice.faults.Faults;
import dev.beforehand.practice.faults.Rule;
import dev.beforehand.practice.workspace.Changed;
import dev.beforehand.practice.workspace.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class PageControllerTests {

    private static final String DIGEST = "1371454200.000100";

    private final SamplePractice practice = new SamplePractice();
    private final Clock clock = Clock.fixed(Instant.parse("2013-06-17T07:31:00Z"), ZoneId.of("Europe/London"));
    private final Faults faults = new Faults(new Changed());
    private final MockMvc web = MockMvcBuilders.standaloneSetup(new PageController(
                    new Pages(practice.slack, practice.mailbox, faults, false, clock),
                    practice.mailbox,
                    new Changes(practice.slack),
                    new Files()))
            .build();

    @BeforeEach
    void aMorning() {
        practice.says("1371199800.000100", "U0PBEN", "It is *Friday*");
        practice.posts(DIGEST, """
                [{"type": "header", "block_id": "h", "text": {"type": "plain_text", "text": "17 June"}}]""", Map.of("eyes", List.of("U0PANA", "U0PBEN")));
        practice.replies(DIGEST, "1371454210.000100", """
                [{"type": "actions", "block_id": "b", "elements": [
                  {"type": "button", "action_id": "claim", "value": "1", "text": {"type": "plain_text", "text": "Claim"}}]}]""");
        practice.saysOnlyTo("U0PBEN", "1371454220.000100", "U0PBOT", "Only for Ben");
    }

    @Test
    void showsTheFirstChannelToTheFirstPersonOfThePractice() throws Exception {
        var page = page("/");
        assertThat(page.select("#page").attr("data-as")).isEqualTo("U0PANA");
        assertThat(page.select("main h1").text()).isEqualTo("#receivables");
        assertThat(page.select("#practice-day").attr("datetime")).isEqualTo("2013-06-17");
        assertThat(page.select(".clock").text()).isEqualTo("Monday 17 June 2013");
        assertThat(page.select("main .new-day").eachText()).containsExactly("Friday, 14 June", "Today");
    }

    @Test
    void saysWhatGoesWrongAndOffersTheRest() throws Exception {
        assertThat(page("/").select("#faults summary").text()).isEqualTo("Make Slack misbehave");
        assertThat(page("/").select("#faults .fault.on, #behave")).isEmpty();

        faults.set(Rule.next(Fault.LOST_ANSWER, 3));
        faults.set(Rule.share(Fault.SLOW_ANSWER, 0.25));

        var panel = page("/").selectFirst("#faults");
        assertThat(panel.select("summary").text()).isEqualTo("Slack misbehaves");
        assertThat(panel.select(".fault.on b").eachText()).containsExactly("Slack answers slowly", "An answer is lost");
        assertThat(panel.select(".fault.on .often span").eachText())
                .containsExactly("in 25 of 100 cases", "the next 3 times");
        assertThat(panel.select(".fault:not(.on) .choice").eachText())
                .startsWith("Once", "3 times", "1 in 4", "Always");
        assertThat(panel.text()).as("without Socket Mode").doesNotContain("connection");
    }

    @Test
    void showsMessagesWithTheirReactionsAndReplies() throws Exception {
        var digest = page("/").selectFirst("main [data-ts=" + DIGEST + "]");
        assertThat(digest.select(".byline").text()).isEqualTo("Beforehand APP 08:30");
        assertThat(digest.select("h3").text()).isEqualTo("17 June");
        assertThat(digest.select(".reaction").attr("aria-pressed")).isEqualTo("true");
        assertThat(digest.select(".reaction").attr("title")).isEqualTo("Ana Ruiz, Ben Okafor");
        assertThat(digest.select("[data-thread]").text()).contains("1 reply", "today at 08:30");
        assertThat(page("/").select("main [data-action-id=claim]"))
                .as("replies stand in their thread alone")
                .isEmpty();
    }

    @Test
    void opensAThreadBesideTheChannel() throws Exception {
        var page = page("/?as=U0PBEN&in=" + CHANNEL + "&thread=" + DIGEST);
        var thread = page.selectFirst("aside.thread");
        assertThat(thread.select(".count").text()).isEqualTo("1 reply");
        var button = thread.selectFirst("button[data-action-id=claim]");
        assertThat(button.attr("data-channel")).isEqualTo(CHANNEL);
        assertThat(button.attr("data-ts")).isEqualTo("1371454210.000100");
        assertThat(button.attr("data-block-id")).isEqualTo("b");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void eachWindowActsAsItsOwnPerson() throws Exception {
        assertThat(page("/?as=U0PANA").text()).doesNotContain("Only for Ben");
        var ben = page("/?as=U0PBEN");
        assertThat(ben.select(".ephemeral").text()).contains("Only visible to you", "Only for Ben");
        assertThat(ben.select("#acting-as [aria-current]").attr("data-act-as")).isEqualTo("U0PBEN");
        assertThat(ben.select("[data-room]").eachAttr("href")).allMatch(address -> address.contains("as=U0PBEN"));
        assertThat(page("/?as=U0PNOBODY").select("#page").attr("data-as")).isEqualTo("U0PANA");
    }

    @Test
    void anothersDirectMessagesAreNotShown() throws Exception {
        assertThat(page("/?as=U0PANA&in=D0PBEN").select("main h1").text()).isEqualTo("#receivables");
        assertThat(page("/?as=U0PBEN&in=D0PBEN").select("main h1").text()).isEqualTo("Beforehand");
    }

    @Test
    void emptyRoomsSayWhatWillCome() throws Exception {
        assertThat(page("/?in=C0PGENERAL").select(".empty").text()).contains("digest", "#receivables");
        assertThat(page("/?in=mailbox").select(".empty").text()).contains("No letters yet", "Next morning");
    }

    @Test
    void anOpenViewIsADialogOfItsPersonAlone() throws Exception {
        practice.opens("U0PANA", "V1", """
                {"type": "modal", "callback_id": "plan", "title": {"type": "plain_text", "text": "Propose plan"},
                 "submit": {"type": "plain_text", "text": "Propose"}, "blocks": []}""");
        var dialog = page("/").selectFirst("dialog[data-view=V1]");
        assertThat(dialog.select("h2").text()).isEqualTo("Propose plan");
        assertThat(dialog.select("[data-submit]").text()).isEqualTo("Propose");
        assertThat(dialog.attr("data-callback")).isEqualTo("plan");
        assertThat(page("/?as=U0PBEN").select("dialog[data-view]")).isEmpty();
    }

    @Test
    void theMailboxShowsALetterInThreeWays() throws Exception {
        practice.receives("7", "Eva <eva@hartmann.example>", "Due <soon>", "<p>Dear Eva</p>", "Dear Eva");
        var list = page("/?in=mailbox");
        assertThat(list.select("[data-letter=7]").text())
                .contains("Eva <eva@hartmann.example>", "Due <soon>", "from Ana Ruiz")
                .doesNotContain("accounts@");
        assertThat(page("/?in=mailbox&letter=7").select("iframe").attr("src")).isEqualTo("/practice/page/letters/7");
        assertThat(page("/?in=mailbox&letter=7&show=text").select(".letter pre").text())
                .isEqualTo("Dear Eva");
        assertThat(page("/?in=mailbox&letter=7&show=headers")
                        .select(".letter pre")
                        .text())
                .contains("Subject: Due <soon>");
    }

    @Test
    void aLetterCanRunNothingAndLoadNothing() throws Exception {
        practice.receives("7", "eva@hartmann.example", "Due", "<script>alert(1)</script>", "");
        web.perform(get("/practice/page/letters/7"))
                .andExpect(status().isOk())
                .andExpect(
                        header().string("Content-Security-Policy", Matchers.startsWith("sandbox; default-src 'none'")));
        assertThat(page("/?in=mailbox&letter=7").selectFirst("iframe").attr("sandbox"))
                .isEmpty();
        web.perform(get("/practice/page/letters/8")).andExpect(status().isNotFound());
    }

    @Test
    void runsAndLoadsOnlyItsOwn() throws Exception {
        web.perform(get("/"))
                .andExpect(header().string("Content-Security-Policy", Matchers.containsString("script-src 'self';")))
                .andExpect(header().string("Cache-Control", "no-store"));
        var page = page("/");
        assertThat(page.select("[src], link[href]"))
                .allMatch(element -> (element.attr("src") + element.attr("href")).startsWith("/practice/page/"));
        for (var asset : List.of("page.css", "page.js", "icon.svg")) {
            web.perform(get("/practice/page/" + asset)).andExpect(status().isOk());
        }
        web.perform(get("/practice/page/page.mustache")).andExpect(status().isNotFound());
    }

    @Test
    void controlsHaveNames() throws Exception {
        var page = page("/?thread=" + DIGEST);
        assertThat(page.select("button, summary"))
                .allMatch(button -> !(button.text() + button.attr("aria-label")).isBlank());
        assertThat(page.select("textarea, select, input:not([type=checkbox], [type=radio])"))
                .allMatch(field -> !field.attr("aria-label").isBlank()
                        || !page.select("label[for=" + field.id() + "]").isEmpty());
    }

    private Document page(String address) throws Exception {
        var answer = web.perform(get(java.net.URI.create(address)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        answer.setCharacterEncoding("UTF-8");
        return Jsoup.parse(answer.getContentAsString());
    }
}
