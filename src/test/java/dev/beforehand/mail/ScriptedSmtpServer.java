package dev.beforehand.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

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
    private static final Queue<String> NONE = new ArrayDeque<>();

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final Map<Point, String> answers = new ConcurrentHashMap<>();
    private final Map<Point, Queue<String>> next = new ConcurrentHashMap<>();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    final List<String> letters = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger open = new AtomicInteger();

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

    /** Answers so the next times that this point is reached, and then as before; an empty answer stands for the usual one. */
    ScriptedSmtpServer next(Point point, String... answers) {
        next.computeIfAbsent(point, p -> new ConcurrentLinkedQueue<>()).addAll(List.of(answers));
        return this;
    }

    /** Closes all connections, as a server does that was idle for too long. */
    void hangUp() throws IOException {
        for (var client : clients) {
            client.close();
        }
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
        connections.incrementAndGet();
        open.incrementAndGet();
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            converse(client, in);
        } catch (IOException e) {
            // The client has gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    private void converse(Socket client, BufferedReader in) throws IOException, InterruptedException {
        var goesOn = says(client, answerAt(Point.GREETING));
        var midLetter = false;
        while (goesOn) {
            var line = in.readLine();
            var point = line == null ? Point.QUIT : Point.valueOf(line.split("[ :]")[0]);
            var answer = point == Point.MAIL && midLetter ? "503 one letter at a time" : answerAt(point);
            midLetter = point == Point.MAIL || midLetter && point != Point.RSET;
            goesOn = says(client, answer) && point != Point.QUIT;
            if (goesOn && answer.startsWith("354")) {
                goesOn = takes(in) && says(client, answerAt(Point.CONTENT));
                midLetter = false;
            }
        }
    }

    private String answerAt(Point point) {
        var planned = next.getOrDefault(point, NONE).poll();
        return planned == null || planned.isEmpty() ? answers.getOrDefault(point, point.answer) : planned;
    }

    private static boolean says(Socket client, String answer) throws IOException, InterruptedException {
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
        var line = in.readLine();
        for (; line != null && !line.equals("."); line = in.readLine()) {
            if (answers.containsKey(Point.BODY)) {
                return false;
            }
            content.append(line).append('\n');
        }
        if (line == null) {
            return false;
        }
        letters.add(content.toString());
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
            hangUp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
