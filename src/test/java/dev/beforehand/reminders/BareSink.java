package dev.beforehand.reminders;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A mail server that does as little as it can: it answers each command at once, and hands on what it took. */
final class BareSink implements AutoCloseable {

    private static final byte[] OK = line("250 ok");
    private static final byte[] GO_ON = line("354 go on");
    private static final byte[] END = line("\r\n.");

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    /** Each letter's bytes as they came, but for the final dot; a test takes them from here. */
    final Queue<byte[]> letters = new ConcurrentLinkedQueue<>();

    private volatile boolean forgetful;

    BareSink() throws IOException {
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Whether letters are only taken, and not kept. */
    void forget(boolean forgetful) {
        this.forgetful = forgetful;
    }

    private void serve() {
        try {
            while (true) {
                var client = socket.accept();
                client.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> talk(client));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void talk(Socket client) {
        try (client) {
            new Conversation(client.getInputStream(), client.getOutputStream()).hold();
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private final class Conversation {

        private final InputStream in;
        private final OutputStream out;
        private final byte[] read = new byte[1 << 16];
        private int at;
        private int end;

        Conversation(InputStream in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        void hold() throws IOException {
            out.write(line("220 ready"));
            for (int first = next(); first >= 0; first = next()) {
                upToTheEndOfTheLine();
                if (first == 'D') {
                    out.write(GO_ON);
                    take();
                }
                out.write(OK);
            }
        }

        private void upToTheEndOfTheLine() throws IOException {
            for (int next = next(); next != '\n' && next >= 0; next = next()) {
                // What a command says beyond its name does not matter.
            }
        }

        private void take() throws IOException {
            var content = new ByteArrayOutputStream(1 << 13);
            int matched = 0;
            while (matched < END.length) {
                int next = next();
                if (next < 0) {
                    throw new IOException("half a letter");
                }
                matched = next == END[matched] ? matched + 1 : next == END[0] ? 1 : 0;
                if (!forgetful) {
                    content.write(next);
                }
            }
            if (!forgetful) {
                letters.add(content.toByteArray());
            }
        }

        private int next() throws IOException {
            if (at == end) {
                at = 0;
                end = in.read(read);
            }
            return end < 0 ? -1 : read[at++];
        }
    }

    private static byte[] line(String text) {
        return (text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
