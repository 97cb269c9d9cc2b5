package dev.beforehand.practice;

import dev.beforehand.practice.delivery.Commands;
import dev.beforehand.practice.delivery.Events;
import dev.beforehand.practice.delivery.MessageInteractions;
import dev.beforehand.practice.delivery.Shortcuts;
import dev.beforehand.practice.delivery.Submitted;
import dev.beforehand.practice.delivery.ViewInteractions;
import dev.beforehand.practice.workspace.Changed;
import dev.beforehand.practice.workspace.Files;
import dev.beforehand.practice.workspace.Manifest;
import dev.beforehand.practice.workspace.Messages;
import dev.beforehand.practice.workspace.Person;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.PracticeView;
import dev.beforehand.practice.workspace.Room;
import dev.beforehand.practice.workspace.Views;
import dev.beforehand.practice.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people see and do in the practice workspace. The web page and the tests go through here alike. What needs an ack
 * waits for it, three seconds at most; events are told to Beforehand without waiting. Each call answers with what went
 * wrong, in words for the person; empty where nothing did. Safe for many threads.
 */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class PracticeSlack {

    private final Workspace workspace;
    private final Manifest manifest;
    private final Messages messages;
    private final Files files;
    private final Views views;
    private final MessageInteractions inMessages;
    private final ViewInteractions inViews;
    private final Commands commands;
    private final Shortcuts shortcuts;
    private final Events events;
    private final Changed changed;

    PracticeSlack(
            Workspace workspace,
            Manifest manifest,
            Messages messages,
            Files files,
            Views views,
            MessageInteractions inMessages,
            ViewInteractions inViews,
            Commands commands,
            Shortcuts shortcuts,
            Events events,
            Changed changed) {
        this.workspace = workspace;
        this.manifest = manifest;
        this.messages = messages;
        this.files = files;
        this.views = views;
        this.inMessages = inMessages;
        this.inViews = inViews;
        this.commands = commands;
        this.shortcuts = shortcuts;
        this.events = events;
        this.changed = changed;
    }

    public Workspace workspace() {
        return workspace;
    }

    /** What the app offers to do. */
    public Manifest manifest() {
        return manifest;
    }

    /** All messages and replies in the room that this person sees, oldest first. */
    public List<PracticeMessage> messages(String room, String person) {
        return room(room, person).stream()
                .flatMap(each -> messages.in(room, person).stream())
                .toList();
    }

    public Optional<PracticeMessage> message(String room, String ts, String person) {
        return room(room, person)
                .flatMap(each -> messages.find(room, ts))
                .filter(message -> message.isVisibleTo(person));
    }

    /** The modals that this person has open, the topmost last. */
    public List<PracticeView> views(String person) {
        return views.of(person);
    }

    /** What this person sees on Home; empty while Beforehand has published nothing. */
    public Optional<PracticeView> home(String person) {
        return views.home(person);
    }

    /** Looks at Home. */
    public Optional<String> opensHome(String person) {
        var who = person(person);
        workspace
                .directMessages(who.id())
                .ifPresent(room ->
                        events.openedHome(who.id(), room, views.home(who.id()).orElse(null)));
        return Optional.empty();
    }

    /** @param listener is called after each change, on the thread that made it, and must not wait */
    public void onChange(Runnable listener) {
        changed.listen(listener);
    }

    /**
     * Clicks a button or chooses from a menu of a message.
     *
     * @param value the value of the chosen option, the chosen date or person; null for a button
     */
    public Optional<String> click(
            String person, String room, String ts, String blockId, String actionId, @Nullable String value) {
        return in(room, person, (who, where) -> inMessages.click(who, where, ts, blockId, actionId, value));
    }

    /**
     * The same with Slack's own JSON.
     *
     * @param action one entry of {@code actions} in {@code block_actions}, without its {@code action_ts}
     * @param state what stands in the message's fields: block id to action id to value
     */
    public Optional<String> act(String person, String room, String ts, ObjectNode action, JsonNode state) {
        return in(room, person, (who, where) -> inMessages.act(who, where, ts, action, state));
    }

    /** Clicks or chooses in an open view; {@code state} is as in {@link #submit}. */
    public Optional<String> clickInView(
            String person, String view, String blockId, String actionId, @Nullable String value, JsonNode state) {
        return inViews.click(person(person), view, blockId, actionId, value, state);
    }

    /** The same with Slack's own JSON. */
    public Optional<String> actInView(String person, String view, ObjectNode action, JsonNode state) {
        return inViews.act(person(person), view, action, state);
    }

    /**
     * Sends a form. Fields that {@code state} leaves out keep what they began with.
     *
     * @param state what stands in the view's fields: block id to action id to value, as Slack's {@code state.values}
     */
    public Submitted submit(String person, String view, JsonNode state) {
        return inViews.submit(person(person), view, state);
    }

    public Optional<String> close(String person, String view) {
        return inViews.close(person(person), view);
    }

    /** @param emoji its name without colons */
    public Optional<String> react(String person, String room, String ts, String emoji) {
        return in(room, person, (who, where) -> reaction(who, where, ts, emoji, true));
    }

    public Optional<String> unreact(String person, String room, String ts, String emoji) {
        return in(room, person, (who, where) -> reaction(who, where, ts, emoji, false));
    }

    /** Gives this reaction, or takes it back where this person had given it. */
    public Optional<String> toggleReaction(String person, String room, String ts, String emoji) {
        var given = message(room, ts, person)
                .map(message -> message.reactions().getOrDefault(emoji, List.of()))
                .orElse(List.of());
        return given.contains(person) ? unreact(person, room, ts, emoji) : react(person, room, ts, emoji);
    }

    /** Writes what was typed: a message, a reply, or with a slash at its beginning a command. */
    public Optional<String> say(String person, String room, @Nullable String thread, String text) {
        if (text.startsWith("/") && thread != null) {
            return Optional.of("Commands are not supported in threads.");
        }
        return text.startsWith("/")
                ? command(person, room, text)
                : in(room, person, (who, where) -> message(who, where, thread, text));
    }

    /** @param line with the slash, {@code /invoices due 7} */
    public Optional<String> command(String person, String room, String line) {
        return in(room, person, (who, where) -> commands.run(who, where, line));
    }

    /** Chooses one of the app's shortcuts from the menu of a message. */
    public Optional<String> messageShortcut(String person, String room, String ts, String callbackId) {
        return in(room, person, (who, where) -> shortcuts.choose(who, where, ts, callbackId));
    }

    /** Chooses one of the app's shortcuts that belong to no message. */
    public Optional<String> globalShortcut(String person, String callbackId) {
        return shortcuts.choose(person(person), callbackId);
    }

    /** Drops a file into a room. */
    public Optional<String> drop(String person, String room, String name, byte[] content) {
        return in(room, person, (who, where) -> {
            var file = files.drop(name, content);
            var blocks = JsonNodeFactory.instance.arrayNode();
            blocks.addObject()
                    .put("type", "file")
                    .put("id", file.id())
                    .put("title", file.name())
                    .put("size", file.length());
            var said = messages.post(new Messages.Draft(where.id(), who.id(), "", blocks, null, null));
            events.dropped(said, where, file);
            return Optional.empty();
        });
    }

    private Optional<String> message(Person person, Room room, @Nullable String thread, String text) {
        if (text.isBlank()) {
            return Optional.of("There is nothing to send.");
        }
        if (thread != null && message(room.id(), thread, person.id()).isEmpty()) {
            return Optional.of("The message of this thread is no longer there.");
        }
        var escaped = text.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        var said = messages.post(new Messages.Draft(
                room.id(), person.id(), escaped, JsonNodeFactory.instance.arrayNode(), thread, null));
        events.said(said, room);
        return Optional.empty();
    }

    private Optional<String> reaction(Person person, Room room, String ts, String emoji, boolean give) {
        var message =
                messages.find(room.id(), ts).filter(each -> !each.isEphemeral()).orElse(null);
        if (message == null) {
            return Optional.of("To this message nobody can react.");
        }
        if (give && messages.react(room.id(), ts, emoji, person.id())) {
            events.reacted(person.id(), message, emoji);
        } else if (!give && messages.unreact(room.id(), ts, emoji, person.id())) {
            events.tookBack(person.id(), message, emoji);
        }
        return Optional.empty();
    }

    private Optional<String> in(String room, String person, BiFunction<Person, Room, Optional<String>> deed) {
        var who = person(person);
        return room(room, person)
                .map(where -> deed.apply(who, where))
                .orElseGet(() -> Optional.of("There is no such room for " + who.name() + "."));
    }

    private Optional<Room> room(String id, String person) {
        return workspace.room(id).filter(room -> room.isOpenTo(person));
    }

    private Person person(String id) {
        return workspace
                .person(id)
                .filter(person -> !person.app())
                .orElseThrow(() -> new IllegalArgumentException("Nobody can act as '" + id + "'."));
    }
}
