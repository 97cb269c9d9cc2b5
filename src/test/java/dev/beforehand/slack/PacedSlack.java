package dev.beforehand.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A Web API that does nothing but keep Slack's pace: a post a second in a channel, and so many calls a minute of each other
 * method, beyond which it answers 429. Each call takes as long as one over the internet. It remembers what each message
 * shows, and nothing else: the practice Slack, which keeps and checks all of every message, would use the processor that is
 * to be measured.
 */
final class PacedSlack implements AutoCloseable {

    private static final Duration LATENCY = Duration.ofMillis(80);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int TIER_3 = 50;
    private static final int TIER_4 = 100;

    private static final Map<String, Integer> A_MINUTE = Map.of(
            "chat.update", TIER_3,
            "conversations.open", TIER_3,
            "users.lookupByEmail", TIER_3,
            "views.open", TIER_4,
            "views.update", TIER_4,
            "chat.postEphemeral", TIER_4,
            "users.info", TIER_4);

    private final HttpServer server;
    private final Map<String, Deque<Long>> calls = new ConcurrentHashMap<>();
    private final Map<String, String> shown = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> tooMany = new ConcurrentHashMap<>();
    private final AtomicInteger posts = new AtomicInteger();
    private volatile boolean hurried;

    PacedSlack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url(String path) {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + path;
    }

    /** From now on it takes whatever comes, at once. */
    void hurry() {
        hurried = true;
    }

    /** What the message shows since its last update; empty where it was never updated. */
    String shows(String ts) {
        return shown.getOrDefault(ts, "");
    }

    int done(String method) {
        return count(done, method).get();
    }

    /** How often it said that these were too many, a method each. */
    String tooMany() {
        return tooMany.toString();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var method = path.substring(path.lastIndexOf('/') + 1);
        var fields = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (hurried) {
            send(exchange, 200, answer(method, fields));
            return;
        }
        pause();
        if (isWithinPace(method, fields)) {
            send(exchange, 200, answer(method, fields));
        } else {
            count(tooMany, method).incrementAndGet();
            exchange.getResponseHeaders().add("Retry-After", "1");
            send(exchange, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
        }
    }

    private boolean isWithinPace(String method, Map<String, String> fields) {
        if (method.equals("chat.postMessage")) {
            return isWithin(method + fields.get("channel"), 1, Duration.ofSeconds(1));
        }
        return !A_MINUTE.containsKey(method) || isWithin(method, A_MINUTE.get(method), MINUTE);
    }

    private boolean isWithin(String what, int most, Duration time) {
        var made = calls.computeIfAbsent(what, each -> new ArrayDeque<>());
        synchronized (made) {
            long now = System.nanoTime();
            while (!made.isEmpty() && now - made.getFirst() >= time.toNanos()) {
                made.removeFirst();
            }
            return made.size() < most && made.add(now);
        }
    }

    private String answer(String method, Map<String, String> fields) {
        count(done, method).incrementAndGet();
        return switch (method) {
            case "chat.update" -> {
                shown.put(fields.get("ts"), fields.get("blocks"));
                yield "{\"ok\":true}";
            }
            case "chat.postMessage" ->
                "{\"ok\":true,\"channel\":\"%s\",\"ts\":\"%d.7\"}"
                        .formatted(fields.get("channel"), posts.incrementAndGet());
            case "conversations.open" -> "{\"ok\":true,\"channel\":{\"id\":\"D%s\"}}".formatted(fields.get("users"));
            case "auth.test" -> "{\"ok\":true,\"user_id\":\"U0BOT\",\"bot_id\":\"B0BOT\",\"team_id\":\"T1\"}";
            case "users.info" -> """
                    {"ok":true,"user":{"id":"%s","real_name":"Somebody","profile":{}}}""".formatted(fields.get("user"));
            default -> "{\"ok\":true}";
        };
    }

    private static AtomicInteger count(Map<String, AtomicInteger> counts, String method) {
        return counts.computeIfAbsent(method, each -> new AtomicInteger());
    }

    private static Map<String, String> form(String body) {
        return body.startsWith("{")
                ? Map.of()
                : Arrays.stream(body.split("&"))
                        .map(field -> field.split("=", 2))
                        .filter(field -> field.length == 2)
                        .collect(Collectors.toMap(
                                field -> field[0],
                                field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8),
                                (first, again) -> again));
    }

    private static void pause() {
        try {
            Thread.sleep(LATENCY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
