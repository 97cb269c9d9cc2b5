package dev.beforehand.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that misbehaves as it is told, at the point it is told. */
final class ScriptedSmtpServer implements AutoCloseable {

    /** Where a conversation can go wrong. */
    enum Point {
        GREETING("220 ready"),
        EHLO("250 hello"),
        MAIL("250 ok"),
        RCPT("250 ok"),
        DATA("354 go on"),
        BODY(""),
        CONTENT("250 taken"),
        RSET("250 ok"),
        QUIT("221 bye");

        private final String answer;

        Point(String answer) {
            this.answer = answer;
        }
    }

    static final String DROP = "drop";
    static final String HANG = "hang";

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final Map<Point, String> answers = new ConcurrentHashMap<>();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    final List<String> letters = new CopyOnWriteArrayList<>();

    ScriptedSmtpServer() throws IOException {
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    ScriptedSmtpServer at(Point point, String answer) {
        answers.put(point, answer);
        return this;
    }

    private void serve() {
        try {
            while (true) {
                var client = socket.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> talk(client));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void talk(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            var open = answer(client, Point.GREETING);
            while (open) {
                var line = in.readLine();
                var point = line == null ? Point.QUIT : Point.valueOf(line.split("[ :]")[0]);
                open = answer(client, point) && point != Point.QUIT;
                if (open && point == Point.DATA && !answers.containsKey(Point.DATA)) {
                    open = takes(in) && answer(client, Point.CONTENT);
                }
            }
        } catch (IOException e) {
            // The client has gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answer(Socket client, Point point) throws IOException, InterruptedException {
        var answer = answers.getOrDefault(point, point.answer);
        if (answer.equals(HANG)) {
            Thread.sleep(Long.MAX_VALUE);
        }
        if (answer.equals(DROP)) {
            return false;
        }
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private boolean takes(BufferedReader in) throws IOException {
        var content = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (answers.containsKey(Point.BODY)) {
                return false;
            }
            content.append(line).append('\n');
        }
        letters.add(content.toString());
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
