package dev.beforehand.practice.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_FORM_URLENCODED;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.beforehand.practice.faults.Delays;
import dev.beforehand.practice.faults.Fault;
import dev.beforehand.practice.faults.Faults;
import dev.beforehand.practice.faults.Rule;
import dev.beforehand.practice.workspace.Changed;
import dev.beforehand.practice.workspace.Files;
import dev.beforehand.practice.workspace.Manifest;
import dev.beforehand.practice.workspace.Messages;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.PracticeView;
import dev.beforehand.practice.workspace.Ticker;
import dev.beforehand.practice.workspace.Timestamps;
import dev.beforehand.practice.workspace.Triggers;
import dev.beforehand.practice.workspace.Views;
import dev.beforehand.practice.workspace.Workspace;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiTests {

    private static final String TOKEN = "xoxb-practice";
    private static final String ROOM = "C0PGENERAL";
    private static final Duration DELAY = Duration.ofMillis(300);
    private static final String DIVIDER = "[{\"type\":\"divider\"}]";
    private static final String MODAL =
            "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"T\"},\"blocks\":[]}";
    private static final String EMPTY_SECTION = "[{\"type\":\"divider\"},{\"type\":\"section\"}]";

    private final Clock clock = Clock.fixed(Instant.parse("2013-06-17T07:30:00Z"), ZoneId.of("Europe/London"));
    private final Ticker ticker = new Ticker();
    private final Changed changed = new Changed();
    private final Workspace workspace = new Workspace();
    private final Messages messages = new Messages(new Timestamps(clock), changed);
    private final Views views = new Views(changed);
    private final Triggers triggers = new Triggers(ticker);
    private final Files files = new Files();
    private final Faults faults = new Faults(changed);
    private final Rooms rooms = new Rooms(workspace, messages);
    private final Metadata metadata = new Metadata();
    private LocalDate today = LocalDate.of(2026, 3, 2);
    private final Pace pace = new Pace(ticker, () -> today, true);
    private final ApiSettings settings = new ApiSettings(
            new ApiSettings.Slack(TOKEN, ""), new ApiSettings.Practice(URI.create("http://localhost:8080"), true));
    private final MockMvc http = with(new Manifest());

    private MockMvc with(Manifest manifest) {
        var families = List.of(
                new ChatMethods(workspace, messages, rooms, pace, metadata, settings),
                new HistoryMethods(messages, rooms, metadata),
                new ViewMethods(views, triggers, workspace, manifest),
                new FileMethods(files, messages, rooms, settings),
                new PeopleMethods(workspace, rooms, manifest, settings, clock));
        var mishaps = new Mishaps(faults, workspace, new Delays(DELAY, DELAY));
        var methods = new Methods(families, manifest, pace, mishaps, settings);
        return MockMvcBuilders.standaloneSetup(
                        new ApiController(methods, mishaps, manifest, JsonMapper.shared()), new UploadController(files))
                .build();
    }

    @Nested
    class Home {

        private static final String VIEW = "{\"type\":\"home\",\"blocks\":[{\"type\":\"divider\"}]}";

        @Test
        void isShownToOnePersonAndKeepsItsId() {
            var first = call("views.publish", "user_id", "U0PANA", "view", VIEW);
            var again = call("views.publish", "user_id", "U0PANA", "view", VIEW);

            assertThat(error(first)).isEmpty();
            assertThat(again.path("view").path("id"))
                    .isEqualTo(first.path("view").path("id"));
            assertThat(views.home("U0PANA")).isPresent();
            assertThat(views.home("U0PBEN")).isEmpty();
        }

        @Test
        void isNoModal() {
            assertThat(error(call("views.publish", "user_id", "U0PANA", "view", MODAL)))
                    .isEqualTo("invalid_arguments");
            var home = call("views.publish", "user_id", "U0PANA", "view", VIEW).path("view");
            assertThat(error(call("views.update", "view_id", home.path("id").asString(), "view", MODAL)))
                    .isEqualTo("not_found");
        }

        @Test
        void isRefusedWhereItHasChangedSinceItWasSeen() {
            call("views.publish", "user_id", "U0PANA", "view", VIEW);

            assertThat(error(call("views.publish", "user_id", "U0PANA", "hash", "old", "view", VIEW)))
                    .isEqualTo("hash_conflict");
        }
    }

    @Nested
    class Misbehaviour {

        @Test
        void answersLate() {
            faults.set(Rule.next(Fault.SLOW_ANSWER, 1));
            var start = System.nanoTime();

            assertThat(error(call("auth.test"))).isEmpty();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(DELAY);
        }

        @Test
        void asksToWaitAndDoesNothing() {
            faults.set(Rule.next(Fault.TOO_MANY_CALLS, 1));

            var refused = send(request("chat.postMessage", TOKEN, Map.of("channel", ROOM, "text", "t")));

            assertThat(refused.getStatus()).isEqualTo(429);
            assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
            assertThat(seen()).isEmpty();
        }

        @Test
        void failsAndDoesNothing() {
            faults.set(Rule.next(Fault.SERVER_ERROR, 1));

            var failed = send(request("chat.postMessage", TOKEN, Map.of("channel", ROOM, "text", "t")));

            assertThat(failed.getStatus()).isEqualTo(500);
            assertThat(seen()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"TOKEN_REVOKED, token_revoked", "CHANNEL_ARCHIVED, is_archived", "NOT_IN_CHANNEL, not_in_channel"})
        void refuses(Fault fault, String error) {
            faults.set(Rule.always(fault));
            assertThat(error(call("chat.postMessage", "channel", "#general", "text", "t")))
                    .isEqualTo(error);

            faults.off(fault);
            assertThat(error(call("chat.postMessage", "channel", "#general", "text", "t")))
                    .isEmpty();
        }

        @ParameterizedTest
        @EnumSource(names = {"CHANNEL_ARCHIVED", "NOT_IN_CHANNEL"})
        void ofAChannelLeavesDirectMessagesAlone(Fault fault) {
            faults.set(Rule.always(fault));
            assertThat(error(call("chat.postMessage", "channel", "D0PANA", "text", "t")))
                    .isEmpty();
        }

        @Test
        void ofAnotherMethodIsNotMet() {
            faults.set(Rule.always(Fault.SERVER_ERROR).on("chat.update"));
            assertThat(error(call("chat.postMessage", "channel", ROOM, "text", "t")))
                    .isEmpty();
        }
    }

    @Nested
    class Callers {

        @Test
        void areKnownByTheirToken() {
            assertThat(call("auth.test").path("user_id").asString()).isEqualTo("U0PBOT");
            assertThat(error(json(send(request("auth.test", null, Map.of()))))).isEqualTo("not_authed");
            assertThat(error(json(send(request("auth.test", "xoxb-other", Map.of())))))
                    .isEqualTo("invalid_auth");
            assertThat(json(send(request("auth.test", null, Map.of("token", TOKEN))))
                            .path("ok")
                            .asBoolean())
                    .isTrue();
        }

        @Test
        void callMethodsThatThereAre() {
            assertThat(error(call("chat.shout"))).isEqualTo("unknown_method");
        }

        @Test
        void maySendJson() throws Exception {
            var body = "{\"channel\":\"" + ROOM + "\",\"text\":\"t\",\"blocks\":" + DIVIDER + "}";
            assertThat(json(sendJson(body)).path("ok").asBoolean()).isTrue();
            assertThat(error(json(sendJson("[]")))).isEqualTo("json_not_object");
            assertThat(error(json(sendJson("{")))).isEqualTo("invalid_json");
        }

        @Test
        void needTheScopesOfTheManifest() {
            var refused = call("conversations.info", "channel", ROOM);
            assertThat(error(refused)).isEqualTo("missing_scope");
            assertThat(refused.path("needed").asString()).isEqualTo("channels:read");
            assertThat(refused.path("provided").asString().split(",")).contains("chat:write", "commands");
        }

        @ParameterizedTest
        @CsvSource({
            "chat.postMessage, chat:write",
            "conversations.history, channels:history",
            "chat.update, chat:write",
            "chat.postEphemeral, chat:write",
            "files.getUploadURLExternal, files:write",
            "files.completeUploadExternal, files:write",
            "users.info, users:read",
            "users.lookupByEmail, users:read.email",
            "conversations.open, im:write"
        })
        void withoutAScopeAreRefused(String method, String scope) {
            var lesser = with(new Manifest() {
                @Override
                public List<String> scopes() {
                    return super.scopes().stream()
                            .filter(each -> !each.equals(scope))
                            .toList();
                }
            });
            var refused = json(send(lesser, request(method, TOKEN, Map.of())));
            assertThat(error(refused)).isEqualTo("missing_scope");
            assertThat(refused.path("needed").asString()).isEqualTo(scope);
        }

        private MockHttpServletResponse sendJson(String body) {
            return send(post("/practice/api/chat.postMessage")
                    .header("Authorization", "Bearer " + TOKEN)
                    .contentType(APPLICATION_JSON)
                    .content(body));
        }
    }

    @Nested
    class History {

        private static final String MARK =
                "{\"event_type\":\"beforehand_errand\",\"event_payload\":{\"mark\":\"check-in:17#4\"}}";

        @Test
        void showsWhatAnAppAttachedToItsMessagesAndRepliesOnlyInTheirThread() {
            var parent = call("chat.postMessage", "channel", ROOM, "text", "Digest")
                    .path("ts")
                    .asString();
            ticker.pass(Duration.ofSeconds(2));
            call("chat.postMessage", "channel", ROOM, "text", "Card", "thread_ts", parent, "metadata", MARK);

            var history = call("conversations.history", "channel", ROOM, "include_all_metadata", "1");
            var replies = call("conversations.replies", "channel", ROOM, "ts", parent, "include_all_metadata", "1");
            var bare = call("conversations.replies", "channel", ROOM, "ts", parent);

            assertThat(history.path("messages")).hasSize(1);
            assertThat(replies.path("messages")).hasSize(2);
            assertThat(replies.at("/messages/1/metadata/event_payload/mark").asString())
                    .isEqualTo("check-in:17#4");
            assertThat(bare.at("/messages/1").has("metadata")).isFalse();
        }
    }

    @Nested
    class SharedFiles {

        private final String thread = messages.post(
                        new Messages.Draft(ROOM, "U0PBOT", "A card", JSON_ARRAY, null, null))
                .ts();

        @Test
        void areSeenOnceTheyWereUploadedAndShared() throws Exception {
            var announced = call("files.getUploadURLExternal", "filename", "a & b.pdf", "length", "5");
            var id = announced.path("file_id").asString();
            assertThat(error(share(id))).isEqualTo("file_not_found");
            assertThat(upload(announced, "fourfour")).isEqualTo(400);
            assertThat(upload(announced, "bytes")).isEqualTo(200);
            assertThat(files.shared(id)).isEmpty();

            assertThat(share(id).path("ok").asBoolean()).isTrue();

            assertThat(files.shared(id).orElseThrow().content()).asString().isEqualTo("bytes");
            var shown = messages.in(ROOM, "U0PANA").getLast();
            assertThat(shown.threadTs()).isEqualTo(thread);
            assertThat(shown.blocks().toString()).contains("For you", "Scan", id);
            assertThat(error(share(id))).isEqualTo("file_not_found");
        }

        @Test
        void haveANameALengthAndAPlace() {
            assertThat(error(call("files.getUploadURLExternal", "filename", "a.pdf", "length", "0")))
                    .isEqualTo("invalid_arguments");
            assertThat(error(call("files.getUploadURLExternal", "length", "7"))).isEqualTo("invalid_arguments");
            assertThat(error(call("files.completeUploadExternal", "channel_id", ROOM)))
                    .isEqualTo("invalid_arguments");
            assertThat(error(call("files.completeUploadExternal", "channel_id", "C0", "files", "[{}]")))
                    .isEqualTo("channel_not_found");
            assertThat(error(call(
                            "files.completeUploadExternal", "channel_id", ROOM, "thread_ts", "1.0", "files", "[{}]")))
                    .isEqualTo("thread_not_found");
        }

        private JsonNode share(String id) {
            return call(
                    "files.completeUploadExternal",
                    "channel_id",
                    ROOM,
                    "thread_ts",
                    thread,
                    "initial_comment",
                    "For you",
                    "files",
                    "[{\"id\":\"" + id + "\",\"title\":\"Scan\"}]");
        }

        private int upload(JsonNode announced, String content) throws Exception {
            return http.perform(post(URI.create(announced.path("upload_url").asString()))
                            .content(content))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        }
    }

    @Nested
    class Posting {

        @Test
        void answersWithIdAndTs() {
            var posted = call("chat.postMessage", "channel", "#general", "text", "Hello", "blocks", DIVIDER);

            assertThat(posted.path("ok").asBoolean()).isTrue();
            assertThat(posted.path("channel").asString()).isEqualTo(ROOM);
            assertThat(seen()).singleElement().satisfies(message -> {
                assertThat(message.ts()).isEqualTo(posted.path("ts").asString());
                assertThat(message.text()).isEqualTo("Hello");
                assertThat(message.user()).isEqualTo("U0PBOT");
                assertThat(message.blocks()).hasSize(1);
            });
        }

        @Test
        void intoAThread() {
            var parent = postOne("Parent");
            ticker.pass(Duration.ofSeconds(1));
            call("chat.postMessage", "channel", ROOM, "text", "Reply", "thread_ts", parent);
            assertThat(seen().getLast().threadTs()).isEqualTo(parent);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "channel_not_found     | channel=#nowhere  text=t",
                    "channel_not_found     | text=t",
                    "no_text               | channel=#general",
                    "no_text               | channel=#general  blocks=[]",
                    "invalid_blocks_format | channel=#general  blocks={}",
                    "invalid_blocks_format | channel=#general  blocks=no",
                    "invalid_blocks        | channel=#general  blocks=[{}]",
                    "thread_not_found      | channel=#general  text=t  thread_ts=1.000000"
                })
        void isRefused(String error, String arguments) {
            assertThat(error(call("chat.postMessage", arguments(arguments)))).isEqualTo(error);
            assertThat(seen()).isEmpty();
        }

        @Test
        void saysWhichBlockAndWhy() {
            var refused = call("chat.postMessage", "channel", ROOM, "text", "t", "blocks", EMPTY_SECTION);
            assertThat(refused.at("/response_metadata/messages/0").asString())
                    .isEqualTo("[ERROR] must have 'text' or 'fields' [json-pointer:/blocks/1]");
        }

        @Test
        void refusesTooMuchText() {
            assertThat(error(call("chat.postMessage", "channel", ROOM, "text", "x".repeat(40_001))))
                    .isEqualTo("msg_too_long");
            ticker.pass(Duration.ofSeconds(1));
            var section = "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"%s\"}}"
                    .formatted("x".repeat(2_601));
            var blocks = "[" + String.join(",", List.of(section, section, section, section, section)) + "]";
            assertThat(error(call("chat.postMessage", "channel", ROOM, "text", "t", "blocks", blocks)))
                    .isEqualTo("msg_blocks_too_long");
        }

        @Test
        void aReplyHasNoReplies() {
            var parent = postOne("Parent");
            ticker.pass(Duration.ofSeconds(1));
            var reply = call("chat.postMessage", "channel", ROOM, "text", "Reply", "thread_ts", parent)
                    .path("ts")
                    .asString();
            ticker.pass(Duration.ofSeconds(1));
            assertThat(error(call("chat.postMessage", "channel", ROOM, "text", "t", "thread_ts", reply)))
                    .isEqualTo("cannot_reply_to_message");
        }

        @Test
        void countsAnewAfterANight() {
            postOne("First");
            today = today.plusDays(1);
            postOne("Second");
        }

        @Test
        void goesOnceASecondInEachChannel() {
            postOne("First");
            ticker.pass(Duration.ofMillis(999));
            var refused = send(request("chat.postMessage", TOKEN, Map.of("channel", "#general", "text", "Second")));
            assertThat(refused.getStatus()).isEqualTo(429);
            assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
            assertThat(error(json(refused))).isEqualTo("ratelimited");
            assertThat(call("chat.postMessage", "channel", "#receivables", "text", "Elsewhere")
                            .path("ok")
                            .asBoolean())
                    .isTrue();

            ticker.pass(Duration.ofMillis(1));
            postOne("Second");
            assertThat(seen()).extracting(PracticeMessage::text).containsExactly("First", "Second");
        }
    }

    @Nested
    class Changing {

        @Test
        void showsWhatIsGivenAndNothingElse() {
            var ts = postBlocks();

            call("chat.update", "channel", ROOM, "ts", ts, "text", "Paid");

            assertThat(seen()).singleElement().satisfies(message -> {
                assertThat(message.text()).isEqualTo("Paid");
                assertThat(message.blocks()).isEmpty();
                assertThat(message.editedAt()).isNotNull();
            });
        }

        @Test
        void isRefused() {
            var ts = postBlocks();
            var anas = messages.post(new Messages.Draft(ROOM, "U0PANA", "Mine", JSON_ARRAY, null, null));
            var ephemeral = messages.post(new Messages.Draft(ROOM, "U0PBOT", "Psst", JSON_ARRAY, null, "U0PANA"));

            assertThat(update(ROOM, "1.000000", "t")).isEqualTo("message_not_found");
            assertThat(update("#general", ts, "t")).isEqualTo("channel_not_found");
            assertThat(update(ROOM, anas.ts(), "t")).isEqualTo("cant_update_message");
            assertThat(update(ROOM, ephemeral.ts(), "t")).isEqualTo("message_not_found");
            assertThat(update(ROOM, ts, "")).isEqualTo("no_text");
            assertThat(update(ROOM, ts, "x".repeat(4_001))).isEqualTo("msg_too_long");
            assertThat(error(call("chat.update", "channel", ROOM, "ts", ts, "text", "t", "blocks", EMPTY_SECTION)))
                    .isEqualTo("invalid_blocks");
        }

        @Test
        void goesFiftyTimesAMinute() {
            var ts = postBlocks();
            for (int i = 0; i < 50; i++) {
                assertThat(update(ROOM, ts, "t" + i)).isEmpty();
            }
            ticker.pass(Duration.ofSeconds(20));

            var refused = send(request("chat.update", TOKEN, Map.of("channel", ROOM, "ts", ts, "text", "t")));
            assertThat(refused.getStatus()).isEqualTo(429);
            assertThat(refused.getHeader("Retry-After")).isEqualTo("40");

            ticker.pass(Duration.ofSeconds(40));
            assertThat(update(ROOM, ts, "t")).isEmpty();
        }

        private String update(String channel, String ts, String text) {
            return error(call("chat.update", "channel", channel, "ts", ts, "text", text));
        }
    }

    @Nested
    class Whispering {

        @Test
        void reachesOnePerson() {
            var posted = call("chat.postEphemeral", "channel", ROOM, "user", "U0PANA", "text", "Psst");
            assertThat(seen()).singleElement().satisfies(message -> {
                assertThat(message.ts()).isEqualTo(posted.path("message_ts").asString());
                assertThat(message.ephemeralFor()).isEqualTo("U0PANA");
            });
            assertThat(messages.in(ROOM, "U0PBEN")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"C0PGENERAL, U0PNOBODY", "C0PGENERAL, U0PBOT", "D0PBEN, U0PANA"})
        void reachesOnlyWhoIsThere(String channel, String user) {
            assertThat(error(call("chat.postEphemeral", "channel", channel, "user", user, "text", "t")))
                    .isEqualTo("user_not_in_channel");
        }

        @Test
        void goesAHundredTimesAMinute() {
            for (int i = 0; i < 100; i++) {
                call("chat.postEphemeral", "channel", ROOM, "user", "U0PANA", "text", "t");
            }
            assertThat(error(call("chat.postEphemeral", "channel", ROOM, "user", "U0PANA", "text", "t")))
                    .isEqualTo("ratelimited");
        }
    }

    @Nested
    class Opening {

        @Test
        void aViewForTheOneWhoClicked() {
            var opened = call("views.open", "trigger_id", triggers.issue("U0PANA", null), "view", MODAL);
            assertThat(views.of("U0PANA"))
                    .extracting(PracticeView::id)
                    .containsExactly(opened.at("/view/id").asString());
            assertThat(opened.at("/view/hash").asString()).isNotEmpty();
        }

        @Test
        void isRefused() {
            var used = triggers.issue("U0PANA", null);
            call("views.open", "trigger_id", used, "view", MODAL);
            var late = triggers.issue("U0PANA", null);
            ticker.pass(Duration.ofMillis(3_001));

            assertThat(open(used, MODAL)).isEqualTo("exchanged_trigger_id");
            assertThat(open(late, MODAL)).isEqualTo("expired_trigger_id");
            assertThat(open("1.2.x", MODAL)).isEqualTo("invalid_trigger_id");
            assertThat(open(late, "{\"type\":\"modal\",\"blocks\":[]}")).isEqualTo("invalid_arguments");
            assertThat(open(late, "{\"type\":\"home\",\"blocks\":[]}")).isEqualTo("invalid_arguments");
        }

        @Test
        void aRefusedViewDoesNotUseUpItsTrigger() {
            var trigger = triggers.issue("U0PANA", null);
            open(trigger, "{}");
            assertThat(open(trigger, MODAL)).isEmpty();
        }

        @Test
        void anExternalIdStandsOnce() {
            var view = MODAL.replace("{\"type\":\"modal\"", "{\"type\":\"modal\",\"external_id\":\"e1\"");
            assertThat(open(triggers.issue("U0PANA", null), view)).isEmpty();
            assertThat(open(triggers.issue("U0PBEN", null), view)).isEqualTo("duplicate_external_id");
            assertThat(error(call("views.update", "external_id", "e1", "view", MODAL)))
                    .isEmpty();
        }

        @Test
        void anotherOnTopUntilThereAreThree() {
            var first = views.open("U0PANA", json(MODAL)).id();
            assertThat(push(first)).isEmpty();
            assertThat(push(first)).isEmpty();
            assertThat(push(first)).isEqualTo("push_limit_reached");
            assertThat(views.of("U0PANA")).hasSize(3);
        }

        @Test
        void onTopOnlyFromWithinAView() {
            assertThat(error(call("views.push", "trigger_id", triggers.issue("U0PANA", null), "view", MODAL)))
                    .isEqualTo("not_found");
        }

        @Test
        void updatesTheViewAsItWasSeen() {
            var view = views.open("U0PANA", json(MODAL));
            var updated = call("views.update", "view_id", view.id(), "hash", view.hash(), "view", MODAL);

            assertThat(updated.at("/view/id").asString()).isEqualTo(view.id());
            assertThat(error(call("views.update", "view_id", view.id(), "hash", view.hash(), "view", MODAL)))
                    .isEqualTo("hash_conflict");
            assertThat(error(call("views.update", "view_id", "V0", "view", MODAL)))
                    .isEqualTo("not_found");
            assertThat(error(call("views.update", "view", MODAL))).isEqualTo("invalid_arguments");
        }

        private String open(String trigger, String view) {
            return error(call("views.open", "trigger_id", trigger, "view", view));
        }

        private String push(String from) {
            return error(call("views.push", "trigger_id", triggers.issue("U0PANA", from), "view", MODAL));
        }
    }

    @Nested
    class Looking {

        @Test
        void findsPeople() {
            assertThat(call("users.info", "user", "U0PDANA")
                            .at("/user/profile/email")
                            .asString())
                    .isEqualTo("dana@brightwater.example");
            assertThat(call("users.lookupByEmail", "email", "Ana@Brightwater.example")
                            .at("/user/id")
                            .asString())
                    .isEqualTo("U0PANA");
            assertThat(error(call("users.info", "user", "U0"))).isEqualTo("user_not_found");
            assertThat(error(call("users.lookupByEmail", "email", "x@y.example")))
                    .isEqualTo("users_not_found");
        }

        @Test
        void opensDirectMessages() {
            assertThat(call("conversations.open", "users", "U0PANA")
                            .at("/channel/id")
                            .asString())
                    .isEqualTo("D0PANA");
            assertThat(error(call("conversations.open", "users", "U0PBOT"))).isEqualTo("user_not_found");
        }

        @Test
        void linksToTheThreadOfAMessage() {
            var ts = postBlocks();
            assertThat(call("chat.getPermalink", "channel", ROOM, "message_ts", ts)
                            .path("permalink")
                            .asString())
                    .isEqualTo("http://localhost:8080/archives/" + ROOM + "/p" + ts.replace(".", ""));
            assertThat(error(call("chat.getPermalink", "channel", ROOM, "message_ts", "1.000000")))
                    .isEqualTo("message_not_found");
        }
    }

    private static final JsonNode JSON_ARRAY = JsonMapper.shared().createArrayNode();

    private String postOne(String text) {
        var posted = call("chat.postMessage", "channel", "#general", "text", text);
        assertThat(error(posted)).isEmpty();
        return posted.path("ts").asString();
    }

    private String postBlocks() {
        return messages.post(new Messages.Draft(ROOM, "U0PBOT", "A card", json(DIVIDER), null, null))
                .ts();
    }

    private List<PracticeMessage> seen() {
        return messages.in(ROOM, "U0PANA");
    }

    private JsonNode call(String method, String... namesAndValues) {
        var arguments = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return call(method, arguments);
    }

    private JsonNode call(String method, Map<String, String> arguments) {
        return json(send(request(method, TOKEN, arguments)));
    }

    private static Map<String, String> arguments(String text) {
        var arguments = new LinkedHashMap<String, String>();
        for (var part : text.split("  ")) {
            arguments.put(part.split("=")[0], part.split("=", 2)[1]);
        }
        return arguments;
    }

    private static MockHttpServletRequestBuilder request(String method, String token, Map<String, String> arguments) {
        var form = new LinkedMultiValueMap<String, String>();
        arguments.forEach(form::add);
        var request = post("/practice/api/" + method)
                .contentType(APPLICATION_FORM_URLENCODED)
                .formFields(form);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) {
        return send(http, request);
    }

    private static MockHttpServletResponse send(MockMvc http, MockHttpServletRequestBuilder request) {
        try {
            return http.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(MockHttpServletResponse response) {
        try {
            return json(response.getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(String json) {
        return JsonMapper.shared().readTree(json);
    }

    /** Slack's word, empty where all went well. */
    private static String error(JsonNode answer) {
        assertThat(answer.path("ok").asBoolean()).isEqualTo(!answer.has("error"));
        return answer.path("error").asString("");
    }
}
