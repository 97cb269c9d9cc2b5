package dev.beforehand.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.socket_mode.SocketModeClient;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Where Slack calls when an app token is set: over a connection that Beforehand opens itself, so that it needs no public
 * address. What is not acked, Slack sends again.
 */
@Component
class SocketMode implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SocketMode.class);
    private static final int AT_ONCE = 10;
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final Duration RENEWAL = Duration.ofSeconds(5);
    private static final Duration LOOK_FOR_RENEWAL = Duration.ofMillis(20);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final boolean wanted;
    private final SocketModeConnection connection;
    private final Reception reception;
    private final SocketModeRequestParser parser;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private volatile boolean running;

    @Autowired
    SocketMode(SlackSettings settings, Slack slack, Reception reception, AppConfig config) {
        this(settings, slack, reception, config, LOOK_EVERY);
    }

    SocketMode(SlackSettings settings, Slack slack, Reception reception, AppConfig config, Duration lookEvery) {
        this.wanted = settings.socketMode();
        this.connection = new SocketModeConnection(slack, settings.appToken(), lookEvery, this::receive);
        this.reception = reception;
        this.parser = new SocketModeRequestParser(config);
    }

    @Override
    public boolean isAutoStartup() {
        return wanted;
    }

    @Override
    public void start() {
        running = true;
        connection.open();
    }

    /** Lets what has begun come to its ack; what arrives meanwhile is left for Slack to send to the next process. */
    @Override
    public void stop() {
        running = false;
        try {
            if (!places.tryAcquire(AT_ONCE, LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Some of what Slack sent is still being handled; Slack will send it again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Called on the client's one thread, so each is handed to its own, as many at once as there are places. */
    private void receive(SocketModeClient client, String message) {
        if (!running || !(JsonParser.parseString(message) instanceof JsonObject envelope) || !envelope.has("payload")) {
            return;
        }
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                answer(client, envelope, message);
            } catch (IOException | RuntimeException e) {
                log.warn("A delivery of Slack's could not be acked; Slack will send it again.", e);
            } finally {
                places.release();
            }
        });
    }

    private void answer(SocketModeClient client, JsonObject envelope, String message) throws IOException {
        var id = Delivery.text(envelope, "envelope_id");
        if (id == null) {
            return;
        }
        var delivery = Delivery.of(envelope.get("payload").toString());
        var response = switch (delivery.kind()) {
            case EVENT, INTERACTION, COMMAND ->
                reception.receive(
                        delivery,
                        true,
                        "envelope:" + id,
                        () -> parser.parse(message).getBoltRequest());
            default -> {
                log.warn("Slack sent something of type '{}', which Beforehand does not use.", delivery.type());
                yield Response.ok();
            }
        };
        if (response.getStatusCode() == 200) {
            send(client, ack(id, response).toString());
        }
    }

    /**
     * While the connection is renewed there is none for a moment. What comes again is not run again, so an answer that is
     * not waited for then is never said.
     */
    private static void send(SocketModeClient client, String ack) throws IOException {
        long end = System.nanoTime() + RENEWAL.toNanos();
        while (true) {
            try {
                client.sendSocketModeResponse(ack);
                return;
            } catch (WebsocketNotConnectedException e) {
                if (System.nanoTime() > end || !pause()) {
                    throw e;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_FOR_RENEWAL);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static JsonObject ack(String id, Response response) {
        var ack = new JsonObject();
        ack.addProperty("envelope_id", id);
        if (payload(response) instanceof JsonElement payload) {
            ack.add("payload", payload);
        }
        return ack;
    }

    private static @Nullable JsonElement payload(Response response) {
        var body = response.getBody();
        if (body == null || body.isEmpty()) {
            return null;
        }
        if (response.getContentType() != null && response.getContentType().startsWith("application/json")) {
            return JsonParser.parseString(body);
        }
        var text = new JsonObject();
        text.addProperty("text", body);
        return text;
    }
}
