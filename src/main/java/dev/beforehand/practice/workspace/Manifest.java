package dev.beforehand.practice.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the app may do in Slack and what it hears of, as its manifest says. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class Manifest {

    private static final String FILE = "manifest/http.yaml";

    private final Map<?, ?> manifest = read();
    private volatile Set<String> notInstalled = Set.of();

    /** The scopes of the bot token, in the manifest's order. */
    public List<String> scopes() {
        return at("oauth_config", "scopes", "bot")
                .map(String::valueOf)
                .filter(scope -> !notInstalled.contains(scope))
                .toList();
    }

    /** The app is as it was installed before its manifest asked for these scopes; none: it was installed again since. */
    public void installedWithout(String... scopes) {
        notInstalled = Set.of(scopes);
    }

    public boolean hasHome() {
        return manifest.get("features") instanceof Map<?, ?> features
                && features.get("app_home") instanceof Map<?, ?> home
                && Boolean.TRUE.equals(home.get("home_tab_enabled"));
    }

    /** The names of the events that it hears of, {@code reaction_added}. */
    public Set<String> events() {
        return at("settings", "event_subscriptions", "bot_events")
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    /** Its slash commands, each with the slash. */
    public Set<String> commands() {
        return at("features", "slash_commands")
                .filter(Map.class::isInstance)
                .map(command -> String.valueOf(((Map<?, ?>) command).get("command")))
                .collect(Collectors.toSet());
    }

    /** @param callbackId by which it is told which one was chosen */
    public record Shortcut(String callbackId, String name) {}

    /** What can be done with any message. */
    public List<Shortcut> messageShortcuts() {
        return shortcuts("message");
    }

    /** What can be done from anywhere. */
    public List<Shortcut> globalShortcuts() {
        return shortcuts("global");
    }

    private List<Shortcut> shortcuts(String type) {
        return at("features", "shortcuts")
                .filter(Map.class::isInstance)
                .map(each -> (Map<?, ?>) each)
                .filter(shortcut -> type.equals(shortcut.get("type")))
                .map(shortcut ->
                        new Shortcut(String.valueOf(shortcut.get("callback_id")), String.valueOf(shortcut.get("name"))))
                .toList();
    }

    private Stream<?> at(String... names) {
        Object value = manifest;
        for (var name : names) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value instanceof Collection<?> all ? all.stream() : Stream.empty();
    }

    private static Map<?, ?> read() {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The app's manifest cannot be read from " + FILE + ".", e);
        }
    }
}
