package dev.beforehand.practice.delivery;

import dev.beforehand.practice.workspace.Person;
import dev.beforehand.practice.workspace.PracticeView;
import dev.beforehand.practice.workspace.Triggers;
import dev.beforehand.practice.workspace.Views;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells Beforehand what a person did in a modal or on Home, and answers with what went wrong, in words for them. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class ViewInteractions {

    private final Interactions interactions;
    private final Views views;
    private final Triggers triggers;
    private final Submissions submissions;

    ViewInteractions(Interactions interactions, Views views, Triggers triggers, Submissions submissions) {
        this.interactions = interactions;
        this.views = views;
        this.triggers = triggers;
        this.submissions = submissions;
    }

    /** @param value of the chosen option, or the date or person; null for a button */
    public Optional<String> click(
            Person person, String viewId, String blockId, String actionId, @Nullable String value, JsonNode state) {
        return open(person, viewId)
                .flatMap(view -> Elements.find(view.json().path("blocks"), blockId, actionId))
                .map(placed -> act(person, viewId, Elements.action(placed, Elements.given(value)), state))
                .orElse(Optional.of(Interactions.GONE));
    }

    /** @param action one entry of Slack's {@code actions} */
    public Optional<String> act(Person person, String viewId, ObjectNode action, JsonNode state) {
        var view = open(person, viewId)
                .filter(each -> Elements.isIn(each.json().path("blocks"), action))
                .orElse(null);
        if (view == null) {
            return Optional.of(Interactions.GONE);
        }
        var payload = Payloads.inView("block_actions", person, view, stateOf(view, state));
        payload.put("trigger_id", triggers.issue(person.id(), view.isHome() ? null : viewId));
        return interactions.sendAction(payload, action);
    }

    public Submitted submit(Person person, String viewId, JsonNode state) {
        var view = open(person, viewId).orElse(null);
        if (view == null) {
            return new Submitted(Map.of(), Interactions.GONE);
        }
        var payload = Payloads.inView("view_submission", person, view, stateOf(view, state));
        payload.put("trigger_id", triggers.issue(person.id(), viewId)).putArray("response_urls");
        var ack = interactions.send(payload);
        return Interactions.trouble(ack)
                .map(words -> new Submitted(Map.of(), words))
                .orElseGet(() -> submissions.understand(view, ack.content()));
    }

    /** The cross or the close button: the view goes away, and Beforehand is told where it asked for that. */
    public Optional<String> close(Person person, String viewId) {
        var view = open(person, viewId).orElse(null);
        if (view == null) {
            return Optional.of(Interactions.GONE);
        }
        var all = view.json().path("clear_on_close").asBoolean(false);
        if (all) {
            views.closeAll(person.id());
        } else {
            views.close(viewId);
        }
        if (view.json().path("notify_on_close").asBoolean(false)) {
            var state = stateOf(view, view.json().path("state").path("values"));
            interactions.send(
                    Payloads.inView("view_closed", person, view, state).put("is_cleared", all));
        }
        return Optional.empty();
    }

    private Optional<PracticeView> open(Person person, String viewId) {
        return views.find(viewId).filter(view -> view.user().equals(person.id()));
    }

    private static JsonNode stateOf(PracticeView view, JsonNode given) {
        return Elements.state(view.json().path("blocks"), given);
    }
}
