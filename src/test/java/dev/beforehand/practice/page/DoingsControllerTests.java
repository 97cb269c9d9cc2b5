package dev.beforehand.practice.page;

import static dev.beforehand.practice.page.SamplePractice.CHANNEL;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.beforehand.practice.delivery.Submitted;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;

class DoingsControllerTests {

    private static final String TS = "1371454200.000100";

    private final SamplePractice practice = new SamplePractice();
    private final MockMvc web = MockMvcBuilders.standaloneSetup(
                    new DoingsController(practice.slack, practice.nextMorning))
            .addInterceptors(new SameOrigin())
            .build();

    @BeforeEach
    void aCardAndAForm() {
        practice.posts(TS, """
                [{"type": "actions", "block_id": "b", "elements": [
                  {"type": "button", "action_id": "claim", "value": "42", "text": {"type": "plain_text", "text": "Claim"}},
                  {"type": "overflow", "action_id": "more", "options": [{"value": "plan", "text": {"type": "plain_text", "text": "Plan"}}]},
                  {"type": "static_select", "action_id": "who", "options": [{"value": "ana", "text": {"type": "plain_text", "text": "Ana"}}]},
                  {"type": "datepicker", "action_id": "day"}]}]""", Map.of());
        practice.opens("U0PANA", "V1", """
                {"type": "modal", "blocks": [
                  {"type": "input", "block_id": "said", "label": {"type": "plain_text", "text": "Said"},
                   "element": {"type": "plain_text_input", "action_id": "text"}},
                  {"type": "input", "block_id": "count", "dispatch_action": true, "label": {"type": "plain_text", "text": "Count"},
                   "element": {"type": "static_select", "action_id": "n", "options": [{"value": "3", "text": {"type": "plain_text", "text": "3"}}]}}]}""");
    }

    @Test
    void aClickTellsTheButtonsOwnValue() throws Exception {
        act("claim", "\"value\": \"forged\", \"form\": {}")
                .andExpect(jsonPath("$.problem").isEmpty());
        verify(practice.slack)
                .act(
                        eq("U0PANA"),
                        eq(CHANNEL),
                        eq(TS),
                        argThat(action -> action.path("value").asString().equals("42")),
                        any());
    }

    @Test
    void aMenuTellsTheChosenOption() throws Exception {
        act("more", "\"value\": \"plan\", \"form\": {}");
        verify(practice.slack)
                .act(
                        eq("U0PANA"),
                        eq(CHANNEL),
                        eq(TS),
                        argThat(action -> chosen(action).equals("plan")),
                        any());
    }

    @Test
    void aChangeTellsWhatStandsInTheForm() throws Exception {
        act("who", "\"form\": {\"b who\": [\"ana\"], \"b day\": [\"2013-06-17\"]}");
        verify(practice.slack)
                .act(
                        eq("U0PANA"),
                        eq(CHANNEL),
                        eq(TS),
                        argThat(action -> chosen(action).equals("ana")),
                        argThat(state ->
                                state.at("/b/day/selected_date").asString().equals("2013-06-17")));
    }

    @Test
    void aChangeInAViewIsTold() throws Exception {
        post("act", """
                {"as": "U0PANA", "view": "V1", "block": "count", "action": "n",
                 "form": {"count n": ["3"], "said text": ["so far"]}}""");
        verify(practice.slack)
                .actInView(
                        eq("U0PANA"),
                        eq("V1"),
                        argThat(action -> chosen(action).equals("3")),
                        argThat(state -> state.at("/said/text/value").asString().equals("so far")));
    }

    @Test
    void whatIsGoneIsSaid() throws Exception {
        act("nothing", "\"form\": {}").andExpect(jsonPath("$.problem").value("It is no longer there."));
        post("submit", """
                {"as": "U0PBEN", "view": "V1", "form": {}}""").andExpect(jsonPath("$.problem").value("It is no longer there."));
        verify(practice.slack, never()).act(anyString(), anyString(), anyString(), any(), any());
        verify(practice.slack, never()).submit(anyString(), anyString(), any());
    }

    @Test
    void aFailedClickSaysWhy() throws Exception {
        when(practice.slack.act(anyString(), anyString(), anyString(), any(), any()))
                .thenReturn(Optional.of("Beforehand did not answer in time."));
        act("claim", "\"form\": {}").andExpect(jsonPath("$.problem").value("Beforehand did not answer in time."));
    }

    @Test
    void anIncompleteFormIsNotSent() throws Exception {
        post("submit", """
                {"as": "U0PANA", "view": "V1", "form": {"said text": [""], "count n": ["3"]}}""").andExpect(jsonPath("$.errors.said").value("Please complete this required field."));
        verify(practice.slack, never()).submit(anyString(), anyString(), any());
    }

    @Test
    void aFormShowsTheErrorsOfTheApp() throws Exception {
        when(practice.slack.submit(
                        eq("U0PANA"),
                        eq("V1"),
                        argThat(state -> state.at("/said/text/value").asString().equals("hm"))))
                .thenReturn(new Submitted(Map.of("said", "Say more."), null));
        post("submit", """
                {"as": "U0PANA", "view": "V1", "form": {"said text": ["hm"], "count n": ["3"]}}""").andExpect(jsonPath("$.errors.said").value("Say more."));
    }

    @Test
    void speaksReactsAndClosesInTheNameOfTheirPerson() throws Exception {
        post("say", """
                {"as": "U0PBEN", "channel": "C0PRECEIVABLES", "text": "/invoices due"}""");
        post("react", """
                {"as": "U0PBEN", "channel": "C0PRECEIVABLES", "ts": "1371454200.000100", "name": "eyes"}""");
        post("close", """
                {"as": "U0PANA", "view": "V1"}""");
        post("shortcut", """
                {"as": "U0PBEN", "channel": "C0PRECEIVABLES", "ts": "1371454200.000100", "id": "log_feedback"}""");
        post("shortcut", """
                {"as": "U0PBEN", "id": "find_invoice"}""");
        verify(practice.slack).messageShortcut("U0PBEN", CHANNEL, TS, "log_feedback");
        verify(practice.slack).globalShortcut("U0PBEN", "find_invoice");
        verify(practice.slack).say("U0PBEN", CHANNEL, null, "/invoices due");
        verify(practice.slack).toggleReaction("U0PBEN", CHANNEL, TS, "eyes");
        verify(practice.slack).close("U0PANA", "V1");
    }

    @Test
    void aMorningThatWentWrongSaysSo() throws Exception {
        when(practice.nextMorning.come()).thenReturn(Optional.of("Something went wrong."));
        post("next-morning", "{}").andExpect(jsonPath("$.problem").value("Something went wrong."));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "yes, -,           -,                       200",
                "yes, same-origin, http://localhost,        200",
                "-,   same-origin, http://localhost,        403",
                "yes, cross-site,  -,                       403",
                "yes, same-site,   -,                       403",
                "yes, none,        -,                       403",
                "yes, -,           http://evil.example,     403",
                "yes, -,           null,                    403",
                "yes, -,           http://localhost:9999,   403",
                "yes, -,           not a uri,               403",
            })
    void anotherWebsiteCannotAct(String header, String site, String origin, int status) throws Exception {
        var request = request("next-morning", "{}");
        if (header != null) {
            request.header(SameOrigin.HEADER, header);
        }
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.header("Origin", origin);
        }
        web.perform(request).andExpect(status().is(status));
        verify(practice.nextMorning, times(status == 200 ? 1 : 0)).come();
    }

    private static String chosen(JsonNode action) {
        return action.at("/selected_option/value").asString("");
    }

    private ResultActions act(String action, String rest) throws Exception {
        return post("act", """
                {"as": "U0PANA", "channel": "%s", "ts": "%s", "block": "b", "action": "%s", %s}""".formatted(CHANNEL, TS, action, rest));
    }

    private ResultActions post(String what, String body) throws Exception {
        return web.perform(request(what, body).header(SameOrigin.HEADER, "yes")).andExpect(status().isOk());
    }

    private static MockHttpServletRequestBuilder request(String what, String body) {
        return MockMvcRequestBuilders.post("/practice/page/" + what)
                .header("Host", "localhost")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }
}
