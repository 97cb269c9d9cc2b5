package dev.beforehand.practice.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BlockLimitsTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void acceptedInAMessage(String what, String block) {
        assertThat(BlockLimits.ofMessage(json("[" + block + "]"))).isEmpty();
    }

    static Stream<Arguments> acceptedInAMessage() {
        return Stream.of(
                arguments("a divider", "{'type':'divider'}"),
                arguments("a section of 3,000", section(x(3_000))),
                arguments("10 fields of 2,000", "{'type':'section','fields':[" + many(10, mrkdwn(x(2_000))) + "]}"),
                arguments("a header of 150", "{'type':'header','text':" + plain(x(150)) + "}"),
                arguments("10 context elements", "{'type':'context','elements':[" + many(10, mrkdwn("c")) + "]}"),
                arguments("25 buttons", actions(numbered(25, i -> button("b" + i, "Claim", "")))),
                arguments(
                        "a button at every limit",
                        actions(button(
                                x(255),
                                x(75),
                                ",'value':'" + x(2_000) + "','style':'primary','confirm':"
                                        + confirm(x(100), x(300), x(30))))),
                arguments("a link", actions(button("a", "Open", ",'url':'https://slack.com/x'"))),
                arguments("an overflow of 5", accessory(overflow(5))),
                arguments("an overflow of 2", accessory(overflow(2))),
                arguments("a menu of 100", accessory(select(options(100)))),
                arguments(
                        "a menu with its first choice",
                        accessory(select(options(3) + ",'initial_option':" + option(1)))),
                arguments(
                        "a menu in groups",
                        accessory("{'type':'static_select','action_id':'m','option_groups':[{'label':" + plain("G")
                                + "," + options(2) + "}]}")),
                arguments(
                        "a date",
                        accessory("{'type':'datepicker','action_id':'d','initial_date':'2024-02-29','placeholder':"
                                + plain(x(150)) + "}")),
                arguments("a time", accessory("{'type':'timepicker','action_id':'t','initial_time':'23:59'}")),
                arguments("radio buttons", accessory("{'type':'radio_buttons','action_id':'r'," + options(10) + "}")),
                arguments("a person", accessory("{'type':'users_select','action_id':'u','initial_user':'U1'}")),
                arguments(
                        "a picture",
                        "{'type':'image','image_url':'https://example.com/a.png','alt_text':'A','title':" + plain("T")
                                + "}"),
                arguments(
                        "rich text",
                        "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'a'}]}]}"),
                arguments("a table", table(100, 20)),
                arguments("Markdown", "{'type':'markdown','text':'" + x(12_000) + "'}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusedInAMessage(String what, String block, String reason) {
        assertThat(BlockLimits.ofMessage(json("[" + block + "]"))).contains(reason);
    }

    static Stream<Arguments> refusedInAMessage() {
        return Stream.of(
                refused("no type", "{}", "'' is no block that a message takes", "/type"),
                refused("an unknown type", "{'type':'heading'}", "'heading' is no block that a message takes", "/type"),
                refused("no object", "'x'", "must be an object", ""),
                refused("an unknown field", "{'type':'divider','color':'red'}", "has the unknown field 'color'", ""),
                refused("an empty section", "{'type':'section'}", "must have 'text' or 'fields'", ""),
                refused("an empty text", section(""), "must be more than 0 characters", "/text/text"),
                refused(
                        "a section of 3,001",
                        section(x(3_001)),
                        "must be less than 3,001 characters, and has 3,001",
                        "/text/text"),
                refused(
                        "a text without a type",
                        "{'type':'section','text':{'text':'a'}}",
                        "must be plain_text or mrkdwn",
                        "/text/type"),
                refused(
                        "emoji in mrkdwn",
                        "{'type':'section','text':{'type':'mrkdwn','text':'a','emoji':true}}",
                        "has the unknown field 'emoji'",
                        "/text"),
                refused(
                        "11 fields",
                        "{'type':'section','fields':[" + many(11, mrkdwn("f")) + "]}",
                        "no more than 10 items are allowed, and it has 11",
                        "/fields"),
                refused(
                        "a field of 2,001",
                        "{'type':'section','fields':[" + mrkdwn(x(2_001)) + "]}",
                        "must be less than 2,001 characters, and has 2,001",
                        "/fields/0/text"),
                refused(
                        "a header of 151",
                        "{'type':'header','text':" + plain(x(151)) + "}",
                        "must be less than 151 characters, and has 151",
                        "/text/text"),
                refused(
                        "a header in mrkdwn",
                        "{'type':'header','text':" + mrkdwn("h") + "}",
                        "must be plain_text",
                        "/text/type"),
                refused("a header without text", "{'type':'header'}", "must have the field 'text'", ""),
                refused(
                        "11 context elements",
                        "{'type':'context','elements':[" + many(11, mrkdwn("c")) + "]}",
                        "no more than 10 items are allowed, and it has 11",
                        "/elements"),
                refused(
                        "a button in a context",
                        "{'type':'context','elements':[" + button("a", "B", "") + "]}",
                        "must be plain_text or mrkdwn",
                        "/elements/0/type"),
                refused(
                        "no elements",
                        "{'type':'actions','elements':[]}",
                        "no fewer than 1 items are allowed, and it has 0",
                        "/elements"),
                refused(
                        "26 buttons",
                        actions(numbered(26, i -> button("b" + i, "B", ""))),
                        "no more than 25 items are allowed, and it has 26",
                        "/elements"),
                refused(
                        "a picture among buttons",
                        actions("{'type':'image','image_url':'https://e.com/a','alt_text':'a'}"),
                        "'image' is not allowed in an actions block",
                        "/elements/0/type"),
                refused(
                        "a button text of 76",
                        actions(button("a", x(76), "")),
                        "must be less than 76 characters, and has 76",
                        "/elements/0/text/text"),
                refused(
                        "an action_id of 256",
                        actions(button(x(256), "B", "")),
                        "must be less than 256 characters, and has 256",
                        "/elements/0/action_id"),
                refused(
                        "a block_id of 256",
                        "{'type':'divider','block_id':'" + x(256) + "'}",
                        "must be less than 256 characters, and has 256",
                        "/block_id"),
                refused(
                        "a value of 2,001",
                        actions(button("a", "B", ",'value':'" + x(2_001) + "'")),
                        "must be less than 2,001 characters, and has 2,001",
                        "/elements/0/value"),
                refused(
                        "a value that is a number",
                        actions(button("a", "B", ",'value':7")),
                        "must be a text",
                        "/elements/0/value"),
                refused(
                        "an url of 3,001",
                        actions(button("a", "B", ",'url':'https://" + x(2_993) + "'")),
                        "must be less than 3,001 characters, and has 3,001",
                        "/elements/0/url"),
                refused(
                        "an url that is none",
                        actions(button("a", "B", ",'url':'see there'")),
                        "must be a link",
                        "/elements/0/url"),
                refused(
                        "an unknown style",
                        actions(button("a", "B", ",'style':'green'")),
                        "must be one of primary, danger",
                        "/elements/0/style"),
                refused(
                        "two buttons with one action_id",
                        actions(button("a", "B", "") + "," + button("a", "C", "")),
                        "must not be used twice: 'a'",
                        "/elements/1/action_id"),
                refused(
                        "a confirm title of 101",
                        actions(button("a", "B", ",'confirm':" + confirm(x(101), "t", "c"))),
                        "must be less than 101 characters, and has 101",
                        "/elements/0/confirm/title/text"),
                refused(
                        "a confirm text of 301",
                        actions(button("a", "B", ",'confirm':" + confirm("t", x(301), "c"))),
                        "must be less than 301 characters, and has 301",
                        "/elements/0/confirm/text/text"),
                refused(
                        "a confirm button of 31",
                        actions(button("a", "B", ",'confirm':" + confirm("t", "t", x(31)))),
                        "must be less than 31 characters, and has 31",
                        "/elements/0/confirm/confirm/text"),
                refused(
                        "a confirm without a way out",
                        actions(button("a", "B", ",'confirm':{'title':" + plain("t") + "}")),
                        "must have the field 'deny'",
                        "/elements/0/confirm"),
                refused(
                        "an overflow of 1",
                        accessory(overflow(1)),
                        "no fewer than 2 items are allowed, and it has 1",
                        "/accessory/options"),
                refused(
                        "an overflow of 6",
                        accessory(overflow(6)),
                        "no more than 5 items are allowed, and it has 6",
                        "/accessory/options"),
                refused(
                        "a menu of 101",
                        accessory(select(options(101))),
                        "no more than 100 items are allowed, and it has 101",
                        "/accessory/options"),
                refused(
                        "a menu without options",
                        accessory("{'type':'static_select','action_id':'m'}"),
                        "must have either 'options' or 'option_groups'",
                        "/accessory"),
                refused(
                        "an option text of 76",
                        accessory(select("'options':[{'text':" + plain(x(76)) + ",'value':'v'}]")),
                        "must be less than 76 characters, and has 76",
                        "/accessory/options/0/text/text"),
                refused(
                        "an option value of 151",
                        accessory(select("'options':[{'text':" + plain("t") + ",'value':'" + x(151) + "'}]")),
                        "must be less than 151 characters, and has 151",
                        "/accessory/options/0/value"),
                refused(
                        "an option description of 76",
                        accessory(select("'options':[{'text':" + plain("t") + ",'value':'v','description':"
                                + plain(x(76)) + "}]")),
                        "must be less than 76 characters, and has 76",
                        "/accessory/options/0/description/text"),
                refused(
                        "two options with one value",
                        accessory(select("'options':[" + option(1) + "," + option(1) + "]")),
                        "must not be the value of another option too: 'v1'",
                        "/accessory/options/1/value"),
                refused(
                        "an option in mrkdwn in a menu",
                        accessory(select("'options':[{'text':" + mrkdwn("t") + ",'value':'v'}]")),
                        "must be plain_text",
                        "/accessory/options/0/text/type"),
                refused(
                        "a first choice that is no option",
                        accessory(select(options(2) + ",'initial_option':" + option(7))),
                        "must be exactly one of the options",
                        "/accessory/initial_option"),
                refused(
                        "11 radio buttons",
                        accessory("{'type':'radio_buttons','action_id':'r'," + options(11) + "}"),
                        "no more than 10 items are allowed, and it has 11",
                        "/accessory/options"),
                refused(
                        "11 check boxes",
                        accessory("{'type':'checkboxes','action_id':'r'," + options(11) + "}"),
                        "no more than 10 items are allowed, and it has 11",
                        "/accessory/options"),
                refused(
                        "a day that is none",
                        accessory("{'type':'datepicker','action_id':'d','initial_date':'2023-02-29'}"),
                        "must be a date like 2013-06-17",
                        "/accessory/initial_date"),
                refused(
                        "a time that is none",
                        accessory("{'type':'timepicker','action_id':'d','initial_time':'24:00'}"),
                        "must be a time like 08:30",
                        "/accessory/initial_time"),
                refused(
                        "a placeholder of 151",
                        accessory("{'type':'users_select','action_id':'d','placeholder':" + plain(x(151)) + "}"),
                        "must be less than 151 characters, and has 151",
                        "/accessory/placeholder/text"),
                refused(
                        "a text field beside a section",
                        accessory("{'type':'plain_text_input','action_id':'d'}"),
                        "'plain_text_input' is not allowed in a section",
                        "/accessory/type"),
                refused(
                        "a picture without words",
                        "{'type':'image','image_url':'https://e.com/a.png'}",
                        "must have the field 'alt_text'",
                        ""),
                refused(
                        "a table of 101 rows",
                        table(101, 1),
                        "no more than 100 items are allowed, and it has 101",
                        "/rows"),
                refused(
                        "a row of 21 cells",
                        table(1, 21),
                        "no more than 20 items are allowed, and it has 21",
                        "/rows/0"),
                refused(
                        "a table of 10,001 characters",
                        "{'type':'table','rows':[[" + cell(x(5_000)) + "," + cell(x(5_001)) + "]]}",
                        "the cells together must be less than 10,001 characters, and have 10,001",
                        ""));
    }

    @Test
    void aMessageTakesFiftyBlocks() {
        assertThat(BlockLimits.ofMessage(dividers(50))).isEmpty();
        assertThat(BlockLimits.ofMessage(dividers(51)))
                .containsExactly("no more than 50 items are allowed, and it has 51 [json-pointer:/blocks]");
    }

    @Test
    void aMessageTakesOneTable() {
        assertThat(BlockLimits.ofMessage(json("[" + table(1, 1) + "," + table(1, 1) + "]")))
                .containsExactly("only one table is allowed in a message [json-pointer:/blocks]");
    }

    @Test
    void blockIdsAreUnique() {
        assertThat(BlockLimits.ofMessage(json("[{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}]")))
                .containsExactly("must not be used twice: 'a' [json-pointer:/blocks/1/block_id]");
    }

    @Test
    void theSameActionMayStandInSeveralBlocks() {
        assertThat(BlockLimits.ofMessage(
                        json("[" + actions(button("a", "B", "")) + "," + actions(button("a", "B", "")) + "]")))
                .isEmpty();
    }

    @Test
    void allTextTogetherIsLimitedToo() {
        assertThat(BlockLimits.isTooLong(json("[" + many(5, section(x(2_600))) + "]")))
                .isFalse();
        assertThat(BlockLimits.isTooLong(json("[" + many(5, section(x(2_601))) + "]")))
                .isTrue();
    }

    @Test
    void whatIsNoArrayIsNoMessage() {
        assertThat(BlockLimits.ofMessage(json("{'blocks':[]}")))
                .containsExactly("must be an array of blocks [json-pointer:/blocks]");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void acceptedAsAView(String what, String view) {
        assertThat(BlockLimits.ofView(json(view))).isEmpty();
    }

    static Stream<Arguments> acceptedAsAView() {
        return Stream.of(
                arguments("a modal of 100 blocks", modal("", many(100, "{'type':'divider'}"))),
                arguments(
                        "a modal at every limit",
                        modal(
                                ",'submit':" + plain(x(24)) + ",'close':" + plain(x(24)) + ",'private_metadata':'"
                                        + x(3_000) + "','callback_id':'" + x(255) + "','notify_on_close':true",
                                input(
                                        "{'type':'plain_text_input','action_id':'a','multiline':true,'max_length':3000}"))),
                arguments(
                        "fields of every kind",
                        modal(
                                ",'submit':" + plain("Save"),
                                input(
                                                "{'type':'number_input','action_id':'n','is_decimal_allowed':true,'min_value':'0.5'}")
                                        + "," + input("{'type':'email_text_input','action_id':'e'}") + ","
                                        + input("{'type':'datepicker','action_id':'d'}") + ","
                                        + input("{'type':'multi_static_select','action_id':'m','max_selected_items':2,"
                                                + options(3) + ",'initial_options':[" + option(0) + "]}")
                                        + "," + input("{'type':'radio_buttons','action_id':'r'," + options(2) + "}"))),
                arguments("Home", "{'type':'home','blocks':[{'type':'divider'}]}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusedAsAView(String what, String view, String reason) {
        assertThat(BlockLimits.ofView(json(view))).contains(reason);
    }

    static Stream<Arguments> refusedAsAView() {
        var text = input("{'type':'plain_text_input','action_id':'a'}");
        return Stream.of(
                arguments("nothing", "null", "must be an object [json-pointer:/view]"),
                arguments(
                        "no title", "{'type':'modal','blocks':[]}", "must have the field 'title' [json-pointer:/view]"),
                arguments(
                        "a title of 25",
                        "{'type':'modal','blocks':[],'title':" + plain(x(25)) + "}",
                        "must be less than 25 characters, and has 25 [json-pointer:/view/title/text]"),
                arguments(
                        "a submit of 25",
                        modal(",'submit':" + plain(x(25)), text),
                        "must be less than 25 characters, and has 25 [json-pointer:/view/submit/text]"),
                arguments(
                        "an input that cannot be sent",
                        modal("", text),
                        "must have 'submit', because it has an input block [json-pointer:/view]"),
                arguments(
                        "101 blocks",
                        modal("", many(101, "{'type':'divider'}")),
                        "no more than 100 items are allowed, and it has 101 [json-pointer:/view/blocks]"),
                arguments(
                        "metadata of 3,001",
                        modal(",'private_metadata':'" + x(3_001) + "'", ""),
                        "must be less than 3,001 characters, and has 3,001 [json-pointer:/view/private_metadata]"),
                arguments(
                        "a table in a modal",
                        modal("", table(1, 1)),
                        "'table' is no block that a modal takes [json-pointer:/view/blocks/0/type]"),
                arguments(
                        "a table in Home",
                        "{'type':'home','blocks':[" + table(1, 1) + "]}",
                        "'table' is no block that Home takes [json-pointer:/view/blocks/0/type]"),
                arguments(
                        "a title of Home",
                        "{'type':'home','blocks':[],'title':" + plain("t") + "}",
                        "has the unknown field 'title' [json-pointer:/view]"),
                arguments(
                        "an id that only Slack gives",
                        modal(",'id':'V1'", ""),
                        "has the unknown field 'id' [json-pointer:/view]"),
                arguments(
                        "a number field that does not say of which kind",
                        modal(",'submit':" + plain("S"), input("{'type':'number_input','action_id':'n'}")),
                        "must have the field 'is_decimal_allowed' [json-pointer:/view/blocks/0/element]"),
                arguments(
                        "a field that asks for more than it takes",
                        modal(
                                ",'submit':" + plain("S"),
                                input("{'type':'plain_text_input','action_id':'n','min_length':5,'max_length':4}")),
                        "must not be more than 'max_length' [json-pointer:/view/blocks/0/element/min_length]"),
                arguments(
                        "a first value that is too long",
                        modal(
                                ",'submit':" + plain("S"),
                                input(
                                        "{'type':'plain_text_input','action_id':'n','initial_value':'abcde','max_length':4}")),
                        "must be less than 5 characters, and has 5 [json-pointer:/view/blocks/0/element/initial_value]"),
                arguments(
                        "a button as a field",
                        modal(",'submit':" + plain("S"), input(button("a", "B", ""))),
                        "'button' is not allowed in an input block [json-pointer:/view/blocks/0/element/type]"),
                arguments(
                        "a field without a label",
                        modal(
                                ",'submit':" + plain("S"),
                                "{'type':'input','element':{'type':'plain_text_input','action_id':'a'}}"),
                        "must have the field 'label' [json-pointer:/view/blocks/0]"),
                arguments(
                        "a label of 2,001",
                        modal(
                                ",'submit':" + plain("S"),
                                "{'type':'input','element':{'type':'plain_text_input','action_id':'a'},'label':"
                                        + plain(x(2_001)) + "}"),
                        "must be less than 2,001 characters, and has 2,001 [json-pointer:/view/blocks/0/label/text]"),
                arguments(
                        "two fields with the cursor",
                        modal(
                                ",'submit':" + plain("S"),
                                many(2, input("{'type':'plain_text_input','action_id':'a','focus_on_load':true}"))),
                        "only one element can have 'focus_on_load' [json-pointer:/view/blocks]"));
    }

    private static Arguments refused(String what, String block, String reason, String place) {
        return arguments(what, block, reason + " [json-pointer:/blocks/0" + place + "]");
    }

    private static JsonNode json(String singleQuoted) {
        return JSON.readTree(singleQuoted.replace('\'', '"'));
    }

    private static JsonNode dividers(int count) {
        return json("[" + many(count, "{'type':'divider'}") + "]");
    }

    private static String x(int length) {
        return "x".repeat(length);
    }

    private static String many(int count, String json) {
        return IntStream.range(0, count).mapToObj(i -> json).collect(Collectors.joining(","));
    }

    private static String numbered(int count, IntFunction<String> json) {
        return IntStream.range(0, count).mapToObj(json).collect(Collectors.joining(","));
    }

    private static String plain(String text) {
        return "{'type':'plain_text','text':'" + text + "','emoji':true}";
    }

    private static String mrkdwn(String text) {
        return "{'type':'mrkdwn','text':'" + text + "','verbatim':false}";
    }

    private static String section(String text) {
        return "{'type':'section','text':" + mrkdwn(text) + "}";
    }

    private static String accessory(String element) {
        return "{'type':'section','text':" + mrkdwn("s") + ",'accessory':" + element + "}";
    }

    private static String actions(String elements) {
        return "{'type':'actions','elements':[" + elements + "]}";
    }

    private static String button(String actionId, String text, String more) {
        return "{'type':'button','action_id':'" + actionId + "','text':" + plain(text) + more + "}";
    }

    private static String confirm(String title, String text, String button) {
        return "{'title':" + plain(title) + ",'text':" + mrkdwn(text) + ",'confirm':" + plain(button) + ",'deny':"
                + plain("No") + "}";
    }

    private static String option(int i) {
        return "{'text':" + plain("Option " + i) + ",'value':'v" + i + "'}";
    }

    private static String options(int count) {
        return "'options':[" + numbered(count, BlockLimitsTests::option) + "]";
    }

    private static String overflow(int count) {
        return "{'type':'overflow','action_id':'o'," + options(count) + "}";
    }

    private static String select(String more) {
        return "{'type':'static_select','action_id':'m'," + more + "}";
    }

    private static String cell(String text) {
        return "{'type':'raw_text','text':'" + text + "'}";
    }

    private static String table(int rows, int cells) {
        return "{'type':'table','rows':[" + many(rows, "[" + many(cells, cell("c")) + "]") + "]}";
    }

    private static String input(String element) {
        return "{'type':'input','label':" + plain("L") + ",'element':" + element + "}";
    }

    private static String modal(String more, String blocks) {
        return "{'type':'modal','title':" + plain("Title") + more + ",'blocks':[" + blocks + "]}";
    }
}
