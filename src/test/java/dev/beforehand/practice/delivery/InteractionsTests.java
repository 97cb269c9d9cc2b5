package dev.beforehand.practice.delivery;

import static dev.beforehand.practice.delivery.Practising.json;
import static dev.beforehand.practice.delivery.Practising.object;
import static dev.beforehand.practice.delivery.Receiver.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.views.payload.ViewClosedPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.util.json.GsonFactory;
import dev.beforehand.practice.faults.Fault;
import dev.beforehand.practice.faults.Rule;
import dev.beforehand.practice.workspace.PracticeView;
import dev.beforehand.practice.workspace.Triggers.Exchange.Granted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class InteractionsTests {

    private static final String CARD = """
            [{"type":"section","block_id":"who","text":{"type":"mrkdwn","text":"Hartmann"},
              "accessory":{"type":"overflow","action_id":"more","options":[
                {"text":{"type":"plain_text","text":"Plan"},"value":"plan"},
                {"text":{"type":"plain_text","text":"Send"},"value":"send"}]}},
             {"type":"actions","block_id":"do","elements":[
               {"type":"button","action_id":"claim","value":"7","text":{"type":"plain_text","text":"Claim"}}]}]""";

    private static final String FORM = """
            {"type":"modal","callback_id":"feedback","private_metadata":"7","notify_on_close":true,
             "title":{"type":"plain_text","text":"Feedback"},"submit":{"type":"plain_text","text":"Save"},
             "blocks":[
              {"type":"input","block_id":"said","label":{"type":"plain_text","text":"What"},
               "element":{"type":"plain_text_input","action_id":"text"}},
              {"type":"input","block_id":"on","label":{"type":"plain_text","text":"When"},
               "element":{"type":"datepicker","action_id":"day","initial_date":"2013-06-20"}},
              {"type":"actions","block_id":"ask","elements":[
               {"type":"button","action_id":"preview","text":{"type":"plain_text","text":"Preview"}}]}]}""";

    private static final JsonNode NOTHING = json("{}");

    private final Practising practice = new Practising();

    @AfterEach
    void close() {
        practice.close();
    }

    @Test
    void aClickReachesBoltAsSlackSendsIt() {
        var card = practice.post(CARD, null);

        assertThat(click(card.ts(), "do", "claim", null)).isEmpty();

        var payload = payload(BlockActionPayload.class);
        assertThat(payload.getType()).isEqualTo("block_actions");
        assertThat(payload.getUser().getId()).isEqualTo("U0PANA");
        assertThat(payload.getTeam().getId()).isEqualTo("T0PRACTICE");
        assertThat(payload.getChannel().getId()).isEqualTo("C0PGENERAL");
        assertThat(payload.getContainer().getMessageTs()).isEqualTo(card.ts());
        assertThat(payload.getContainer().isEphemeral()).isFalse();
        assertThat(payload.getMessage().getTs()).isEqualTo(card.ts());
        assertThat(payload.getMessage().getBlocks()).hasSize(2);
        assertThat(payload.getActions()).singleElement().satisfies(action -> {
            assertThat(action.getActionId()).isEqualTo("claim");
            assertThat(action.getBlockId()).isEqualTo("do");
            assertThat(action.getValue()).isEqualTo("7");
            assertThat(action.getText().getText()).isEqualTo("Claim");
            assertThat(action.getActionTs()).matches("\\d{10}\\.\\d{6}");
        });
        assertThat(payload.getResponseUrl()).startsWith(practice.beforehand.url() + "/practice/response/");
        assertThat(practice.triggers.exchange(payload.getTriggerId())).isEqualTo(new Granted("U0PANA", null));
    }

    @Test
    void aClickThatComesTwiceIsTheSameClick() {
        var card = practice.post(CARD, null);
        practice.faults.set(Rule.next(Fault.DUPLICATE_DELIVERY, 1).on("interactive"));

        assertThat(click(card.ts(), "do", "claim", null)).isEmpty();

        await().untilAsserted(() -> assertThat(practice.beforehand.received()).hasSize(2));
        assertThat(practice.beforehand.received())
                .extracting(Receiver.Received::body)
                .containsOnly(practice.beforehand.last().body());
    }

    @Test
    void whatIsChosenFromAMenuIsItsOption() {
        var card = practice.post(CARD, null);

        click(card.ts(), "who", "more", "send");

        var action = payload(BlockActionPayload.class).getActions().getFirst();
        assertThat(action.getType()).isEqualTo("overflow");
        assertThat(action.getSelectedOption().getValue()).isEqualTo("send");
        assertThat(action.getSelectedOption().getText().getText()).isEqualTo("Send");
    }

    @Test
    void ofAnEphemeralMessageOnlyItsPlaceIsSent() {
        var card = practice.post(CARD, "U0PANA");

        click(card.ts(), "do", "claim", null);

        var payload = payload(BlockActionPayload.class);
        assertThat(payload.getMessage()).isNull();
        assertThat(payload.getContainer().isEphemeral()).isTrue();
        assertThat(payload.getContainer().getMessageTs()).isEqualTo(card.ts());
    }

    @Test
    void aShortcutOfAMessageReachesBoltAsSlackSendsIt() {
        var message = practice.post("[]", null);

        assertThat(practice.shortcuts.choose(practice.ana, practice.general, message.ts(), "log_feedback"))
                .isEmpty();

        var payload = payload(MessageShortcutPayload.class);
        assertThat(payload.getType()).isEqualTo("message_action");
        assertThat(payload.getCallbackId()).isEqualTo("log_feedback");
        assertThat(payload.getUser().getId()).isEqualTo("U0PANA");
        assertThat(payload.getChannel().getId()).isEqualTo("C0PGENERAL");
        assertThat(payload.getMessageTs()).isEqualTo(message.ts());
        assertThat(payload.getMessage().getText()).isEqualTo("A card");
        assertThat(payload.getMessage().getBotId()).isEqualTo("B0PRACTICE");
        assertThat(payload.getResponseUrl()).startsWith(practice.beforehand.url() + "/practice/response/");
        assertThat(practice.triggers.exchange(payload.getTriggerId())).isEqualTo(new Granted("U0PANA", null));
    }

    @Test
    void aShortcutFromAnywhereHasNoPlace() {
        assertThat(practice.shortcuts.choose(practice.ana, "find_invoice")).isEmpty();

        var payload = payload(GlobalShortcutPayload.class);
        assertThat(payload.getType()).isEqualTo("shortcut");
        assertThat(payload.getCallbackId()).isEqualTo("find_invoice");
        assertThat(practice.triggers.exchange(payload.getTriggerId())).isEqualTo(new Granted("U0PANA", null));
        assertThat(practice.beforehand.last().body()).doesNotContain("channel", "response_url");
    }

    @Test
    void aShortcutIsOneOfTheManifestsAndNoneOfAMessageThatOthersDoNotSee() {
        var message = practice.post("[]", null);
        var whispered = practice.post("[]", "U0PANA");

        assertThat(practice.shortcuts.choose(practice.ana, "log_feedback")).isPresent();
        assertThat(practice.shortcuts.choose(practice.ana, practice.general, message.ts(), "find_invoice"))
                .isPresent();
        assertThat(practice.shortcuts.choose(practice.ana, practice.general, whispered.ts(), "log_feedback"))
                .isPresent();
        assertThat(practice.beforehand.received()).isEmpty();
    }

    @Test
    void whatIsNotThereCannotBeClicked() {
        var others = practice.post(CARD, "U0PBEN");
        var card = practice.post(CARD, null);

        assertThat(click(others.ts(), "do", "claim", null)).isPresent();
        assertThat(click("1.000000", "do", "claim", null)).isPresent();
        assertThat(click(card.ts(), "do", "approve", null)).isPresent();
        assertThat(practice.inMessages.act(
                        practice.ana,
                        practice.general,
                        card.ts(),
                        object("{\"block_id\":\"do\",\"action_id\":\"approve\"}"),
                        NOTHING))
                .isPresent();
        assertThat(practice.beforehand.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500})
    void aClickThatIsNotAckedWarnsItsPersonAndIsNotSentAgain(int status) {
        practice.beforehand.answers(status(status));
        var card = practice.post(CARD, null);

        assertThat(click(card.ts(), "do", "claim", null))
                .hasValueSatisfying(words -> assertThat(words).startsWith("⚠"));
        assertThat(practice.beforehand.received()).hasSize(1);
    }

    @Test
    void aClickThatIsNotAnsweredInTimeWarnsItsPerson() {
        practice.beforehand.answers(practice.beforehand.silence());
        var card = practice.post(CARD, null);

        assertThat(click(card.ts(), "do", "claim", null))
                .hasValueSatisfying(words -> assertThat(words).contains("http_timeout"));
    }

    @Test
    void aFormReachesBoltWithAllItsFields() {
        var form = open();

        var submitted = submit(form, "{\"said\":{\"text\":{\"type\":\"plain_text_input\",\"value\":\"Soon\"}}}");

        var payload = payload(ViewSubmissionPayload.class);
        assertThat(payload.getType()).isEqualTo("view_submission");
        assertThat(payload.getUser().getId()).isEqualTo("U0PANA");
        assertThat(payload.getView().getId()).isEqualTo(form.id());
        assertThat(payload.getView().getHash()).isEqualTo(form.hash());
        assertThat(payload.getView().getCallbackId()).isEqualTo("feedback");
        assertThat(payload.getView().getPrivateMetadata()).isEqualTo("7");
        var values = payload.getView().getState().getValues();
        assertThat(values.get("said").get("text").getValue()).isEqualTo("Soon");
        assertThat(values.get("on").get("day").getSelectedDate()).isEqualTo("2013-06-20");
        assertThat(submitted).isEqualTo(new Submitted(Map.of(), null));
        assertThat(practice.views.of("U0PANA")).isEmpty();
    }

    @Test
    void errorsKeepTheFormOpen() {
        var form = open();
        practice.beforehand.answers(
                Receiver.json("{\"response_action\":\"errors\",\"errors\":{\"said\":\"Say more.\"}}"));

        assertThat(submit(form, "{}")).isEqualTo(new Submitted(Map.of("said", "Say more."), null));
        assertThat(practice.views.of("U0PANA")).containsExactly(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"response_action\":\"errors\",\"errors\":{\"ask\":\"A button is no input.\"}}",
                "{\"response_action\":\"errors\",\"errors\":{}}",
                "{\"response_action\":\"close\"}",
                "{\"response_action\":\"update\"}",
                "{\"response_action\":\"update\",\"view\":{\"type\":\"modal\",\"blocks\":[]}}",
                "{\"response_action\":\"push\",\"view\":{\"type\":\"home\"}}"
            })
    void anAnswerThatSlackWouldNotUnderstandIsAProblem(String answer) {
        var form = open();
        practice.beforehand.answers(Receiver.json(answer));

        assertThat(submit(form, "{}").problem()).startsWith("⚠");
        assertThat(practice.views.of("U0PANA")).containsExactly(form);
    }

    @Test
    void updateShowsAnotherViewInTheSamePlace() {
        var form = open();
        practice.beforehand.answers(Receiver.json("{\"response_action\":\"update\",\"view\":" + titled("Done") + "}"));

        submit(form, "{}");

        assertThat(practice.views.of("U0PANA")).singleElement().satisfies(view -> {
            assertThat(view.id()).isEqualTo(form.id());
            assertThat(view.hash()).isNotEqualTo(form.hash());
            assertThat(view.json().at("/title/text").asString()).isEqualTo("Done");
        });
    }

    @Test
    void pushLaysAViewOnTopUntilThereAreThree() {
        var form = open();
        for (var title : List.of("Second", "Third")) {
            practice.beforehand.answers(Receiver.json("{\"response_action\":\"push\",\"view\":" + titled(title) + "}"));
            assertThat(submit(practice.views.of("U0PANA").getLast(), "{}").problem())
                    .isNull();
        }
        practice.beforehand.answers(Receiver.json("{\"response_action\":\"push\",\"view\":" + titled("Fourth") + "}"));

        assertThat(submit(practice.views.of("U0PANA").getLast(), "{}").problem())
                .isNotNull();
        assertThat(practice.views.of("U0PANA"))
                .extracting(view -> view.json().at("/title/text").asString())
                .containsExactly("Feedback", "Second", "Third");
        assertThat(practice.views
                        .of("U0PANA")
                        .getLast()
                        .json()
                        .path("root_view_id")
                        .asString())
                .isEqualTo(form.id());
    }

    @Test
    void clearTakesAllViewsAway() {
        var form = open();
        practice.views.push("U0PANA", json(titled("Second")));
        practice.beforehand.answers(Receiver.json("{\"response_action\":\"clear\"}"));

        submit(form, "{}");

        assertThat(practice.views.of("U0PANA")).isEmpty();
    }

    @Test
    void aFormThatIsNotAckedStaysOpen() {
        var form = open();
        practice.beforehand.answers(status(500));

        assertThat(submit(form, "{}").problem()).startsWith("⚠");
        assertThat(practice.views.of("U0PANA")).containsExactly(form);
    }

    @Test
    void nobodySendsAnothersForm() {
        var form = open();
        var ben = practice.workspace.person("U0PBEN").orElseThrow();

        assertThat(practice.inViews.submit(ben, form.id(), NOTHING).problem()).isNotNull();
        assertThat(practice.beforehand.received()).isEmpty();
    }

    @Test
    void aClickInAViewSaysWhatStandsInItsFields() {
        var form = open();

        practice.inViews.click(
                practice.ana,
                form.id(),
                "ask",
                "preview",
                null,
                json("{\"on\":{\"day\":{\"type\":\"datepicker\",\"selected_date\":\"2013-07-01\"}}}"));

        var payload = payload(BlockActionPayload.class);
        assertThat(payload.getContainer().getType()).isEqualTo("view");
        assertThat(payload.getContainer().getViewId()).isEqualTo(form.id());
        assertThat(payload.getActions().getFirst().getActionId()).isEqualTo("preview");
        assertThat(payload.getView().getState().getValues().get("on").get("day").getSelectedDate())
                .isEqualTo("2013-07-01");
        assertThat(practice.triggers.exchange(payload.getTriggerId())).isEqualTo(new Granted("U0PANA", form.id()));
    }

    @Test
    void closingIsToldWhereTheViewAsksForIt() {
        var form = open();
        practice.inViews.close(practice.ana, form.id());
        assertThat(practice.views.of("U0PANA")).isEmpty();
        assertThat(payload(ViewClosedPayload.class).getView().getCallbackId()).isEqualTo("feedback");

        var quiet = practice.views.open("U0PANA", json(titled("Quiet")));
        practice.inViews.close(practice.ana, quiet.id());
        assertThat(practice.beforehand.received()).hasSize(1);
    }

    private Optional<String> click(String ts, String block, String action, String value) {
        return practice.inMessages.click(practice.ana, practice.general, ts, block, action, value);
    }

    private PracticeView open() {
        return practice.views.open("U0PANA", json(FORM));
    }

    private Submitted submit(PracticeView view, String state) {
        return practice.inViews.submit(practice.ana, view.id(), json(state));
    }

    private <T> T payload(Class<T> type) {
        return GsonFactory.createSnakeCase()
                .fromJson(practice.beforehand.last().json().toString(), type);
    }

    private static String titled(String title) {
        return "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"%s\"},\"blocks\":[]}"
                .formatted(title);
    }
}
