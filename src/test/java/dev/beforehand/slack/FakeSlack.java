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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Web API that answers each method as it is told to, in the order told, and otherwise with a plain success. */
public final class FakeSlack implements AutoCloseable {

    /** One request that reached it. */
    public record Received(String method, Map<String, String> fields, long atNanos) {}

    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private static final Answer LOST = HttpExchange::close;
    private static final String UPLOAD = "/upload/";

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> messages = new CopyOnWriteArrayList<>();
    private final Map<String, String> people = new ConcurrentHashMap<>();
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

    /** Somebody other than Ana, whom it knows under every other id. */
    public void knows(String id, String name, String email, String more) {
        people.put(id, """
                {"ok":true,"user":{"id":"%s","real_name":"%s","profile":{"email":"%s"}%s}}""".formatted(id, name, email, more));
    }

    /** How the next requests for this method are answered, one after the other. */
    public void answers(String method, Answer... inTurn) {
        answers.computeIfAbsent(method, m -> new LinkedBlockingDeque<>()).addAll(List.of(inTurn));
    }

    /** How every request for this method is answered that is like this, until {@link #forgetAnswers}. */
    public void always(String method, Predicate<Map<String, String>> like, Answer answer) {
        rules.add(
                (asked, fields) -> asked.equals(method) && like.test(fields) ? Optional.of(answer) : Optional.empty());
    }

    public void forgetAnswers() {
        answers.clear();
        rules.clear();
    }

    private interface Rule {
        Optional<Answer> answer(String method, Map<String, String> fields);
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
        messages.clear();
        forgetAnswers();
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
    public static Answer hangUp() {
        return HttpExchange::close;
    }

    /** Does what it is asked to do, and hangs up. */
    public static Answer lost() {
        return LOST;
    }

    /** The messages that stand, each as {@code channel thread: text}, the oldest first. */
    List<String> standing() {
        return messages.stream()
                .map(m -> "%s %s: %s".formatted(m.get("channel"), m.getOrDefault("thread_ts", "-"), m.get("text")))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var method = path.substring(path.lastIndexOf('/') + 1);
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var fields = path.startsWith(UPLOAD)
                ? Map.of("content", body)
                : body.startsWith("{") ? Map.of("json", body) : form(body);
        received.add(new Received(method, fields, System.nanoTime()));
        var told = Optional.ofNullable(answers.getOrDefault(method, new LinkedBlockingDeque<>())
                        .poll())
                .or(() -> rules.stream()
                        .flatMap(rule -> rule.answer(method, fields).stream())
                        .findFirst())
                .orElse(null);
        if (told == null) {
            send(exchange, 200, answer(method, fields));
        } else if (told == LOST) {
            answer(method, fields);
            exchange.close();
        } else {
            told.to(exchange);
        }
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
            case "chat.postMessage" -> post(fields);
            case "chat.update" -> update(fields);
            case "conversations.history" -> found(fields, fields.get("channel"), null);
            case "conversations.replies" -> found(fields, fields.get("channel"), fields.get("ts"));
            case "files.getUploadURLExternal" ->
                "{\"ok\":true,\"upload_url\":\"%s\",\"file_id\":\"F%d\"}"
                        .formatted(url(UPLOAD + "file"), posts.incrementAndGet());
            case "chat.getPermalink" ->
                "{\"ok\":true,\"permalink\":\"https://brightwater.slack.example/%s\"}"
                        .formatted(fields.get("message_ts"));
            case "conversations.open" -> "{\"ok\":true,\"channel\":{\"id\":\"D%s\"}}".formatted(fields.get("users"));
            case "auth.test" ->
                "{\"ok\":true,\"user_id\":\"U0PBOT\",\"bot_id\":\"B0PBOT\",\"url\":\"https://brightwater.slack.example/\"}";
            case "users.info" -> people.getOrDefault(fields.get("user"), """
                    {"ok":true,"user":{"id":"%s","name":"ana","real_name":"Ana Ruiz",
                     "profile":{"email":"ana@brightwater.example"}}}""".formatted(fields.get("user")));
            default -> "{\"ok\":true}";
        };
    }

    private String post(Map<String, String> fields) {
        var message = new ConcurrentHashMap<>(fields);
        message.put("channel", fields.get("channel").replace("#receivables", "C0PRECEIVABLES"));
        message.put("ts", posts.incrementAndGet() + ".000100");
        messages.add(message);
        return "{\"ok\":true,\"channel\":\"%s\",\"ts\":\"%s\"}".formatted(message.get("channel"), message.get("ts"));
    }

    private String update(Map<String, String> fields) {
        messages.stream()
                .filter(message -> message.get("ts").equals(fields.get("ts")))
                .forEach(message -> message.put("text", fields.getOrDefault("text", "")));
        return "{\"ok\":true}";
    }

    private String found(Map<String, String> fields, String channel, @Nullable String thread) {
        return messages.stream()
                .filter(message ->
                        channel.equals(message.get("channel")) && Objects.equals(thread, message.get("thread_ts")))
                .map(message -> "{\"ts\":\"%s\",\"metadata\":%s}".formatted(message.get("ts"), message.get("metadata")))
                .collect(Collectors.joining(",", "{\"ok\":true,\"messages\":[", "]}"));
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
