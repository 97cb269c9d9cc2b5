package dev.beforehand.practice.delivery;

import dev.beforehand.practice.workspace.Messages;
import dev.beforehand.practice.workspace.Person;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.Room;
import dev.beforehand.practice.workspace.Triggers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells Beforehand what a person clicked or chose in a message, and answers with what went wrong, in words for them. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class MessageInteractions {

    private final Interactions interactions;
    private final Messages messages;
    private final Triggers triggers;
    private final ResponseUrls responseUrls;

    MessageInteractions(Interactions interactions, Messages messages, Triggers triggers, ResponseUrls responseUrls) {
        this.interactions = interactions;
        this.messages = messages;
        this.triggers = triggers;
        this.responseUrls = responseUrls;
    }

    /** @param value of the chosen option, or the date or person; null for a button */
    public Optional<String> click(
            Person person, Room room, String ts, String blockId, String actionId, @Nullable String value) {
        return seen(person, room, ts)
                .flatMap(message -> Elements.find(message.blocks(), blockId, actionId))
                .map(placed -> act(
                        person,
                        room,
                        ts,
                        Elements.action(placed, Elements.given(value)),
                        JsonNodeFactory.instance.objectNode()))
                .orElse(Optional.of(Interactions.GONE));
    }

    /** @param action one entry of Slack's {@code actions} */
    public Optional<String> act(Person person, Room room, String ts, ObjectNode action, JsonNode state) {
        var message = seen(person, room, ts)
                .filter(each -> Elements.isIn(each.blocks(), action))
                .orElse(null);
        if (message == null) {
            return Optional.of(Interactions.GONE);
        }
        var payload = Payloads.inMessage(person, room, message, Elements.state(message.blocks(), state));
        payload.put("trigger_id", triggers.issue(person.id(), null))
                .put("response_url", responseUrls.issue(new Place(person.id(), room.id(), ts)));
        return interactions.sendAction(payload, action);
    }

    private Optional<PracticeMessage> seen(Person person, Room room, String ts) {
        return messages.find(room.id(), ts).filter(message -> message.isVisibleTo(person.id()));
    }
}
