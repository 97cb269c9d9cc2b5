package dev.beforehand.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.beforehand.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Web API that answers each method as it is told to, in the order told, and otherwise with a plain success. */
public final class FakeSlack implements AutoCloseable {

    /** One request that reached it. */
    public record Received(String method, Map<String, String> fields, long atNanos) {}

    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private static final String UPLOAD = "/upload/";

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final AtomicInteger posts = new AtomicInteger();
    private final Map<String, LinkedBlockingDeque<Answer>> answers = new ConcurrentHashMap<>();

    public FakeSlack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String apiUrl() {
        return url("/api/");
    }

    public String url(String path) {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + path;
    }

    /** How the next requests for this method are answered, one after the other. */
    public void answers(String method, Answer... inTurn) {
        answers.computeIfAbsent(method, m -> new LinkedBlockingDeque<>()).addAll(List.of(inTurn));
    }

    public List<Received> received(String method) {
        return received.stream().filter(r -> r.method().equals(method)).toList();
    }

    /** Why blocks or views that reached it break Slack's limits. */
    public List<String> refused() {
        return refused;
    }

    public void forgetAll() {
        received.clear();
        answers.clear();
    }

    public static Answer json(String json) {
        return exchange -> send(exchange, 200, json);
    }

    public static Answer error(String code) {
        return json("{\"ok\":false,\"error\":\"" + code + "\"}");
    }

    static Answer status(int status) {
        return exchange -> send(exchange, status, "{}");
    }

    static Answer tooMany(int retryAfterSeconds) {
        return exchange -> {
            exchange.getResponseHeaders().add("Retry-After", Integer.toString(retryAfterSeconds));
            send(exchange, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
        };
    }

    /** Takes the request and hangs up. */
    static Answer hangUp() {
        return HttpExchange::close;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var method = path.substring(path.lastIndexOf('/') + 1);
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var fields = path.startsWith(UPLOAD)
                ? Map.of("content", body)
                : body.startsWith("{") ? Map.of("json", body) : form(body);
        received.add(new Received(method, fields, System.nanoTime()));
        var told = answers.getOrDefault(method, new LinkedBlockingDeque<>()).poll();
        (told == null ? json(answer(method, fields)) : told).to(exchange);
    }

    private String answer(String method, Map<String, String> fields) {
        var problems = Stream.of("blocks", "view")
                .filter(fields::containsKey)
                .flatMap(part -> Golden.refusals(fields.get(part)).stream())
                .toList();
        refused.addAll(problems);
        return problems.isEmpty() ? success(method, fields) : "{\"ok\":false,\"error\":\"invalid_blocks\"}";
    }

    private String success(String method, Map<String, String> fields) {
        return switch (method) {
            case "chat.postMessage" ->
                "{\"ok\":true,\"channel\":\"%s\",\"ts\":\"%d.000100\"}"
                        .formatted(
                                fields.get("channel").replace("#receivables", "C0PRECEIVABLES"),
                                posts.incrementAndGet());
            case "files.getUploadURLExternal" ->
                "{\"ok\":true,\"upload_url\":\"%s\",\"file_id\":\"F%d\"}"
                        .formatted(url(UPLOAD + "file"), posts.incrementAndGet());
            case "chat.getPermalink" ->
                "{\"ok\":true,\"permalink\":\"https://brightwater.slack.example/%s\"}"
                        .formatted(fields.get("message_ts"));
            case "conversations.open" -> "{\"ok\":true,\"channel\":{\"id\":\"D%s\"}}".formatted(fields.get("users"));
            case "auth.test" -> "{\"ok\":true,\"user_id\":\"U0PBOT\",\"bot_id\":\"B0PBOT\"}";
            case "users.info" -> """
                    {"ok":true,"user":{"id":"%s","name":"ana","real_name":"Ana Ruiz",
                     "profile":{"email":"ana@brightwater.example"}}}""".formatted(fields.get("user"));
            default -> "{\"ok\":true}";
        };
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(
                        field -> decoded(field[0]), field -> decoded(field[1]), (first, again) -> again));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
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
