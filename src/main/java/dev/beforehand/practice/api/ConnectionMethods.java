package dev.beforehand.practice.api;

import dev.beforehand.practice.delivery.SocketServer;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** Gives the addresses of Socket Mode, each good for one connection. */
@Component
@ConditionalOnProperty({"beforehand.practice.on", "beforehand.practice.socket-mode"})
class ConnectionMethods implements MethodFamily {

    private final SocketServer sockets;

    ConnectionMethods(SocketServer sockets) {
        this.sockets = sockets;
    }

    @Override
    public List<Method> methods() {
        return List.of(new Method(
                "apps.connections.open",
                "",
                Method.UNPACED,
                false,
                call -> JsonNodeFactory.instance
                        .objectNode()
                        .put("url", sockets.invite().toString())));
    }
}
