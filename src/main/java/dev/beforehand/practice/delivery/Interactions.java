package dev.beforehand.practice.delivery;

import dev.beforehand.practice.workspace.Messages;
import dev.beforehand.practice.workspace.Person;
import dev.beforehand.practice.workspace.PracticeView;
import dev.beforehand.practice.workspace.Room;
import dev.beforehand.practice.workspace.Timestamps;
import dev.beforehand.practice.workspace.Triggers;
import dev.beforehand.practice.workspace.Views;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells Beforehand what a person clicked, chose and filled in. Each answers with what went wrong, in words for them. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class Interactions {

    private static final String GONE = "It is no longer there.";
    private static final String TROUBLE = "⚠ Beforehand did not answer as it should (%s). Please try again.";

    private final SignedPost post;
    private final Messages messages;
    private final Views views;
    private final Triggers triggers;
    private final ResponseUrls responseUrls;
    private final Timestamps timestamps;
    private final Submissions submissions;

    Interactions(
            SignedPost post,
            Messages messages,
            Views views,
            Triggers triggers,
            ResponseUrls responseUrls,
            Timestamps timestamps,
            Submissions submissions) {
        this.post = post;
        this.messages = messages;
        this.views = views;
        this.triggers = triggers;
        this.responseUrls = responseUrls;
        this.timestamps = timestamps;
        this.submissions = submissions;
    }

    /**
     * What became of a form.
     *
     * @param errors block id to what is wrong with its field; the view then stays open
     * @param problem what else went wrong, in words for the person
     */
    public record Submitted(
            Map<String, String> errors, @Nullable String problem) {}

    /** @param value of the chosen option, or the date or person; null for a button */
    public Optional<String> click(
            Person person, Room room, String ts, String blockId, String actionId, @Nullable String value) {
        return messages.find(room.id(), ts)
                .filter(message -> message.isVisibleTo(person.id()))
                .flatMap(message -> Elements.find(message.blocks(), blockId, actionId))
                .map(placed -> act(
                        person,
                        room,
                        ts,
                        Elements.action(placed, value == null ? List.of() : List.of(value)),
                        JsonNodeFactory.instance.objectNode()))
                .orElse(Optional.of(GONE));
    }

    public Optional<String> act(Person person, Room room, String ts, ObjectNode action, JsonNode state) {
        var message = messages.find(room.id(), ts)
                .filter(each -> each.isVisibleTo(person.id()) && isIn(each.blocks(), action))
                .orElse(null);
        if (message == null) {
            return Optional.of(GONE);
        }
        var payload = Payloads.inMessage(person, room, message, Elements.state(message.blocks(), state));
        payload.put("trigger_id", triggers.issue(person.id(), null))
                .put("response_url", responseUrls.issue(new Place(person.id(), room.id(), ts)));
        return trouble(deliver(payload, action));
    }

    public Optional<String> clickInView(
            Person person, String viewId, String blockId, String actionId, @Nullable String value, JsonNode state) {
        return open(person, viewId)
                .flatMap(view -> Elements.find(view.json().path("blocks"), blockId, actionId))
                .map(placed -> actInView(
                        person, viewId, Elements.action(placed, value == null ? List.of() : List.of(value)), state))
                .orElse(Optional.of(GONE));
    }

    public Optional<String> actInView(Person person, String viewId, ObjectNode action, JsonNode state) {
        var view = open(person, viewId)
                .filter(each -> isIn(each.json().path("blocks"), action))
                .orElse(null);
        if (view == null) {
            return Optional.of(GONE);
        }
        var payload = Payloads.inView("block_actions", person, view, stateOf(view, state));
        payload.put("trigger_id", triggers.issue(person.id(), viewId));
        return trouble(deliver(payload, action));
    }

    public Submitted submit(Person person, String viewId, JsonNode state) {
        var view = open(person, viewId).orElse(null);
        if (view == null) {
            return new Submitted(Map.of(), GONE);
        }
        var payload = Payloads.inView("view_submission", person, view, stateOf(view, state));
        payload.put("trigger_id", triggers.issue(person.id(), viewId)).putArray("response_urls");
        var ack = deliver(payload);
        return ack.isGood()
                ? submissions.understand(view, ack.content())
                : new Submitted(Map.of(), trouble(ack).orElseThrow());
    }

    /** The cross or the close button: the view goes away, and Beforehand is told where it asked for that. */
    public Optional<String> close(Person person, String viewId) {
        var view = open(person, viewId).orElse(null);
        if (view == null) {
            return Optional.of(GONE);
        }
        var all = view.json().path("clear_on_close").asBoolean(false);
        if (all) {
            views.closeAll(person.id());
        } else {
            views.close(viewId);
        }
        if (view.json().path("notify_on_close").asBoolean(false)) {
            var state = stateOf(view, view.json().path("state").path("values"));
            deliver(Payloads.inView("view_closed", person, view, state).put("is_cleared", all));
        }
        return Optional.empty();
    }

    private Optional<PracticeView> open(Person person, String viewId) {
        return views.find(viewId).filter(view -> view.user().equals(person.id()));
    }

    private static JsonNode stateOf(PracticeView view, JsonNode given) {
        return Elements.state(view.json().path("blocks"), given);
    }

    private static boolean isIn(JsonNode blocks, JsonNode action) {
        var blockId = action.path("block_id").asString("");
        return Elements.find(blocks, blockId, action.path("action_id").asString(""))
                .isPresent();
    }

    private Ack deliver(ObjectNode payload, ObjectNode action) {
        payload.putArray("actions").add(action.deepCopy().put("action_ts", timestamps.next()));
        return deliver(payload);
    }

    private Ack deliver(ObjectNode payload) {
        var form = "payload=" + URLEncoder.encode(payload.toString(), StandardCharsets.UTF_8);
        return post.send(SignedPost.FORM, form, Map.of());
    }

    private static Optional<String> trouble(Ack ack) {
        return ack.isGood() ? Optional.empty() : Optional.of(TROUBLE.formatted(ack.failure()));
    }
}
