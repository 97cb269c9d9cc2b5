package dev.beforehand.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.beforehand.Beforehand;
import dev.beforehand.database.TestClock;
import dev.beforehand.database.TestDatabases;
import dev.beforehand.database.TestLedger;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The whole of Beforehand between signed requests that people cause in Slack and a Slack that remembers what it is told. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = Beforehand.class)
@Import({TestClock.class, TestLedger.class, SlackTeam.Haste.class})
@TestPropertySource(properties = "beforehand.approvers=U0DANALINDQVIST")
public abstract class SlackTeam {

    protected static final FakeSlack FAKE = new FakeSlack();
    private static final Gson GSON = new Gson();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", TestDatabases::sqliteUrl);
        registry.add("beforehand.slack.bot-token", () -> "xoxb-test");
        registry.add("beforehand.slack.signing-secret", () -> SignedSlack.SECRET);
        registry.add("beforehand.slack.api-url", FAKE::apiUrl);
        registry.add("beforehand.digest.time", () -> "23:00");
        registry.add("beforehand.reminders.time", () -> "23:30");
        registry.add("beforehand.reminders.hours", () -> "00:00-23:59");
        registry.add("db-scheduler.enabled", () -> "false");
        registry.add("beforehand.inbox.host", () -> "");
        registry.add("beforehand.inbox.address", () -> "");
    }

    /** The Slack of these tests takes as many posts as come. */
    static class Haste {
        @Bean
        @Primary
        Pacing haste() {
            return new Pacing(Duration.ZERO, Integer.MAX_VALUE);
        }
    }

    @Autowired
    protected TestClock clock;

    @Autowired
    protected TestLedger ledger;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    Cards cards;

    @Autowired
    SlackPosts posts;

    @LocalServerPort
    int port;

    private SignedSlack slack;

    @BeforeEach
    void beginAnew() {
        slack = new SignedSlack(port, clock);
        clock.moveTo(TestClock.MONDAY, LocalTime.of(8, 30));
        FAKE.forgetAll();
    }

    @AfterEach
    void everythingWasWithinSlacksLimits() {
        assertThat(FAKE.refused()).isEmpty();
    }

    @AfterEach
    void empty() {
        jdbc.sql("delete from slack_errand").update();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> jdbc.sql("select until from slack_sender")
                                .query(Long.class)
                                .single()
                        == 0);
        for (var table : List.of(
                "home",
                "setup_item",
                "test_letter",
                "slack_errand",
                "slack_problem",
                "slack_channel",
                "slack_post",
                "slack_delivery",
                "meant_click",
                "access_request",
                "ledger_upload_part",
                "ledger_upload",
                "ledger_file",
                "activity",
                "suspended_address",
                "reported_address",
                "answer",
                "incoming_attachment",
                "incoming_mail",
                "outgoing_mail",
                "hold",
                "cadence_file",
                "letter_day",
                "letter_rest",
                "reminder_invoice",
                "reminder",
                "instalment",
                "payment_plan_invoice",
                "payment_plan",
                "promise_invoice",
                "promise",
                "dispute",
                "internal_note",
                "thread_pin",
                "feedback",
                "absence",
                "lease_question",
                "check_in_invoice",
                "check_in",
                "invoice",
                "client_word",
                "preference_edit",
                "client",
                "morning_note",
                "colleague")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    /** Today's digest stands there. */
    protected void theDigestIs(Posted digest) {
        posts.stands("digest:#receivables:" + LocalDate.now(clock), null, digest);
    }

    /** Where the card of the subject stands once the sender has shown it. */
    protected Posted shown(String subject) {
        cards.show(subject);
        assertThat(cards.obstacle(subject, Duration.ofSeconds(10))).isEmpty();
        return posts.find(subject).map(SlackPost::posted).orElseThrow();
    }

    /** Somebody clicks a button in a message. */
    protected void clicks(String user, String action, Object value, Posted message) {
        interaction(click(user, action, value, message, false));
    }

    /** Somebody clicks a button in a message that only they see. */
    protected void clicksEphemeral(String user, String action, Object value) {
        interaction(click(user, action, value, new Posted("C0PRECEIVABLES", "77.7"), true));
    }

    /** Somebody chooses from the menu of a message. */
    protected void chooses(String user, String action, String value, Posted message) {
        var payload = click(user, action, value, message, false);
        payload.add(
                "actions",
                GSON.toJsonTree(List.of(Map.of(
                        "type",
                        "overflow",
                        "action_id",
                        action,
                        "selected_option",
                        option(value).get("selected_option"),
                        "action_ts",
                        "1.1"))));
        interaction(payload);
    }

    /** Somebody clicks a button in the modal that was opened last. */
    protected void clicksInModal(String user, String action, Object value) {
        var payload = click(user, action, value, new Posted("", ""), false);
        payload.add("view", filledIn(modal("views.open"), Map.of()));
        payload.add("container", GSON.toJsonTree(Map.of("type", "view", "view_id", "V1")));
        payload.remove("channel");
        interaction(payload);
    }

    /** @return what {@code /invoices} answers in its ack; empty where it answers with a form or nothing */
    protected String asks(String words) {
        return asks("U0PANA", words);
    }

    protected String asks(String user, String words) {
        return slack.command(user, words, "trigger-" + UUID.randomUUID(), FAKE.url("/response"))
                .body();
    }

    /** Somebody chooses from a menu in a modal. */
    protected void choosesInMenu(String user, String menu, String choice, JsonObject view) {
        interaction(inView(user, view, chosen(menu, choice)));
    }

    /** Somebody chooses from a list on Home. */
    protected void choosesFromList(String user, String list, String choice, JsonObject view) {
        interaction(inView(
                user,
                view,
                GSON.toJsonTree(List.of(Map.of(
                        "type",
                        "static_select",
                        "action_id",
                        list,
                        "selected_option",
                        Map.of("value", choice),
                        "action_ts",
                        "1.1")))));
    }

    /** Somebody clicks a button in a modal or on Home. */
    protected void clicks(String user, String action, Object value, JsonObject view) {
        interaction(inView(
                user,
                view,
                GSON.toJsonTree(List.of(Map.of(
                        "type", "button", "action_id", action, "value", value.toString(), "action_ts", "1.1")))));
    }

    private static JsonElement chosen(String menu, String choice) {
        return GSON.toJsonTree(List.of(Map.of(
                "type",
                "overflow",
                "action_id",
                menu,
                "selected_option",
                Map.of("value", choice),
                "action_ts",
                "1.1")));
    }

    private static JsonObject inView(String user, JsonObject view, JsonElement actions) {
        var payload = payload("block_actions", user);
        payload.add("view", filledIn(view, Map.of()));
        payload.add("container", GSON.toJsonTree(Map.of("type", "view", "view_id", "V1")));
        payload.add("actions", actions);
        return payload;
    }

    /** Somebody changes an input of the modal that dispatches its changes. */
    protected void changes(String user, String field, JsonObject view, Map<String, Object> values) {
        var payload = payload("block_actions", user);
        payload.add("view", filledIn(view, values));
        payload.add("container", GSON.toJsonTree(Map.of("type", "view", "view_id", "V1")));
        payload.add(
                "actions",
                GSON.toJsonTree(List.of(
                        Map.of("type", "static_select", "action_id", field, "block_id", field, "action_ts", "1.1"))));
        interaction(payload);
    }

    /** @return the errors beside the fields, or whatever else the answer says; empty where the modal closes */
    protected String submits(String user, JsonObject view, Map<String, Object> values) {
        var payload = payload("view_submission", user);
        payload.add("view", filledIn(view, values));
        return interaction(payload).body();
    }

    /** Somebody chooses a shortcut in the menu of a message. */
    protected void choosesForMessage(String user, String shortcut, Posted message, String author, String text) {
        var payload = payload("message_action", user);
        payload.addProperty("callback_id", shortcut);
        payload.addProperty("message_ts", message.ts());
        payload.add("channel", GSON.toJsonTree(Map.of("id", message.channel())));
        payload.add(
                "message",
                GSON.toJsonTree(Map.of("type", "message", "user", author, "ts", message.ts(), "text", text)));
        interaction(payload);
    }

    /** Somebody chooses a shortcut that belongs to no message. */
    protected void choosesAnywhere(String user, String shortcut) {
        var payload = payload("shortcut", user);
        payload.addProperty("callback_id", shortcut);
        payload.remove("response_url");
        interaction(payload);
    }

    protected void reacts(String user, String emoji, Posted message) {
        var event = Map.of(
                "type",
                "reaction_added",
                "user",
                user,
                "reaction",
                emoji,
                "item",
                Map.of("type", "message", "channel", message.channel(), "ts", message.ts()),
                "item_user",
                "U0PBOT",
                "event_ts",
                "1.1");
        slack.event(GSON.toJson(Map.of(
                "type", "event_callback", "team_id", "T1", "event_id", "Ev" + UUID.randomUUID(), "event", event)));
    }

    /** Somebody looks at Home, or at the messages beside it. */
    protected void opens(String user, String tab) {
        var event =
                Map.of("type", "app_home_opened", "user", user, "channel", "D" + user, "tab", tab, "event_ts", "1.1");
        slack.event(GSON.toJson(Map.of(
                "type", "event_callback", "team_id", "T1", "event_id", "Ev" + UUID.randomUUID(), "event", event)));
    }

    /** Somebody drops a file into their direct messages; Slack has it at {@code /files/} with its id. */
    protected void drops(String user, String id, String name) {
        var address = FAKE.url("/files/" + id);
        var file = Map.of("id", id, "name", name, "mode", "hosted", "url_private_download", address);
        var event = Map.of(
                "type", "message",
                "subtype", "file_share",
                "channel_type", "im",
                "channel", "D" + user,
                "user", user,
                "text", "",
                "ts", "5.1",
                "event_ts", "5.1",
                "files", List.of(file));
        slack.event(GSON.toJson(Map.of(
                "type", "event_callback", "team_id", "T1", "event_id", "Ev" + UUID.randomUUID(), "event", event)));
    }

    /** What only this person was told, the oldest first. */
    protected List<String> toldTo(String user) {
        return FAKE.received("chat.postEphemeral").stream()
                .filter(told -> user.equals(told.fields().get("user")))
                .map(told -> told.fields().get("text"))
                .toList();
    }

    /** The modal that was opened or updated last. */
    protected JsonObject modal(String method) {
        return JsonParser.parseString(FAKE.received(method).getLast().fields().get("view"))
                .getAsJsonObject();
    }

    protected static Map<String, Object> option(String value) {
        return Map.of("selected_option", Map.of("value", value, "text", Map.of("type", "plain_text", "text", value)));
    }

    protected static Map<String, Object> options(Object... values) {
        return Map.of(
                "selected_options",
                Stream.of(values)
                        .map(value -> Map.of("value", value.toString()))
                        .toList());
    }

    protected static Map<String, Object> date(String day) {
        return Map.of("selected_date", day);
    }

    protected static Map<String, Object> text(String typed) {
        return Map.of("value", typed);
    }

    private HttpResponse<String> interaction(JsonObject payload) {
        var answer = slack.interaction(GSON.toJson(payload));
        if (answer.statusCode() != 200) {
            throw new AssertionError("Answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static JsonObject click(String user, String action, Object value, Posted message, boolean ephemeral) {
        var payload = payload("block_actions", user);
        payload.add(
                "container",
                GSON.toJsonTree(Map.of(
                        "type",
                        "message",
                        "channel_id",
                        message.channel(),
                        "message_ts",
                        message.ts(),
                        "thread_ts",
                        "9.0",
                        "is_ephemeral",
                        ephemeral)));
        payload.add("channel", GSON.toJsonTree(Map.of("id", message.channel())));
        payload.add(
                "actions",
                GSON.toJsonTree(List.of(
                        Map.of("type", "button", "action_id", action, "value", value.toString(), "action_ts", "1.1"))));
        return payload;
    }

    private static JsonObject payload(String type, String user) {
        var payload = new JsonObject();
        payload.addProperty("type", type);
        payload.addProperty("trigger_id", "trigger-" + UUID.randomUUID());
        payload.addProperty("response_url", FAKE.url("/response"));
        payload.add("user", GSON.toJsonTree(Map.of("id", user)));
        payload.add("team", GSON.toJsonTree(Map.of("id", "T1")));
        return payload;
    }

    private static JsonObject filledIn(JsonObject view, Map<String, Object> values) {
        var filled = view.deepCopy();
        var state = new HashMap<String, Object>();
        values.forEach((field, value) -> state.put(field, Map.of(field, value)));
        filled.addProperty("id", "V1");
        filled.addProperty("hash", UUID.randomUUID().toString());
        filled.add("state", GSON.toJsonTree(Map.of("values", state)));
        return filled;
    }
}
