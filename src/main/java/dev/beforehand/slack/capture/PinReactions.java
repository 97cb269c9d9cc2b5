package dev.beforehand.slack.capture;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.ReactionAddedEvent;
import dev.beforehand.clients.Role;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.ClientThreads;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Gate.Asked;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.Roles;
import dev.beforehand.slack.SlackSurface;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A pin on a client's card keeps the talk under it; one on a message in the same thread keeps that. */
@Component
class PinReactions implements SlackSurface {

    private static final String PIN = "pushpin";

    private final Pins pins;
    private final PinDesk desk;
    private final ClientThreads cards;
    private final Roles roles;
    private final CurrentColleague current;
    private final Afterwards afterwards;

    PinReactions(
            Pins pins,
            PinDesk desk,
            ClientThreads cards,
            Roles roles,
            CurrentColleague current,
            Afterwards afterwards) {
        this.pins = pins;
        this.desk = desk;
        this.cards = cards;
        this.roles = roles;
        this.current = current;
        this.afterwards = afterwards;
    }

    @Override
    public void register(Gate gate) {
        gate.event(ReactionAddedEvent.class, this::asked, this::added);
    }

    /** On anything but a card it may be just a pin, of which nobody wants to hear what they may not. */
    private Optional<Asked> asked(ReactionAddedEvent reaction) {
        return message(reaction)
                .filter(message -> cards.client(message).isPresent())
                .map(message -> new Asked(
                        reaction.getUser(),
                        Role.ACCOUNT_MANAGER,
                        message.channel(),
                        cards.root(message).ts()));
    }

    private Response added(EventsApiPayload<ReactionAddedEvent> payload, EventContext context) {
        var reaction = payload.getEvent();
        message(reaction).ifPresent(message -> pinned(message, reaction.getUser()));
        return context.ack();
    }

    private void pinned(Posted message, String user) {
        var client = cards.client(message);
        if (client.isPresent() || isMeant(message, user)) {
            long id = pins.add(message, client.orElse(null), current.of(user).id(), user);
            afterwards.run("Keeping a thread", () -> desk.seeTo(id));
        }
    }

    private boolean isMeant(Posted message, String user) {
        return cards.mayBeIn(message.channel())
                && roles.of(user)
                        .filter(role -> role.includes(Role.ACCOUNT_MANAGER))
                        .isPresent();
    }

    private static Optional<Posted> message(ReactionAddedEvent reaction) {
        var item = reaction.getItem();
        return PIN.equals(reaction.getReaction()) && item != null && "message".equals(item.getType())
                ? Optional.of(new Posted(item.getChannel(), item.getTs()))
                : Optional.empty();
    }
}
