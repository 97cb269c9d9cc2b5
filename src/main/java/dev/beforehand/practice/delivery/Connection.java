package dev.beforehand.practice.delivery;

import java.util.concurrent.CompletableFuture;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One connection of Beforehand's in Socket Mode. */
final class Connection {

    private final WebSocket socket;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile boolean leaving;

    Connection(WebSocket socket) {
        this.socket = socket;
    }

    /** Whether it may be given something new. */
    boolean takes() {
        return !leaving && socket.isOpen();
    }

    CompletableFuture<Void> closed() {
        return closed;
    }

    /** @return false where it is gone */
    boolean send(JsonNode message) {
        try {
            socket.send(message.toString());
            return true;
        } catch (WebsocketNotConnectedException e) {
            return false;
        }
    }

    /** Says that it is about to be closed; it still takes what comes. */
    void warn() {
        disconnect("warning");
    }

    /** Closes it, saying why. */
    void end(String reason) {
        leaving = true;
        disconnect(reason);
        socket.close(CloseFrame.GOING_AWAY);
    }

    private void disconnect(String reason) {
        var message =
                JsonNodeFactory.instance.objectNode().put("type", "disconnect").put("reason", reason);
        message.putObject("debug_info").put("host", "practice");
        send(message);
    }
}
