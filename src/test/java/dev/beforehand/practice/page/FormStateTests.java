package dev.beforehand.practice.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class FormStateTests {

    private final JsonMapper json = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            {"type": "plain_text_input"}  ¦ hello      ¦ {"type":"plain_text_input","value":"hello"}
            {"type": "number_input"}      ¦ 12         ¦ {"type":"number_input","value":"12"}
            {"type": "datepicker"}        ¦ 2013-06-17 ¦ {"type":"datepicker","selected_date":"2013-06-17"}
            {"type": "users_select"}      ¦ U0PANA     ¦ {"type":"users_select","selected_user":"U0PANA"}
            {"type": "static_select", "options": [{"value": "a", "text": {"text": "A"}}]} ¦ a ¦ {"type":"static_select","selected_option":{"value":"a","text":{"text":"A"}}}
            {"type": "static_select", "options": [{"value": "a"}]} ¦ forged ¦ {"type":"static_select","selected_option":null}
            {"type": "radio_buttons", "options": [{"value": "a"}]} ¦ a ¦ {"type":"radio_buttons","selected_option":{"value":"a"}}
            {"type": "checkboxes", "options": [{"value": "a"}, {"value": "b"}]} ¦ b ¦ {"type":"checkboxes","selected_options":[{"value":"b"}]}
            {"type": "multi_static_select", "option_groups": [{"options": [{"value": "a"}]}]} ¦ a ¦ {"type":"multi_static_select","selected_options":[{"value":"a"}]}
            """)
    void saysValuesAsSlackDoes(String element, String given, String expected) {
        var state = state("\"type\": \"input\"", element, List.of(given));
        assertThat(state.values().path("b").path("a")).isEqualTo(json.readTree(expected));
    }

    @Test
    void anEmptyFieldIsThereWithNoValue() {
        var state = state("\"type\": \"input\", \"optional\": true", "{\"type\": \"datepicker\"}", List.of(""));
        assertThat(state.values().path("b").path("a").path("selected_date").isNull())
                .isTrue();
        assertThat(state.errors()).isEmpty();
    }

    @Test
    void buttonsKeepNoState() {
        var blocks = json.readTree("""
                [{"type": "actions", "block_id": "b", "elements": [{"type": "button", "action_id": "a"}]}]""");
        assertThat(new FormState(blocks, Map.of()).values().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            {"type": "plain_text_input"}                                       ¦ ''    ¦ Please complete this required field.
            {"type": "checkboxes", "options": []}                              ¦ ''    ¦ Please complete this required field.
            {"type": "number_input"}                                           ¦ x     ¦ Please enter a number.
            {"type": "number_input"}                                           ¦ 1.5   ¦ Please enter a whole number.
            {"type": "number_input", "min_value": "2"}                         ¦ 1     ¦ Please enter a number of at least 2.
            {"type": "number_input", "is_decimal_allowed": true, "max_value": "2"} ¦ 2.01 ¦ Please enter a number of at most 2.
            {"type": "email_text_input"}                                       ¦ a@b   ¦ Please enter a valid email address.
            {"type": "datepicker"}                                             ¦ soon  ¦ Please choose a date.
            {"type": "plain_text_input", "max_length": 3}                      ¦ abcd  ¦ Please enter at most 3 characters.
            """)
    void refusesWhatSlacksClientRefuses(String element, String given, String error) {
        assertThat(state("\"type\": \"input\"", element, List.of(given)).errors())
                .containsExactly(Map.entry("b", error));
    }

    private FormState state(String block, String element, List<String> given) {
        var blocks = json.readTree("[{\"block_id\": \"b\", " + block + ", \"element\": "
                + element.replaceFirst("\\{", "{\"action_id\": \"a\", ") + "}]");
        return new FormState(blocks, Map.of(Field.name("b", "a"), given));
    }
}
