package dev.beforehand.practice.page;

import dev.beforehand.practice.workspace.Person;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.PracticeView;
import dev.beforehand.practice.workspace.Room;
import dev.beforehand.practice.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A workspace to look at: what is done in it is written down in {@link #done}. */
class SampleChat implements Chat {

    static final String CHANNEL = "C0PRECEIVABLES";
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final Workspace workspace = new Workspace();
    final List<PracticeMessage> posts = new ArrayList<>();
    final List<Letter> letters = new ArrayList<>();
    final Map<String, List<PracticeView>> views = new LinkedHashMap<>();
    final List<String> done = new ArrayList<>();
    final List<Runnable> listeners = new ArrayList<>();

    @Nullable
    String refusal;

    Map<String, String> errors = Map.of();

    @Override
    public String company() {
        return "Brightwater Supplies";
    }

    @Override
    public List<Person> people() {
        return workspace.people();
    }

    @Override
    public List<Room> rooms(String person) {
        return workspace.rooms(person);
    }

    @Override
    public List<PracticeMessage> posts(String room, String person) {
        return posts.stream()
                .filter(post -> post.channel().equals(room))
                .filter(post -> post.isVisibleTo(person))
                .toList();
    }

    @Override
    public Optional<PracticeMessage> post(String room, String ts, String person) {
        return posts(room, person).stream().filter(post -> post.ts().equals(ts)).findFirst();
    }

    @Override
    public List<PracticeView> views(String person) {
        return views.getOrDefault(person, List.of());
    }

    @Override
    public List<Letter> letters() {
        return letters;
    }

    @Override
    public Optional<String> act(String person, Place place, JsonNode action, JsonNode state) {
        done.add(person + " acts " + action + " with " + state);
        return Optional.ofNullable(refusal);
    }

    @Override
    public Submitted submit(String person, String view, JsonNode state) {
        done.add(person + " submits " + view + " " + state);
        return new Submitted(errors, refusal);
    }

    @Override
    public void close(String person, String view) {
        done.add(person + " closes " + view);
        views.remove(person);
        listeners.forEach(Runnable::run);
    }

    @Override
    public Optional<String> react(String person, String room, String ts, String emoji) {
        done.add(person + " reacts " + emoji);
        return Optional.ofNullable(refusal);
    }

    @Override
    public Optional<String> say(String person, String room, @Nullable String thread, String text) {
        done.add(person + " says " + text);
        if (refusal == null) {
            say(
                    room,
                    "1371458600.00" + String.format("%04d", posts.size()),
                    person,
                    text,
                    "[]",
                    thread,
                    null,
                    Map.of());
            listeners.forEach(Runnable::run);
        }
        return Optional.ofNullable(refusal);
    }

    @Override
    public Optional<String> nextMorning() {
        done.add("next morning");
        return Optional.ofNullable(refusal);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void say(
            String room,
            String ts,
            String author,
            String text,
            String blocks,
            @Nullable String thread,
            @Nullable String onlyFor,
            Map<String, List<String>> reactions) {
        posts.add(new PracticeMessage(room, ts, author, text, JSON.readTree(blocks), thread, onlyFor, reactions, null));
    }

    void open(String person, String id, String view) {
        views.computeIfAbsent(person, key -> new ArrayList<>())
                .add(new PracticeView(id, person, "h", JSON.readTree(view)));
    }

    void letter(String id, String at, String to, String subject, String html, String text) {
        letters.add(new Letter(
                id,
                Instant.parse(at),
                "Ana Ruiz <accounts@brightwater.example>",
                to,
                "Ana Ruiz <ana@brightwater.example>",
                subject,
                html,
                text,
                "From: Ana Ruiz <accounts@brightwater.example>\nTo: " + to + "\nSubject: " + subject));
    }
}
