package dev.beforehand.slack;

import static dev.beforehand.slack.SignedSlack.FORM;
import static dev.beforehand.slack.SignedSlack.JSON;
import static dev.beforehand.slack.SignedSlack.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import com.google.gson.JsonParser;
import com.slack.api.bolt.App;
import com.slack.api.model.event.ReactionAddedEvent;
import dev.beforehand.clients.Role;
import dev.beforehand.database.TestClock;
import dev.beforehand.database.TestDatabases;
import dev.beforehand.letters.Phrases;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = SlackEntranceTests.Entrance.class)
@ExtendWith(OutputCaptureExtension.class)
class SlackEntranceTests {

    static final FakeSlack FAKE = new FakeSlack();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", TestDatabases::sqliteUrl);
        registry.add("beforehand.slack.bot-token", () -> "xoxb-test");
        registry.add("beforehand.slack.signing-secret", () -> SECRET);
        registry.add("beforehand.slack.api-url", FAKE::apiUrl);
        registry.add("db-scheduler.enabled", () -> "false");
    }

    @Autowired
    TestClock clock;

    @Autowired
    Handlers handlers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Deliveries deliveries;

    @LocalServerPort
    int port;

    SignedSlack slack;

    @BeforeEach
    void begin() {
        slack = new SignedSlack(port, clock);
        clock.moveTo(TestClock.MONDAY, LocalTime.of(8, 30));
        jdbc.sql("delete from slack_delivery").update();
        handlers.begin();
        FAKE.forgetAll();
    }

    @Test
    void anEventReachesItsHandler() {
        assertThat(slack.event(reaction("Ev1", "U0PANA")).statusCode()).isEqualTo(200);
        assertThat(handlers.ran()).containsExactly("eyes by U0PANA");
    }

    @Test
    void aCommandIsAnsweredWithWhatItsHandlerSays() {
        var answer = slack.command("help", "1.2.3");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("You said help");
    }

    @Test
    void umlautsAndAmpersandsSurviveTheForm() {
        var answer = JsonParser.parseString(
                slack.command("Müller & Söhne +1", "1.2.3").body());

        assertThat(answer.getAsJsonObject().get("text").getAsString()).isEqualTo("You said Müller & Söhne +1");
    }

    @Test
    void slacksFirstQuestionIsAnswered() {
        var answer = slack.event("{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"3eZbrw1aB\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("3eZbrw1aB");
    }

    @Test
    void slacksCheckOfTheCertificateIsAnswered() {
        assertThat(slack.send(slack.signed(FORM, "ssl_check=1&token=t")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aForgedSignatureIsRefused() {
        var body = reaction("Ev1", "U0PANA");
        var forged = slack.signed(JSON, body, now(), "another secret");

        assertThat(slack.send(forged).statusCode()).isEqualTo(401);
        assertThat(handlers.ran()).isEmpty();
    }

    @Test
    void aChangedBodyIsRefused() {
        var genuine = slack.signed(JSON, reaction("Ev1", "U0PANA"));
        var changed = HttpRequest.newBuilder(genuine, (name, value) -> true)
                .POST(HttpRequest.BodyPublishers.ofString(reaction("Ev1", "U0PBEN")))
                .build();

        assertThat(slack.send(changed).statusCode()).isEqualTo(401);
        assertThat(handlers.ran()).isEmpty();
    }

    @Test
    void anUnsignedRequestIsRefused() {
        assertThat(slack.send(slack.unsigned(reaction("Ev1", "U0PANA"))).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -100_000, 100_000})
    void aTimestampFarFromNowIsRefusedInBothDirections(long seconds) {
        var request = slack.signed(JSON, reaction("Ev1", "U0PANA"), now() + seconds, SECRET);

        var answer = slack.send(request);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("300 seconds");
        assertThat(handlers.ran()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 300})
    void aClockThatIsAFewMinutesOffIsBorneWith(long seconds) {
        var request = slack.signed(JSON, reaction("Ev1", "U0PANA"), now() + seconds, SECRET);

        assertThat(slack.send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void aHugeBodyIsRefused() {
        var huge = slack.signed(JSON, "{\"type\":\"event_callback\",\"x\":\"" + "a".repeat(1 << 20) + "\"}");

        assertThat(slack.send(huge).statusCode()).isEqualTo(413);
    }

    @Test
    void anotherContentTypeIsRefused() {
        assertThat(slack.send(slack.signed("text/xml", reaction("Ev1", "U0PANA")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(handlers.ran()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"type\":", "[1,2]", "payload=%7B%22type", "nonsense", "payload=%ZZ"})
    void whatCannotBeReadIsRefusedAndNotLogged(String body, CapturedOutput output) {
        assertThat(slack.send(slack.signed(JSON, body)).statusCode()).isEqualTo(400);
        assertThat(output).doesNotContain("Exception");
    }

    @Test
    void aTypeThatBeforehandDoesNotUseIsAcked() {
        assertThat(slack.event("{\"type\":\"app_rate_limited\",\"team_id\":\"T1\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(slack.event(reaction("Ev9", "U0PANA").replace("reaction_added", "star_added"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRetriedEventIsAckedAndNotRunAgain() {
        slack.event(reaction("Ev1", "U0PANA"));
        clock.moveTo(TestClock.MONDAY, LocalTime.of(8, 35));

        assertThat(slack.event(reaction("Ev1", "U0PANA")).statusCode()).isEqualTo(200);
        assertThat(handlers.ran()).hasSize(1);
    }

    @Test
    void aReplayedRequestIsAckedAndNotRunAgain() {
        var request = slack.signed(FORM, "payload=" + encoded(click("claim", "12.34")));

        assertThat(slack.send(request).statusCode()).isEqualTo(200);
        assertThat(slack.send(request).statusCode()).isEqualTo(200);
        assertThat(handlers.ran()).containsExactly("claim by U0PANA");
    }

    @Test
    void aReplayOfWhatHasNoNameOfItsOwnIsNotRunAgainEither() {
        var closed = "{\"type\":\"view_closed\",\"user\":{\"id\":\"U0PANA\"},\"view\":{\"callback_id\":\"feedback\"}}";
        var request = slack.signed(FORM, "payload=" + encoded(closed));

        slack.send(request);
        slack.send(request);

        assertThat(handlers.ran()).containsExactly("closed by U0PANA");
    }

    @Test
    void twoClicksAreTwoClicks() {
        slack.interaction(click("claim", "12.34"));
        slack.interaction(click("claim", "12.35"));

        assertThat(handlers.ran()).hasSize(2);
    }

    @Test
    void ofManyAtOnceOneRuns() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20).forEach(i -> threads.execute(() -> slack.event(reaction("Ev1", "U0PANA"))));
        }

        assertThat(handlers.ran()).hasSize(1);
    }

    @Test
    void aRetryOfOneThatStillRunsIsNotAckedBecauseThatOneMayFail() throws Exception {
        var running = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        handlers.onReaction(user -> {
            running.countDown();
            awaited(over);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> slack.event(reaction("Ev1", "U0PANA")));
            running.await();
            assertThat(slack.event(reaction("Ev1", "U0PANA")).statusCode()).isEqualTo(503);
            over.countDown();
            assertThat(first.get().statusCode()).isEqualTo(200);
        }
        assertThat(slack.event(reaction("Ev1", "U0PANA")).statusCode()).isEqualTo(200);
        assertThat(handlers.ran()).hasSize(1);
    }

    @Test
    void anEventWhoseHandlerFailedIsRunWhenSlackSendsItAgain() {
        handlers.onReaction(user -> {
            throw new IllegalStateException("the database is away");
        });
        assertThat(slack.event(reaction("Ev1", "U0PANA")).statusCode()).isEqualTo(500);
        handlers.begin();

        assertThat(slack.event(reaction("Ev1", "U0PANA")).statusCode()).isEqualTo(200);
        assertThat(handlers.ran()).hasSize(1);
    }

    @Test
    void anEventWhoseProcessDiedIsRunWhenSlackSendsItAgainAMinuteLater() {
        deliveries.arrive("event:Ev1", true);

        assertThat(slack.event(reaction("Ev1", "U0PANA")).statusCode()).isEqualTo(503);
        clock.moveTo(TestClock.MONDAY, LocalTime.of(8, 31, 1));
        assertThat(slack.event(reaction("Ev1", "U0PANA")).statusCode()).isEqualTo(200);
        assertThat(handlers.ran()).hasSize(1);
    }

    @Test
    void whatBeforehandDoesItselfIsPassedOver() {
        assertThat(slack.event(reaction("Ev1", "U0PBOT")).statusCode()).isEqualTo(200);
        assertThat(handlers.ran()).isEmpty();
    }

    @Test
    void anUnknownActionGetsASentence() {
        var answer = slack.interaction(click("long_gone", "12.34"));

        assertThat(answer.statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(FAKE.received("answer-here"))
                .singleElement()
                .satisfies(told -> assertThat(told.fields().get("json"))
                        .contains("does not know this button")
                        .contains("\"ephemeral\"")));
    }

    @Test
    void anUnknownCommandGetsASentence() {
        var answer = slack.send(slack.signed(FORM, "command=%2Fbills&text=&user_id=U0PANA&trigger_id=1.2.4"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("does not know this button or command")
                .contains("ephemeral");
    }

    @Test
    void whoeverUsesSlackInGermanIsAnsweredInGerman() {
        FAKE.knows("U0PCLARA", "Clara Weiss", "clara@brightwater.example", ",\"locale\":\"de-DE\"");

        var answer = slack.send(slack.signed(FORM, "command=%2Fbills&text=&user_id=U0PCLARA&trigger_id=1.2.4"));
        slack.interaction(click("long_gone", "12.35").replace("U0PANA", "U0PCLARA"));

        assertThat(answer.body()).contains("kennt diesen Button oder Befehl nicht");
        await().untilAsserted(() -> assertThat(FAKE.received("answer-here"))
                .singleElement()
                .satisfies(told ->
                        assertThat(told.fields().get("json")).contains("kennt diesen Button oder Befehl nicht")));
    }

    @Test
    void anUnknownFormStaysOpenWithASentence() {
        var answer = slack.interaction(submission("long_gone"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"response_action\":\"errors\"").contains("\"words\":\"Beforehand does");
    }

    @Test
    void anUnknownMenuHasNoOptions() {
        var json =
                "{\"type\":\"block_suggestion\",\"action_id\":\"gone\",\"block_id\":\"b\",\"value\":\"a\",\"user\":{\"id\":\"U0PANA\"}}";

        assertThat(slack.interaction(json).body()).isEqualTo("{\"options\":[]}");
        assertThat(slack.interaction(json).body()).isEqualTo("{\"options\":[]}");
    }

    @Test
    void aClickWhoseHandlerFailedGetsASentenceInPlaceOfATriangle() {
        var answer = slack.interaction(click("broken", "12.34"));

        assertThat(answer.statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(FAKE.received("answer-here"))
                .singleElement()
                .satisfies(told -> assertThat(told.fields().get("json")).contains("That did not work")));
    }

    @Test
    void aFormWhoseHandlerFailedKeepsWhatWasTyped() {
        assertThat(slack.interaction(submission("broken")).body())
                .contains("\"response_action\":\"errors\"")
                .contains("\"words\":\"That did not work");
    }

    @Test
    void aFormThatIsSentAgainBecauseItsAnswerWasLostIsNotRunAgain() {
        slack.interaction(form("kept", "V1", "1.a", "All good", "7.1"));
        var again = slack.interaction(form("kept", "V1", "1.a", "All good", "7.2"));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(handlers.ran()).containsExactly("kept by U0PANA");
    }

    @Test
    void aFormWithOtherWordsOrInAnotherWindowIsAnotherForm() {
        slack.interaction(form("kept", "V2", "1.a", "All good", "7.3"));
        slack.interaction(form("kept", "V2", "1.a", "All is well", "7.4"));
        slack.interaction(form("kept", "V3", "1.a", "All good", "7.5"));

        assertThat(handlers.ran()).hasSize(3);
    }

    @Test
    void aFormThatWasRefusedCanBeSentAgainAsItIs() {
        slack.interaction(form("broken", "V4", "1.a", "All good", "7.6"));
        slack.interaction(form("broken", "V4", "1.a", "All good", "7.7"));

        assertThat(handlers.ran()).containsExactly("broken", "broken");
    }

    @Test
    void nothingOfARequestIsLogged(CapturedOutput output) {
        slack.interaction(click("broken", "12.34"));
        slack.interaction(click("long_gone", "12.35"));
        slack.event("{\"type\":\"mystery\",\"token\":\"verification-token\",\"text\":\"secret words\"}");
        slack.send(slack.signed(JSON, "{\"token\":\"verification-token\",\"text\":\"secret words\""));

        await().untilAsserted(() -> assertThat(FAKE.received("answer-here")).hasSize(2));
        assertThat(output)
                .doesNotContain("verification-token")
                .doesNotContain("secret words")
                .doesNotContain("xoxb-test")
                .doesNotContain("127.0.0.1");
    }

    @Test
    void whatIsADayOldIsForgotten() {
        slack.event(reaction("Ev1", "U0PANA"));
        clock.moveTo(TestClock.MONDAY.plusDays(1), LocalTime.of(8, 31));
        slack.event(reaction("Ev2", "U0PANA"));

        assertThat(deliveries.forgetOld()).isEqualTo(1);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static String reaction(String eventId, String user) {
        return """
                {"type":"event_callback","token":"verification-token","team_id":"T1","event_id":"%s","event":{
                 "type":"reaction_added","user":"%s","reaction":"eyes","item_user":"U0PBOT",
                 "item":{"type":"message","channel":"C1","ts":"1.2"},"event_ts":"3.4"}}""".formatted(eventId, user);
    }

    private static String click(String actionId, String triggerId) {
        return """
                {"type":"block_actions","token":"verification-token","trigger_id":"%s","user":{"id":"U0PANA"},
                 "response_url":"%s","message":{"text":"secret words"},
                 "actions":[{"action_id":"%s","block_id":"b","type":"button","value":"7","action_ts":"5.6"}]}""".formatted(triggerId, FAKE.url("/answer-here"), actionId);
    }

    private static String submission(String callbackId) {
        return """
                {"type":"view_submission","trigger_id":"%s.1","user":{"id":"U0PANA"},"view":{"callback_id":"%s",
                 "type":"modal","blocks":[{"type":"divider"},{"type":"input","block_id":"words"}]}}""".formatted(callbackId, callbackId);
    }

    private static String form(String callbackId, String view, String hash, String words, String triggerId) {
        return """
                {"type":"view_submission","trigger_id":"%s","user":{"id":"U0PANA"},"view":{"id":"%s","hash":"%s",
                 "callback_id":"%s","type":"modal","blocks":[{"type":"input","block_id":"words"}],
                 "state":{"values":{"words":{"words":{"type":"plain_text_input","value":"%s"}}}}}}""".formatted(triggerId, view, hash, callbackId, words);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Remembers what was run. */
    static class Handlers implements SlackSurface {

        private final List<String> ran = new CopyOnWriteArrayList<>();
        private volatile Consumer<String> onReaction = user -> {};

        void begin() {
            ran.clear();
            onReaction = user -> {};
        }

        void onReaction(Consumer<String> does) {
            onReaction = does;
        }

        List<String> ran() {
            return ran;
        }

        @Override
        public void register(Gate gate) {
            gate.event(ReactionAddedEvent.class, reaction -> Optional.empty(), (payload, context) -> {
                onReaction.accept(payload.getEvent().getUser());
                ran.add(payload.getEvent().getReaction() + " by "
                        + payload.getEvent().getUser());
                return context.ack();
            });
            gate.blockAction("claim", Role.VIEWER, (request, context) -> {
                ran.add("claim by " + request.getPayload().getUser().getId());
                return context.ack();
            });
            gate.blockAction("broken", Role.VIEWER, (request, context) -> {
                throw new IllegalStateException("broken on purpose");
            });
            gate.viewSubmission("kept", Role.VIEWER, (request, context) -> {
                ran.add("kept by " + request.getPayload().getUser().getId());
                return context.ack();
            });
            gate.viewSubmission("broken", Role.VIEWER, (request, context) -> {
                ran.add("broken");
                throw new IllegalStateException("broken on purpose");
            });
            gate.command(
                    "/invoices",
                    command -> Role.VIEWER,
                    (request, context) ->
                            context.ack("You said " + request.getPayload().getText()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = DataJdbcRepositoriesAutoConfiguration.class)
    @Import({
        SlackConfiguration.class,
        SlackEntrance.class,
        Reception.class,
        Readers.class,
        SlackPeople.class,
        Deliveries.class,
        OwnEvents.class,
        Apologies.class,
        DirectMessages.class,
        Errands.class,
        Homes.class,
        SlackGateway.class,
        SlackProblems.class,
        Afterwards.class,
        TestClock.class
    })
    static class Entrance {

        @Bean
        Handlers handlers() {
            return new Handlers();
        }

        /** Lets everybody through. */
        @Bean
        Doorkeeper doorkeeper() {
            return mock(Doorkeeper.class);
        }

        @Bean
        SmartInitializingSingleton closedForms(App app, Handlers handlers) {
            return () -> app.viewClosed("feedback", (request, context) -> {
                handlers.ran().add("closed by " + request.getPayload().getUser().getId());
                return context.ack();
            });
        }

        @Bean
        Phrases phrases() {
            return Phrases.packaged();
        }
    }
}
