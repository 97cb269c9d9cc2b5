package dev.beforehand.practice.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The modals that stand open, a stack for each person, and what each sees on Home. Safe for many threads. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class Views {

    /** How many may lie upon each other. */
    public static final int HIGHEST_STACK = 3;

    private final Map<String, List<PracticeView>> stacks = new HashMap<>();
    private final Map<String, PracticeView> homes = new ConcurrentHashMap<>();
    private final BlockIds blockIds = new BlockIds();
    private final AtomicLong last = new AtomicLong();
    private final Changed changed;

    public Views(Changed changed) {
        this.changed = changed;
    }

    /** Opens a view in place of all that this person had open. */
    public PracticeView open(String user, JsonNode view) {
        return place(user, view, List.of());
    }

    /** @return the view on top of those that are open; empty where the stack is full */
    public Optional<PracticeView> push(String user, JsonNode view) {
        synchronized (stacks) {
            var stack = of(user);
            return stack.size() >= HIGHEST_STACK ? Optional.empty() : Optional.of(place(user, view, stack));
        }
    }

    /** Shows this person something else on Home, which keeps its id. */
    public PracticeView publish(String user, JsonNode view) {
        var published = homes.compute(
                user, (person, before) -> complete(before == null ? newId() : before.id(), user, view, null, null));
        changed.tell();
        return published;
    }

    /** What this person sees on Home; empty while nothing was published. */
    public Optional<PracticeView> home(String user) {
        return Optional.ofNullable(homes.get(user));
    }

    /** Shows something else in an open view, which keeps its place and its id. */
    public Optional<PracticeView> update(String id, JsonNode view) {
        Optional<PracticeView> after;
        synchronized (stacks) {
            after = find(id).map(before -> complete(
                    id,
                    before.user(),
                    view,
                    text(before.json(), "root_view_id"),
                    text(before.json(), "previous_view_id")));
            after.ifPresent(
                    now -> stack(now.user()).replaceAll(each -> each.id().equals(id) ? now : each));
        }
        after.ifPresent(now -> changed.tell());
        return after;
    }

    /** Takes a view and whatever lies on it away. */
    public void close(String id) {
        synchronized (stacks) {
            find(id).ifPresent(view -> {
                var stack = stack(view.user());
                stack.subList(stack.indexOf(view), stack.size()).clear();
            });
        }
        changed.tell();
    }

    public void closeAll(String user) {
        synchronized (stacks) {
            stacks.remove(user);
        }
        changed.tell();
    }

    /** A modal that stands open, or somebody's Home. */
    public Optional<PracticeView> find(String id) {
        return Stream.concat(all().stream(), homes.values().stream())
                .filter(view -> view.id().equals(id))
                .findFirst();
    }

    public Optional<PracticeView> withExternalId(String externalId) {
        return all().stream()
                .filter(view -> externalId.equals(text(view.json(), "external_id")))
                .findFirst();
    }

    /** What this person has open, the topmost last. */
    public List<PracticeView> of(String user) {
        synchronized (stacks) {
            return List.copyOf(stacks.getOrDefault(user, List.of()));
        }
    }

    private List<PracticeView> all() {
        synchronized (stacks) {
            return stacks.values().stream().flatMap(List::stream).toList();
        }
    }

    private List<PracticeView> stack(String user) {
        return stacks.computeIfAbsent(user, key -> new ArrayList<>());
    }

    private PracticeView place(String user, JsonNode view, List<PracticeView> below) {
        var id = newId();
        var root = below.isEmpty() ? id : below.getFirst().id();
        var previous = below.isEmpty() ? null : below.getLast().id();
        var placed = complete(id, user, view, root, previous);
        synchronized (stacks) {
            var stack = new ArrayList<>(below);
            stack.add(placed);
            stacks.put(user, stack);
        }
        changed.tell();
        return placed;
    }

    private String newId() {
        return "V0P" + Long.toString(last.incrementAndGet() + 46_656, 36).toUpperCase(Locale.ROOT);
    }

    private PracticeView complete(
            String id, String user, JsonNode view, @Nullable String root, @Nullable String previous) {
        var hash = "%d.%s".formatted(last.incrementAndGet(), Integer.toHexString(view.hashCode()));
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("team_id", Workspace.TEAM_ID)
                .put("type", "modal")
                .put("private_metadata", "")
                .put("callback_id", "")
                .put("external_id", "")
                .put("clear_on_close", false)
                .put("notify_on_close", false)
                .putNull("close")
                .putNull("submit");
        json.setAll((ObjectNode) view.deepCopy());
        json.put("hash", hash)
                .put("root_view_id", root)
                .put("previous_view_id", previous)
                .put("app_id", Workspace.APP_ID)
                .put("app_installed_team_id", Workspace.TEAM_ID)
                .put("bot_id", Workspace.BOT_ID);
        json.putObject("state").putObject("values");
        json.set("blocks", blockIds.complete(view.path("blocks")));
        return new PracticeView(id, user, hash, json);
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.path(name).isString() ? json.path(name).asString() : null;
    }
}
