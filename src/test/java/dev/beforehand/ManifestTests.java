package dev.beforehand;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.bolt.App;
import com.slack.api.methods.MethodsClient;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.beforehand.slack.SlackDownloads;
import dev.beforehand.slack.SlackTeam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The manifests ask Slack for what the code registers and calls, no more and no less. */
class ManifestTests extends SlackTeam {

    private static final String HTTP = "http.yaml";
    private static final String SOCKET_MODE = "socket-mode.yaml";

    private static final Set<String> HISTORY = Set.of("channels:history", "groups:history", "im:history");

    /** What the token needs for each call that Beforehand makes; an app token opens the connection. */
    private static final Map<String, Set<String>> SCOPES_OF_CALLS = Map.ofEntries(
            Map.entry("authTest", Set.of()),
            Map.entry("chatPostMessage", Set.of("chat:write", "chat:write.public")),
            Map.entry("chatUpdate", Set.of("chat:write")),
            Map.entry("chatPostEphemeral", Set.of("chat:write")),
            Map.entry("chatGetPermalink", Set.of()),
            Map.entry("viewsPublish", Set.of()),
            Map.entry("viewsOpen", Set.of()),
            Map.entry("viewsPush", Set.of()),
            Map.entry("viewsUpdate", Set.of()),
            Map.entry("usersInfo", Set.of("users:read", "users:read.email")),
            Map.entry("usersLookupByEmail", Set.of("users:read", "users:read.email")),
            Map.entry("usergroupsUsersList", Set.of("usergroups:read")),
            Map.entry("filesGetUploadURLExternal", Set.of("files:write")),
            Map.entry("filesCompleteUploadExternal", Set.of("files:write")),
            Map.entry("conversationsOpen", Set.of("im:write")),
            Map.entry("conversationsHistory", HISTORY),
            Map.entry("conversationsReplies", HISTORY),
            Map.entry("appsConnectionsOpen", Set.of()));

    private static final Map<String, Set<String>> SCOPES_OF_EVENTS = Map.of(
            "app_home_opened", Set.of(),
            "reaction_added", Set.of("reactions:read"),
            "message.im", Set.of("im:history"));

    /** What the token needs for what is fetched beside the Web API. */
    private static final Map<Class<?>, String> SCOPES_OF_FETCHING = Map.of(SlackDownloads.class, "files:read");

    private static final Set<String> CALLS = calls();

    @Autowired
    private App app;

    @ParameterizedTest
    @ValueSource(strings = {HTTP, SOCKET_MODE})
    void theCommandsAreThoseThatAreAnswered(String manifest) throws IOException {
        var commands = texts(list(read(manifest), "features", "slash_commands"), "command");
        assertThat(commands).containsExactlyInAnyOrderElementsOf(registered("slashCommandHandlers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {HTTP, SOCKET_MODE})
    void theShortcutsAreThoseThatAreAnswered(String manifest) throws IOException {
        var shortcuts = list(read(manifest), "features", "shortcuts");
        assertThat(ofType("global", shortcuts))
                .containsExactlyInAnyOrderElementsOf(registered("globalShortcutHandlers"));
        assertThat(ofType("message", shortcuts))
                .containsExactlyInAnyOrderElementsOf(registered("messageShortcutHandlers"));
        assertThat(texts(shortcuts, "type")).isSubsetOf("global", "message");
    }

    private static List<String> ofType(String type, List<?> shortcuts) {
        return texts(
                shortcuts.stream()
                        .filter(shortcut -> type.equals(((Map<?, ?>) shortcut).get("type")))
                        .toList(),
                "callback_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {HTTP, SOCKET_MODE})
    void theEventsAreThoseThatAreHandled(String manifest) throws IOException {
        var events = list(read(manifest), "settings", "event_subscriptions", "bot_events");
        assertThat(events).map(String::valueOf).containsExactlyInAnyOrderElementsOf(handledEvents());
    }

    @ParameterizedTest
    @ValueSource(strings = {HTTP, SOCKET_MODE})
    void theScopesAreThoseThatAreNeeded(String manifest) throws IOException {
        var needed = new TreeSet<>(Set.of("commands"));
        CALLS.forEach(call -> {
            assertThat(SCOPES_OF_CALLS).as("the scopes of a call").containsKey(call);
            needed.addAll(SCOPES_OF_CALLS.get(call));
        });
        needed.addAll(SCOPES_OF_FETCHING.values());
        handledEvents().forEach(event -> {
            assertThat(SCOPES_OF_EVENTS).as("the scopes of an event").containsKey(event);
            needed.addAll(SCOPES_OF_EVENTS.get(event));
        });
        assertThat(list(read(manifest), "oauth_config", "scopes", "bot"))
                .map(String::valueOf)
                .containsExactlyInAnyOrderElementsOf(needed);
    }

    @ParameterizedTest
    @ValueSource(strings = {HTTP, SOCKET_MODE})
    void homeIsSwitchedOn(String manifest) throws IOException {
        assertThat(at(read(manifest), "features", "app_home", "home_tab_enabled"))
                .isEqualTo(true);
    }

    @Test
    void eachConnectsInItsWay() throws IOException {
        assertThat(at(read(SOCKET_MODE), "settings", "socket_mode_enabled")).isEqualTo(true);
        assertThat(Files.readString(file(SOCKET_MODE))).doesNotContain("url:");
        assertThat(at(read(HTTP), "settings", "socket_mode_enabled")).isEqualTo(false);
        assertThat(at(read(HTTP), "settings", "event_subscriptions", "request_url"))
                .isEqualTo(at(read(HTTP), "settings", "interactivity", "request_url"))
                .asString()
                .endsWith("/slack/events");
    }

    @ParameterizedTest
    @ValueSource(strings = {HTTP, SOCKET_MODE})
    void theWordsAreNotTooLongForSlack(String manifest) throws IOException {
        var read = read(manifest);
        assertThat(String.valueOf(at(read, "display_information", "name"))).hasSizeLessThanOrEqualTo(35);
        assertThat(String.valueOf(at(read, "display_information", "description")))
                .hasSizeLessThanOrEqualTo(140);
        var commands = list(read, "features", "slash_commands");
        assertThat(texts(commands, "command")).allMatch(command -> command.length() <= 32);
        assertThat(texts(commands, "description")).allMatch(description -> description.length() <= 2_000);
        var shortcuts = list(read, "features", "shortcuts");
        assertThat(shortcuts).hasSizeLessThanOrEqualTo(10);
        assertThat(texts(shortcuts, "name")).allMatch(name -> name.length() <= 24);
        assertThat(texts(shortcuts, "callback_id")).allMatch(id -> id.length() <= 255);
        assertThat(texts(shortcuts, "description")).allMatch(description -> description.length() <= 150);
    }

    /** Messages are handled by their subtype, and only those in direct messages are subscribed to. */
    private Set<String> handledEvents() {
        return registered("eventHandlers").stream()
                .map(event -> event.startsWith("message:") ? "message.im" : event)
                .collect(Collectors.toSet());
    }

    /** The methods of Slack's client that anything in Beforehand calls. */
    private static Set<String> calls() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.beforehand").stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().isEquivalentTo(MethodsClient.class))
                        .map(call -> call.getTarget().getName())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> registered(String handlers) {
        var registered = (Map<?, ?>) ReflectionTestUtils.getField(app, handlers);
        return registered.keySet().stream()
                .map(key -> key instanceof Pattern pattern ? unquoted(pattern) : String.valueOf(key))
                .toList();
    }

    private static String unquoted(Pattern pattern) {
        return pattern.pattern().replaceAll("^\\^?(?:\\\\Q)?|(?:\\\\E)?\\$?$", "");
    }

    private static Path file(String manifest) {
        return Path.of("manifest", manifest);
    }

    private static Map<?, ?> read(String manifest) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file(manifest)));
    }

    private static List<?> list(Map<?, ?> manifest, String... names) {
        return at(manifest, names) instanceof Collection<?> all ? List.copyOf(all) : List.of();
    }

    private static Object at(Map<?, ?> manifest, String... names) {
        Object value = manifest;
        for (var name : names) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    private static List<String> texts(List<?> items, String name) {
        return items.stream()
                .map(item -> String.valueOf(((Map<?, ?>) item).get(name)))
                .toList();
    }
}
