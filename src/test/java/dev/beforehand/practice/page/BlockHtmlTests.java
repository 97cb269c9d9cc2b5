package dev.beforehand.practice.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BlockHtmlTests {

    private static final String HOSTILE = "\\\"><script>alert(1)</script><img src=x onerror='alert(1)'>";

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void aSectionShowsItsTextItsFieldsAndItsAccessory() {
        var html = message("""
                [{"type": "section", "block_id": "b1",
                  "text": {"type": "mrkdwn", "text": "*Acme* owes"},
                  "fields": [{"type": "mrkdwn", "text": "*Due*\\n17 Jun"}, {"type": "plain_text", "text": "*plain*"}],
                  "accessory": {"type": "button", "action_id": "a1", "value": "7", "text": {"type": "plain_text", "text": "Claim"}}}]
                """);
        assertThat(html)
                .contains("<strong>Acme</strong> owes", "<strong>Due</strong><br>17 Jun", "*plain*", ">Claim</button>");
    }

    @Test
    void aButtonSaysWhereItStandsAndWhatItIs() {
        var html = message("""
                [{"type": "actions", "block_id": "b1", "elements": [{"type": "button", "style": "primary",
                  "action_id": "checkin.claim", "value": "42:3", "text": {"type": "plain_text", "text": ":eyes: Claim"},
                  "confirm": {"title": {"type": "plain_text", "text": "Sure?"}, "text": {"type": "mrkdwn", "text": "*Really*"},
                              "confirm": {"type": "plain_text", "text": "Yes"}, "deny": {"type": "plain_text", "text": "No"}}}]}]
                """);
        assertThat(html)
                .contains("class=\"button primary\" type=\"button\" data-channel=\"C1\" data-ts=\"1.5\"")
                .contains(
                        "data-block-id=\"b1\" data-action-id=\"checkin.claim\" data-act=\"click\" data-value=\"42:3\"")
                .contains("👀</span> Claim</button>")
                .contains("<template class=\"confirm\" data-confirm=\"Yes\" data-deny=\"No\"")
                .contains("<strong>Really</strong>");
    }

    @Test
    void anInputHasALabelAHintAndAPlaceForItsError() {
        var html = view("""
                [{"type": "input", "block_id": "said", "optional": true,
                  "label": {"type": "plain_text", "text": "What they said"}, "hint": {"type": "plain_text", "text": "In their words"},
                  "element": {"type": "plain_text_input", "action_id": "text", "multiline": true, "initial_value": "a < b",
                              "placeholder": {"type": "plain_text", "text": "They said…"}}}]
                """);
        assertThat(html)
                .contains("<label class=\"label\" id=\"v-V1-said-text-label\" for=\"v-V1-said-text\">What they said"
                        + "<span class=\"optional\"> (optional)</span></label>")
                .contains("<textarea rows=\"4\" data-view=\"V1\" data-block-id=\"said\" data-action-id=\"text\""
                        + " id=\"v-V1-said-text\" name=\"said text\" aria-describedby=\"v-V1-said-text-error\"")
                .contains(">a &lt; b</textarea>")
                .contains("data-error-for=\"said\" data-keep");
    }

    @Test
    void aDatePickerIsNativeAndHoldsSlacksDate() {
        assertThat(view(input("""
                        {"type": "datepicker", "action_id": "day", "initial_date": "2013-06-17"}""")))
                .contains("<input type=\"date\"", "value=\"2013-06-17\"")
                .doesNotContain("data-act=");
    }

    @Test
    void anInputTellsAtOnceOnlyWhenAskedTo() {
        var select = """
                {"type": "static_select", "action_id": "every", "options": [
                  {"value": "week", "text": {"type": "plain_text", "text": "Weekly"}}]}""";
        assertThat(view(input(select))).doesNotContain("data-act=");
        assertThat(view(input(select).replace("\"input\",", "\"input\", \"dispatch_action\": true,")))
                .contains("data-act=\"change\"");
        assertThat(view("[{\"type\": \"actions\", \"block_id\": \"b\", \"elements\": [" + select + "]}]"))
                .contains("data-act=\"change\"", "aria-label=\"every\"");
    }

    @Test
    void choicesShowWhatIsChosen() {
        var options = """
                "options": [{"value": "good", "text": {"type": "plain_text", "text": ":smile: Good"}},
                            {"value": "bad", "text": {"type": "plain_text", "text": "Bad & worse"},
                             "description": {"type": "plain_text", "text": "not well"}}]""";
        var chosen = "{\"value\": \"bad\", \"text\": {\"type\": \"plain_text\", \"text\": \"Bad\"}}";
        assertThat(view(input("{\"type\": \"static_select\", \"action_id\": \"a\", \"initial_option\": " + chosen + ", "
                        + options + "}")))
                .contains("<option value=\"good\">😄 Good</option>")
                .contains("<option value=\"bad\" selected>Bad &amp; worse</option>")
                .as("a choice that must be made cannot be taken back")
                .doesNotContain("value=\"\"");
        assertThat(view(input("{\"type\": \"radio_buttons\", \"action_id\": \"a\", \"initial_option\": " + chosen + ", "
                        + options + "}")))
                .contains("role=\"radiogroup\"", "name=\"b a\" value=\"bad\" checked>", "<small>not well</small>");
        assertThat(view(input("{\"type\": \"multi_static_select\", \"action_id\": \"a\", \"initial_options\": ["
                        + chosen + "], " + options + "}")))
                .contains("<details class=\"menu many\"", "type=\"checkbox\"", "value=\"bad\" checked>");
    }

    @Test
    void aMenuOffersEachOptionAsAButton() {
        assertThat(message("""
                [{"type": "actions", "block_id": "b", "elements": [{"type": "overflow", "action_id": "more", "options": [
                  {"value": "plan", "text": {"type": "plain_text", "text": "Propose plan"}},
                  {"value": "site", "url": "javascript:alert(1)", "text": {"type": "plain_text", "text": "Site"}}]}]}]
                """))
                .contains("aria-label=\"More actions\"", "data-value=\"plan\"", ">Propose plan</button>")
                .doesNotContain("javascript:");
    }

    @Test
    void aTablesFirstRowIsItsHeading() {
        assertThat(message("""
                [{"type": "table", "column_settings": [{"align": "left"}, {"align": "right"}], "rows": [
                  [{"type": "raw_text", "text": "Client"}, {"type": "raw_text", "text": "Balance"}],
                  [{"type": "raw_text", "text": "A & B"}, {"type": "rich_text", "elements": [
                     {"type": "rich_text_section", "elements": [{"type": "text", "text": "1.00", "style": {"bold": true}}]}]}]]}]
                """))
                .contains("<th class=\"right\" scope=\"col\">Balance</th>", "<td class=\"left\">A &amp; B</td>")
                .contains("<strong>1.00</strong>");
    }

    @Test
    void richTextKeepsListsAndMentions() {
        assertThat(message("""
                [{"type": "rich_text", "elements": [
                  {"type": "rich_text_list", "style": "ordered", "elements": [
                     {"type": "rich_text_section", "elements": [{"type": "user", "user_id": "U0PANA"}]}]},
                  {"type": "rich_text_section", "elements": [{"type": "link", "url": "javascript:alert(1)", "text": "x"}]}]}]
                """))
                .contains("<ol class=\"indent-0\"><li><span class=\"mention me\">@Ana Ruiz</span></li></ol>")
                .doesNotContain("href");
    }

    @Test
    void namesWhatItCannotShow() {
        assertThat(message("[{\"type\": \"video\"}]")).contains("Practice cannot show a block of type video.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'header', 'block_id': 'X', 'text': {'type': 'plain_text', 'text': 'X'}}",
                "{'type': 'section', 'text': {'type': 'mrkdwn', 'text': 'X'}, 'fields': [{'type': 'plain_text', 'text': 'X'}]}",
                "{'type': 'context', 'elements': [{'type': 'mrkdwn', 'text': 'X'}, {'type': 'image', 'image_url': 'X', 'alt_text': 'X'}]}",
                "{'type': 'image', 'image_url': 'X', 'alt_text': 'X', 'title': {'type': 'plain_text', 'text': 'X'}}",
                "{'type': 'actions', 'block_id': 'X', 'elements': [{'type': 'button', 'action_id': 'X', 'value': 'X', 'url': 'https://X', 'style': 'X', 'text': {'type': 'plain_text', 'text': 'X'}, 'confirm': {'title': {'text': 'X'}, 'text': {'type': 'mrkdwn', 'text': 'X'}, 'confirm': {'text': 'X'}, 'deny': {'text': 'X'}}}]}",
                "{'type': 'actions', 'elements': [{'type': 'overflow', 'options': [{'value': 'X', 'text': {'text': 'X'}}]}, {'type': 'X'}]}",
                "{'type': 'input', 'block_id': 'X', 'label': {'text': 'X'}, 'hint': {'text': 'X'}, 'element': {'type': 'plain_text_input', 'action_id': 'X', 'initial_value': 'X', 'placeholder': {'text': 'X'}}}",
                "{'type': 'input', 'label': {'text': 'X'}, 'element': {'type': 'plain_text_input', 'multiline': true, 'initial_value': '</textarea>X'}}",
                "{'type': 'input', 'label': {'text': 'X'}, 'element': {'type': 'static_select', 'option_groups': [{'label': {'text': 'X'}, 'options': [{'value': 'X', 'text': {'text': 'X'}}]}]}}",
                "{'type': 'input', 'label': {'text': 'X'}, 'element': {'type': 'checkboxes', 'options': [{'value': 'X', 'text': {'type': 'mrkdwn', 'text': 'X'}, 'description': {'text': 'X'}}]}}",
                "{'type': 'input', 'label': {'text': 'X'}, 'element': {'type': 'multi_static_select', 'placeholder': {'text': 'X'}, 'options': [{'value': 'X', 'text': {'text': 'X'}}]}}",
                "{'type': 'table', 'column_settings': [{'align': 'X'}], 'rows': [[{'type': 'raw_text', 'text': 'X'}]]}",
                "{'type': 'rich_text', 'elements': [{'type': 'rich_text_preformatted', 'elements': [{'type': 'text', 'text': 'X'}, {'type': 'emoji', 'name': 'X'}, {'type': 'link', 'url': 'https://X', 'text': 'X'}, {'type': 'broadcast', 'range': 'X'}]}]}",
                "{'type': 'X', 'block_id': 'X'}",
            })
    void hostileTextStaysText(String block) {
        var html = view("[" + block.replace('\'', '"').replace("X", HOSTILE) + "]");
        var page = Jsoup.parseBodyFragment(html);
        assertThat(page.select("script, [onerror], img[src=x]")).isEmpty();
        assertThat(page.select("[href]").eachAttr("href")).noneMatch(address -> address.startsWith("javascript"));
        assertThat(html).contains("alert(1)");
    }

    private String message(String blocks) {
        return html(blocks, Place.message("C1", "1.5"));
    }

    private String view(String blocks) {
        return html(blocks, Place.view("V1"));
    }

    private String html(String blocks, Place place) {
        return new BlockHtml(MrkdwnTests.SURROUNDINGS, place).html(tree(blocks)).markup();
    }

    private static String input(String element) {
        return "[{\"type\": \"input\", \"block_id\": \"b\", \"label\": {\"type\": \"plain_text\", \"text\": \"L\"}, \"element\": "
                + element + "}]";
    }

    private JsonNode tree(String blocks) {
        return json.readTree(blocks);
    }
}
