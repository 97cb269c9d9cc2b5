package dev.beforehand.slack;

import static dev.beforehand.slack.FakeSlack.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.slack.api.Slack;
import com.slack.api.bolt.AppConfig;
import com.slack.api.model.event.ReactionAddedEvent;
import dev.beforehand.Beforehand;
import dev.beforehand.database.TestDatabases;
import dev.beforehand.practice.PracticeLedger;
import dev.beforehand.practice.PracticeSlack;
import dev.beforehand.practice.delivery.Elements;
import dev.beforehand.practice.delivery.SocketServer;
import dev.beforehand.practice.faults.Fault;
import dev.beforehand.practice.faults.Faults;
import dev.beforehand.practice.faults.Rule;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.Workspace;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Beforehand in practice, which speaks with the practice Slack by Socket Mode. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = Beforehand.class,
        properties = {"beforehand.practice.today=2026-06-15", "beforehand.practice.socket-mode=true"})
@Import(SocketModeTests.Watched.class)
class SocketModeTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 15);
    private static final String ANA = "U0PANA";
    private static final String DIRECT = "D0PANA";
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", TestDatabases::sqliteUrl);
        registry.add("beforehand.ledger", () -> PracticeLedger.at(MONDAY).toString());
    }

    @TestConfiguration
    static class Watched {

        @Bean
        Probe probe() {
            return new Probe();
        }
    }

    /** Sees which reactions arrive. */
    static final class Probe implements SlackSurface {

        final List<String> ran = new CopyOnWriteArrayList<>();
        volatile Runnable then = () -> {};

        @Override
        public void register(Gate gate) {
            gate.event(ReactionAddedEvent.class, event -> Optional.empty(), (payload, context) -> {
                ran.add(payload.getEvent().getReaction());
                then.run();
                return context.ack();
            });
        }
    }

    @Autowired
    PracticeSlack practice;

    @Autowired
    SocketServer sockets;

    @Autowired
    Faults faults;

    @Autowired
    Probe probe;

    @Autowired
    Slack slack;

    @Autowired
    SlackSettings settings;

    @Autowired
    Reception reception;

    @Autowired
    AppConfig config;

    private String said;

    @BeforeEach
    void aMessageToReactTo() {
        await().atMost(A_WHILE).until(() -> sockets.open() == 1);
        practice.say(ANA, Workspace.RECEIVABLES, null, "Look at this");
        said = practice.messages(Workspace.RECEIVABLES, ANA).getLast().ts();
        probe.ran.clear();
    }

    @AfterEach
    void allIsWell() {
        faults.allOff();
        probe.then = () -> {};
    }

    @Test
    void aClickIsAckedAndDone() {
        var card = await().atMost(Duration.ofMinutes(1)).until(this::cardToClaim, found -> found != null);
        var claim = Elements.in(card.blocks())
                .filter(SocketModeTests::isClaim)
                .findFirst()
                .orElseThrow();

        assertThat(practice.click(ANA, card.channel(), card.ts(), claim.blockId(), claim.actionId(), null))
                .isEmpty();

        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(practice.message(card.channel(), card.ts(), ANA))
                        .hasValueSatisfying(
                                now -> assertThat(now.blocks().toString()).contains("Ana Ruiz is on it")));
    }

    @Test
    void aCommandIsAnsweredInItsAck() {
        assertThat(practice.command(ANA, DIRECT, "/invoices help")).isEmpty();

        assertThat(answers())
                .last()
                .satisfies(answer -> assertThat(answer.text() + answer.blocks()).contains("/invoices"));
    }

    @Test
    void whatComesTwiceRunsOnce() {
        faults.set(Rule.next(Fault.DUPLICATE_DELIVERY, 1));

        react("once");
        await().atMost(A_WHILE).until(() -> faults.struck(Fault.DUPLICATE_DELIVERY) > 0);

        assertRan("once");
    }

    @Test
    void whatFailedIsNotAckedSoThatItComesAgain() {
        probe.then = () -> {
            probe.then = () -> {};
            throw new IllegalStateException("the database is away");
        };

        react("again");

        assertRan("again", "again");
    }

    @Test
    void severalAreHandledAtOnce() {
        var both = new CountDownLatch(2);
        probe.then = () -> {
            both.countDown();
            try {
                assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };

        react("first");
        react("second");

        assertRan("first", "second");
        assertThat(both.getCount()).isZero();
    }

    @Test
    void aConnectionThatBreaksInTheMiddleLosesNothing() {
        faults.set(Rule.next(Fault.BROKEN_CONNECTION, 3));
        var emoji = emoji(12);

        emoji.forEach(this::react);

        assertRan(emoji);
        assertThat(faults.struck(Fault.BROKEN_CONNECTION)).isPositive();
        await().atMost(A_WHILE).until(() -> sockets.open() == 1);
    }

    /** The moment without a connection is short; not each time does the ack fall into it. */
    @RepeatedTest(5)
    void aCommandWhoseConnectionBreaksIsAnsweredOnce() {
        var before = answers().size();
        faults.set(Rule.next(Fault.BROKEN_CONNECTION, 1));

        assertThat(practice.command(ANA, DIRECT, "/invoices help")).isEmpty();

        assertThat(answers()).hasSize(before + 1);
    }

    @Test
    void ofTwoConnectionsOneIsRenewedAndNothingIsLostOrDoneTwice() {
        var other = new SocketMode(settings, slack, reception, config);
        other.start();
        try {
            await().atMost(A_WHILE).until(() -> sockets.open() == 2);
            var emoji = emoji(20);

            for (int n = 0; n < emoji.size(); n++) {
                if (n % 7 == 3) {
                    assertThat(sockets.refresh(Duration.ofMillis(200))).isTrue();
                }
                react(emoji.get(n));
            }

            assertRan(emoji);
            await().atMost(A_WHILE).until(() -> sockets.open() == 2);
        } finally {
            other.stop();
        }
    }

    @Test
    void aTokenThatSlackDoesNotAcceptEndsTheStart() {
        try (var fake = new FakeSlack()) {
            fake.answers("apps.connections.open", error("invalid_auth"));
            assertThatThrownBy(() -> withSlackAt(fake).start())
                    .hasMessageContaining("SLACK_APP_TOKEN (invalid_auth)")
                    .hasMessageContaining("connections:write");
        }
    }

    @Test
    void slackBeingAwayDoesNotEndTheStart() {
        try (var fake = new FakeSlack()) {
            fake.answers(
                    "apps.connections.open",
                    FakeSlack.status(503),
                    FakeSlack.json("{\"ok\":true,\"url\":\"" + sockets.invite() + "\"}"));
            var other = withSlackAt(fake);
            other.start();
            try {
                await().atMost(A_WHILE).until(() -> sockets.open() == 2);
            } finally {
                other.stop();
            }
        }
    }

    private SocketMode withSlackAt(FakeSlack fake) {
        return new SocketMode(
                new SlackSettings("xoxb-test", "", "xapp-test", fake.apiUrl()),
                SlackClients.connect(fake.apiUrl(), Duration.ofSeconds(2)),
                reception,
                config,
                Duration.ofMillis(200));
    }

    private void react(String emoji) {
        assertThat(practice.react(ANA, Workspace.RECEIVABLES, said, emoji)).isEmpty();
    }

    private void assertRan(String... emoji) {
        assertRan(List.of(emoji));
    }

    private void assertRan(List<String> emoji) {
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(probe.ran).containsExactlyInAnyOrderElementsOf(emoji));
        await().during(Duration.ofMillis(300)).until(() -> probe.ran.size() == emoji.size());
    }

    private static List<String> emoji(int count) {
        return IntStream.range(0, count).mapToObj(n -> "emoji-" + n).toList();
    }

    private List<PracticeMessage> answers() {
        return practice.messages(DIRECT, ANA).stream()
                .filter(message -> message.user().equals(Workspace.BOT_USER))
                .toList();
    }

    private PracticeMessage cardToClaim() {
        return practice.messages(Workspace.RECEIVABLES, ANA).stream()
                .filter(message -> Elements.in(message.blocks()).anyMatch(SocketModeTests::isClaim))
                .findFirst()
                .orElse(null);
    }

    private static boolean isClaim(Elements.Placed placed) {
        return placed.element().at("/text/text").asString("").equals("Claim");
    }
}
