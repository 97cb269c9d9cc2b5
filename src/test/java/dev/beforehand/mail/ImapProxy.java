package dev.beforehand.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between the inbox and its server, and lets through what a test wants it to. */
final class ImapProxy implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    private final int server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean away;
    private volatile boolean deaf;
    private volatile boolean idling;

    ImapProxy(int server) throws IOException {
        this.server = server;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What the server tells during IDLE does not come through. */
    void swallowNews() {
        deaf = true;
    }

    void goAway() throws IOException {
        away = true;
        hangUp();
    }

    void comeBack() {
        away = false;
    }

    int connections() {
        return connections.get();
    }

    /** How many were turned away. */
    int refused() {
        return refused.get();
    }

    private void serve() {
        try {
            while (true) {
                var client = socket.accept();
                if (away) {
                    refused.incrementAndGet();
                    client.close();
                } else {
                    connections.incrementAndGet();
                    connect(client, new Socket("localhost", server));
                }
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void connect(Socket client, Socket behind) {
        open.addAll(List.of(client, behind));
        Thread.ofVirtual().start(() -> pass(client, behind, false));
        Thread.ofVirtual().start(() -> pass(behind, client, true));
    }

    private void pass(Socket from, Socket to, boolean fromServer) {
        try (from;
                to) {
            var in = new BufferedInputStream(from.getInputStream());
            for (var line = line(in); line.length > 0; line = line(in)) {
                var text = new String(line, StandardCharsets.ISO_8859_1).strip();
                if (!fromServer) {
                    idling = text.endsWith(" IDLE");
                }
                if (!(fromServer && deaf && idling && text.startsWith("* "))) {
                    write(to.getOutputStream(), line);
                }
            }
        } catch (IOException e) {
            // One of them hung up.
        }
    }

    private static void write(OutputStream out, byte[] line) throws IOException {
        out.write(line);
        out.flush();
    }

    private static byte[] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private void hangUp() throws IOException {
        for (var connection : open) {
            connection.close();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        hangUp();
    }
}
