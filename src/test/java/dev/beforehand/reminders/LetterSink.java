package dev.beforehand.reminders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A mail server that takes every letter, and says when each step of taking it is reached. */
final class LetterSink implements AutoCloseable {

    /** Where a conversation stands. */
    enum Step {
        CONNECTED,
        ADDRESSED,
        ASKED_FOR,
        /** It has the whole letter and has not said so. */
        TAKEN,
        CONFIRMED
    }

    /** A letter of which every byte arrived. */
    record Taken(String messageId, String to) {}

    final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Consumer<Step> watcher;

    /** @param watcher is told of each step before the client hears of it */
    LetterSink(Consumer<Step> watcher) throws IOException {
        this.watcher = watcher;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void talk(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            watcher.accept(Step.CONNECTED);
            say(client, "220 ready");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                answer(client, in, line);
            }
        } catch (IOException e) {
            // The client is dead.
        }
    }

    private void answer(Socket client, BufferedReader in, String line) throws IOException {
        switch (line.split("[ :]")[0]) {
            case "RCPT" -> {
                watcher.accept(Step.ADDRESSED);
                say(client, "250 ok");
            }
            case "DATA" -> {
                watcher.accept(Step.ASKED_FOR);
                say(client, "354 go on");
                take(in);
                watcher.accept(Step.TAKEN);
                say(client, "250 taken");
                watcher.accept(Step.CONFIRMED);
            }
            case "QUIT" -> say(client, "221 bye");
            default -> say(client, "250 ok");
        }
    }

    private void take(BufferedReader in) throws IOException {
        String id = "";
        String to = "";
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("half a letter");
            }
            if (line.startsWith("Message-ID: ") && id.isEmpty()) {
                id = line.substring("Message-ID: ".length());
            }
            if (line.startsWith("To: ") && to.isEmpty()) {
                to = line.replaceFirst(".*<", "").replaceFirst(">.*", "");
            }
        }
        taken.add(new Taken(id, to));
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
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
