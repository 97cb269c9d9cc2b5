package dev.beforehand.slack;

import static dev.beforehand.slack.FakeSlack.error;
import static dev.beforehand.slack.FakeSlack.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.model.event.ReactionAddedEvent;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.letters.Phrases;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@OnSqlite
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import(Deliveries.class)
class SocketModeTests {

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    final FakeSlack fake = new FakeSlack();
    final Sockets sockets = new Sockets();
    final List<String> ran = new CopyOnWriteArrayList<>();
    final Afterwards afterwards = new Afterwards();
    volatile Runnable onReaction = () -> {};
    Slack slack;
    SocketMode socketMode;

    @BeforeEach
    void connect() throws Exception {
        jdbc.sql("delete from slack_delivery").update();
        sockets.start();
        sockets.started.await();
        fake.answers("apps.connections.open", address(), address(), address());
        slack = SlackClients.connect(fake.apiUrl(), Duration.ofSeconds(2));
        var settings = new SlackSettings("xoxb-test", "", "xapp-test", fake.apiUrl());
        var problems = new SlackProblems(Phrases.packaged());
        var gateway = new SlackGateway(slack, settings, problems, new Pacing(Pacing.GAP, Pacing.PATIENCE));
        var apologies = new Apologies(Phrases.packaged(), gateway, afterwards);
        var config = AppConfig.builder()
                .slack(slack)
                .allEventsApiAutoAckEnabled(true)
                .build();
        var app = new App(config, slack, List.of());
        register(app);
        var reception = new Reception(app, deliveries, new OwnEvents(gateway), apologies);
        socketMode = new SocketMode(settings, slack, reception, config, Duration.ofMillis(200));
    }

    @AfterEach
    void close() throws Exception {
        if (socketMode.isRunning()) {
            socketMode.stop();
        }
        sockets.stop(1000);
        fake.close();
        slack.close();
        afterwards.destroy();
    }

    @Test
    void anEventIsHandledAndAcked() {
        open();

        sockets.send(event("E1", "Ev1"));

        await().untilAsserted(() -> assertThat(sockets.acks()).containsExactly("E1"));
        assertThat(ran).containsExactly("U0PANA");
    }

    @Test
    void whatIsSentAgainIsAckedAndNotRunAgain() {
        open();

        sockets.send(event("E1", "Ev1"));
        await().untilAsserted(() -> assertThat(sockets.acks()).hasSize(1));
        sockets.send(event("E1", "Ev1"));
        sockets.send(event("E2", "Ev1"));

        await().untilAsserted(() -> assertThat(sockets.acks()).containsExactlyInAnyOrder("E1", "E1", "E2"));
        assertThat(ran).hasSize(1);
    }

    @Test
    void whatHasNoNameOfItsOwnGoesByItsEnvelope() {
        open();
        var closed =
                "{\"type\":\"view_closed\",\"user\":{\"id\":\"U0PANA\"},\"view\":{\"callback_id\":\"feedback\",\"type\":\"modal\"}}";

        sockets.send(envelope("interactive", "E1", closed));
        await().untilAsserted(() -> assertThat(sockets.acks()).hasSize(1));
        sockets.send(envelope("interactive", "E1", closed));
        sockets.send(envelope("interactive", "E2", closed));

        await().untilAsserted(() -> assertThat(sockets.acks()).hasSize(3));
        assertThat(ran).hasSize(2);
    }

    @Test
    void whatFailedIsNotAckedSoThatSlackSendsItAgain() {
        open();
        onReaction = () -> {
            throw new IllegalStateException("the database is away");
        };
        sockets.send(event("E1", "Ev1"));
        await().untilAsserted(() -> assertThat(ran).hasSize(1));
        onReaction = () -> {};
        // Its memory goes after its handler, and until then it is taken for running.
        await().untilAsserted(() -> {
            sockets.send(event("E1", "Ev1"));
            assertThat(sockets.acks()).isNotEmpty();
        });

        assertThat(ran).hasSize(2);
    }

    @Test
    void aCommandIsAnsweredInItsAck() {
        open();

        sockets.send(
                envelope(
                        "slash_commands",
                        "E1",
                        "{\"command\":\"/invoices\",\"text\":\"help\",\"user_id\":\"U0PANA\",\"channel_id\":\"C1\",\"trigger_id\":\"1.2\"}"));

        await().untilAsserted(() -> assertThat(sockets.received)
                .singleElement()
                .satisfies(ack -> assertThat(ack.toString()).contains("You said help")));
    }

    @Test
    void severalAreHandledAtOnce() throws Exception {
        open();
        var both = new CountDownLatch(2);
        onReaction = () -> {
            both.countDown();
            try {
                assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };

        sockets.send(event("E1", "Ev1"));
        sockets.send(event("E2", "Ev2"));

        await().untilAsserted(() -> assertThat(sockets.acks()).containsExactlyInAnyOrder("E1", "E2"));
    }

    @Test
    void aLostConnectionIsOpenedAgain() {
        open();

        sockets.getConnections().forEach(connection -> connection.close(1001));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sockets.opened).hasSize(2));
        sockets.send(event("E1", "Ev1"));
        await().untilAsserted(() -> assertThat(sockets.acks()).containsExactly("E1"));
    }

    @Test
    void aTokenThatSlackDoesNotAcceptEndsTheStart() {
        fake.forgetAll();
        fake.answers("apps.connections.open", error("invalid_auth"));

        assertThatThrownBy(() -> socketMode.start())
                .hasMessageContaining("SLACK_APP_TOKEN (invalid_auth)")
                .hasMessageContaining("connections:write");
    }

    @Test
    void slackBeingAwayDoesNotEndTheStart() {
        fake.forgetAll();
        fake.answers("apps.connections.open", FakeSlack.status(503), address(), address());

        socketMode.start();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sockets.opened).isNotEmpty());
    }

    private void open() {
        socketMode.start();
        await().untilAsserted(() -> assertThat(sockets.opened).hasSize(1));
    }

    private FakeSlack.Answer address() {
        return json("{\"ok\":true,\"url\":\"ws://localhost:" + sockets.getPort() + "/link\"}");
    }

    private void register(App app) {
        app.event(ReactionAddedEvent.class, (payload, context) -> {
            ran.add(payload.getEvent().getUser());
            onReaction.run();
            return context.ack();
        });
        app.viewClosed("feedback", (request, context) -> {
            ran.add("closed");
            return context.ack();
        });
        app.command(
                "/invoices",
                (request, context) ->
                        context.ack("You said " + request.getPayload().getText()));
    }

    private static String event(String envelopeId, String eventId) {
        return envelope("events_api", envelopeId, """
                {"type":"event_callback","team_id":"T1","event_id":"%s","event":{
                 "type":"reaction_added","user":"U0PANA","reaction":"eyes",
                 "item":{"type":"message","channel":"C1","ts":"1.2"}}}""".formatted(eventId));
    }

    private static String envelope(String type, String id, String payload) {
        return "{\"type\":\"%s\",\"envelope_id\":\"%s\",\"accepts_response_payload\":true,\"payload\":%s}"
                .formatted(type, id, payload);
    }

    /** Slack's end of the connection. */
    private static final class Sockets extends WebSocketServer {

        final CountDownLatch started = new CountDownLatch(1);
        final List<WebSocket> opened = new CopyOnWriteArrayList<>();
        final List<JsonObject> received = new CopyOnWriteArrayList<>();

        Sockets() {
            super(new InetSocketAddress("localhost", 0));
            setReuseAddr(true);
            setDaemon(true);
        }

        void send(String message) {
            opened.getLast().send(message);
        }

        List<String> acks() {
            return received.stream()
                    .map(ack -> ack.get("envelope_id").getAsString())
                    .toList();
        }

        @Override
        public void onOpen(WebSocket connection, ClientHandshake handshake) {
            opened.add(connection);
            connection.send("{\"type\":\"hello\",\"num_connections\":1}");
        }

        @Override
        public void onMessage(WebSocket connection, String message) {
            received.add(JsonParser.parseString(message).getAsJsonObject());
        }

        @Override
        public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

        @Override
        public void onError(WebSocket connection, Exception e) {}

        @Override
        public void onStart() {
            started.countDown();
        }
    }
}
