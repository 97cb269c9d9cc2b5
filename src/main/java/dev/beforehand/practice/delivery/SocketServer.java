package dev.beforehand.practice.delivery;

import dev.beforehand.practice.faults.Fault;
import dev.beforehand.practice.faults.Faults;
import dev.beforehand.practice.workspace.Workspace;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Slack's end of Socket Mode. Each delivery goes to any one of the connections; where that one ends before the ack, it
 * goes to another.
 */
@Component
@ConditionalOnProperty({"beforehand.practice.on", "beforehand.practice.socket-mode"})
public class SocketServer extends WebSocketServer implements Entrance, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SocketServer.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PATH = "/socket/";
    private static final int MOST_CONNECTIONS = 10;
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    private static final Duration START = Duration.ofSeconds(10);

    private final CountDownLatch started = new CountDownLatch(1);
    private final Set<String> invited = ConcurrentHashMap.newKeySet();
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<JsonNode>> unacked = new ConcurrentHashMap<>();
    private final Random random = new Random(1);
    private final Duration patience;
    private final Faults faults;

    SocketServer(DeliverySettings settings, Faults faults) throws InterruptedException {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.patience = settings.practice().patience();
        this.faults = faults;
        setReuseAddr(true);
        setDaemon(true);
        start();
        if (!started.await(START.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("The practice Slack found no free port for Socket Mode.");
        }
    }

    /** An address at which one connection may be opened. */
    public URI invite() {
        var ticket = UUID.randomUUID().toString();
        invited.add(ticket);
        return URI.create("ws://localhost:" + getPort() + PATH + ticket);
    }

    /** How many are open and stay so. */
    public int open() {
        return (int) connections.stream().filter(Connection::takes).count();
    }

    /**
     * Renews one of the connections, as Slack does every few hours: warns, and closes it after that time.
     *
     * @return false where none is open
     */
    public boolean refresh(Duration afterwards) {
        var connection = any();
        if (connection == null) {
            return false;
        }
        connection.warn();
        CompletableFuture.delayedExecutor(afterwards.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> connection.end("refresh_requested"));
        return true;
    }

    @Override
    public Ack bring(Parcel parcel) {
        var ack = unacked.computeIfAbsent(parcel.id(), id -> new CompletableFuture<>());
        var deadline = System.nanoTime() + patience.toNanos();
        try {
            for (var brought = parcel; !ack.isDone(); brought = brought.repeated("timeout")) {
                hand(brought, ack, deadline);
            }
            return Ack.of(ack.get());
        } catch (TimeoutException e) {
            return Ack.failed("http_timeout");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Ack.failed("connection_failed");
        } finally {
            unacked.remove(parcel.id());
        }
    }

    /** Waits until it was acked, or the connection that had it has ended. */
    private void hand(Parcel parcel, CompletableFuture<JsonNode> ack, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        var connection = connection(deadline);
        if (!connection.send(envelope(parcel))) {
            return;
        }
        if (faults.strike(Fault.BROKEN_CONNECTION, parcel.kind().envelope())) {
            connection.end("refresh_requested");
        }
        CompletableFuture.anyOf(ack, connection.closed()).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private Connection connection(long deadline) throws InterruptedException, TimeoutException {
        var connection = any();
        while (connection == null) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException();
            }
            Thread.sleep(LOOK_EVERY);
            connection = any();
        }
        return connection;
    }

    private @Nullable Connection any() {
        var taking = connections.stream().filter(Connection::takes).toList();
        return taking.isEmpty() ? null : taking.get(random.nextInt(taking.size()));
    }

    private static ObjectNode envelope(Parcel parcel) {
        var envelope = JsonNodeFactory.instance
                .objectNode()
                .put("type", parcel.kind().envelope())
                .put("envelope_id", parcel.id())
                .put("accepts_response_payload", parcel.kind() != Parcel.Kind.EVENT);
        if (parcel.attempt() > 0) {
            envelope.put("retry_attempt", parcel.attempt()).put("retry_reason", parcel.reason());
        }
        return envelope.set("payload", parcel.payload());
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
        var path = request.getResourceDescriptor();
        if (!path.startsWith(PATH) || !invited.remove(path.substring(PATH.length()))) {
            throw new InvalidDataException(
                    CloseFrame.POLICY_VALIDATION, "This address is none that apps.connections.open gave, or was used.");
        }
        return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        var connection = new Connection(socket);
        socket.setAttachment(connection);
        if (open() >= MOST_CONNECTIONS) {
            connection.end("too_many_websockets");
            return;
        }
        var hello = JsonNodeFactory.instance.objectNode().put("type", "hello").put("num_connections", open() + 1);
        hello.putObject("connection_info").put("app_id", Workspace.APP_ID);
        hello.putObject("debug_info").put("host", "practice").put("approximate_connection_time", 18_060);
        connection.send(hello);
        connections.add(connection);
    }

    /** An ack counts by whichever connection it comes: the client uses its newest. */
    @Override
    public void onMessage(WebSocket socket, String message) {
        try {
            var ack = JSON.readTree(message);
            var waiting = unacked.get(ack.path("envelope_id").asString(""));
            if (waiting != null) {
                waiting.complete(ack.path("payload"));
            }
        } catch (JacksonException e) {
            log.warn("Beforehand sent something by Socket Mode that is no JSON.");
        }
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        if (socket.<@Nullable Connection>getAttachment() instanceof Connection connection) {
            connections.remove(connection);
            connection.closed().complete(null);
        }
    }

    @Override
    public void onError(@Nullable WebSocket socket, Exception e) {
        log.debug("A Socket Mode connection failed.", e);
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void close() throws InterruptedException {
        stop((int) LAST_WORDS.toMillis());
    }
}
