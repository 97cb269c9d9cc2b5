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
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Stands between the inbox and its server, and lets through what a test wants it to. */
final class ImapProxy implements AutoCloseable {

    private static final Pattern CONTENT = Pattern.compile("(.* FETCH .*BODY\\[]<\\d+>) ?\\{(\\d+)}");

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    private final int server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean away;
    private volatile boolean deaf;
    private volatile boolean impatient;
    private volatile boolean plain;
    private volatile boolean mute;
    private final AtomicLong told = new AtomicLong();
    private final AtomicInteger idles = new AtomicInteger();
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

    /** The server hangs up on whoever waits for news. */
    void hangUpOnWaiting() {
        impatient = true;
    }

    /** The server does not know IDLE. */
    void forgetIdle() {
        plain = true;
    }

    /** The server has messages, and nothing in them. */
    void giveNothing() {
        mute = true;
    }

    /** How many bytes the server has sent. */
    long told() {
        return told.get();
    }

    /** How often somebody began to wait for news. */
    int idles() {
        return idles.get();
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
                if (fromServer) {
                    told.addAndGet(line.length);
                    if (!(deaf && idling && text.startsWith("* "))) {
                        write(to.getOutputStream(), answered(line, text, in));
                    }
                } else {
                    idling = text.endsWith(" IDLE");
                    idles.addAndGet(idling ? 1 : 0);
                    if (idling && impatient) {
                        return;
                    }
                    write(to.getOutputStream(), line);
                }
            }
        } catch (IOException e) {
            // One of them hung up.
        }
    }

    private byte[] answered(byte[] line, String text, InputStream in) throws IOException {
        if (plain && text.contains("CAPABILITY")) {
            return (text.replace(" IDLE", "") + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        }
        var content = CONTENT.matcher(text);
        if (mute && content.matches()) {
            in.skipNBytes(Integer.parseInt(content.group(2)));
            return (content.group(1) + " NIL").getBytes(StandardCharsets.ISO_8859_1);
        }
        return line;
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
