package dev.beforehand.practice;

import dev.beforehand.practice.workspace.Changed;
import dev.beforehand.practice.workspace.Messages;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.PracticeView;
import dev.beforehand.practice.workspace.Views;
import dev.beforehand.practice.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What people see and do in the practice workspace. The web page and the tests go through here alike. A call waits until
 * Beforehand has acked, three seconds at most, and answers with what then went wrong, in words for the person; empty
 * where nothing did. Safe for many threads.
 */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class PracticeSlack {

    private final Workspace workspace;
    private final Messages messages;
    private final Views views;
    private final Changed changed;

    PracticeSlack(Workspace workspace, Messages messages, Views views, Changed changed) {
        this.workspace = workspace;
        this.messages = messages;
        this.views = views;
        this.changed = changed;
    }

    /**
     * What became of a form.
     *
     * @param errors block id to what is wrong with its field; the view then stays open
     * @param problem what else went wrong, in words for the person
     */
    public record Submitted(
            Map<String, String> errors, @Nullable String problem) {}

    public Workspace workspace() {
        return workspace;
    }

    /** All messages and replies in the room that this person sees, oldest first. */
    public List<PracticeMessage> messages(String room, String person) {
        return workspace.room(room).filter(each -> each.isOpenTo(person)).stream()
                .flatMap(each -> messages.in(room, person).stream())
                .toList();
    }

    public Optional<PracticeMessage> message(String room, String ts, String person) {
        return messages.find(room, ts).filter(message -> message.isVisibleTo(person));
    }

    /** The modals that this person has open, the topmost last. */
    public List<PracticeView> views(String person) {
        return views.of(person);
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
        throw new UnsupportedOperationException();
    }

    /**
     * The same with Slack's own JSON.
     *
     * @param action one entry of {@code actions} in {@code block_actions}, without its {@code action_ts}
     * @param state what stands in the message's fields: block id to action id to value
     */
    public Optional<String> act(String person, String room, String ts, JsonNode action, JsonNode state) {
        throw new UnsupportedOperationException();
    }

    /** Clicks or chooses in an open view; {@code state} is as in {@link #submit}. */
    public Optional<String> actInView(String person, String view, JsonNode action, JsonNode state) {
        throw new UnsupportedOperationException();
    }

    /** @param state what stands in the view's fields: block id to action id to value, as Slack's {@code state.values} */
    public Submitted submit(String person, String view, JsonNode state) {
        throw new UnsupportedOperationException();
    }

    public Optional<String> close(String person, String view) {
        throw new UnsupportedOperationException();
    }

    /** Gives this reaction, or takes it back where it was given. */
    public Optional<String> toggleReaction(String person, String room, String ts, String emoji) {
        throw new UnsupportedOperationException();
    }

    public Optional<String> react(String person, String room, String ts, String emoji) {
        throw new UnsupportedOperationException();
    }

    public Optional<String> unreact(String person, String room, String ts, String emoji) {
        throw new UnsupportedOperationException();
    }

    /** Writes what was typed: a message, a reply, or with a slash at its beginning a command. */
    public Optional<String> say(String person, String room, @Nullable String thread, String text) {
        throw new UnsupportedOperationException();
    }

    /** @param text the whole line, {@code /invoices due 7} */
    public Optional<String> command(String person, String room, String text) {
        throw new UnsupportedOperationException();
    }
}
