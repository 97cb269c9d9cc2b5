package dev.beforehand.slack.checkins;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.ReactionAddedEvent;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.clients.Role;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Gate.Asked;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPost;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reactions on cards, for those who are quicker with an emoji than with a button; on anything else they mean nothing. */
@Component
class CardReactions implements SlackSurface {

    private static final String CLAIM = "eyes";
    private static final String DONE = "white_check_mark";
    private static final String FEEDBACK = "speech_balloon";
    private static final Set<String> ASKING = Set.of(CLAIM, DONE, FEEDBACK);

    private final CheckInCards cards;
    private final CheckInCardReader reader;
    private final Claims claims;
    private final Outcomes outcomes;
    private final FeedbackForms forms;
    private final Whispers whispers;

    CardReactions(
            CheckInCards cards,
            CheckInCardReader reader,
            Claims claims,
            Outcomes outcomes,
            FeedbackForms forms,
            Whispers whispers) {
        this.cards = cards;
        this.reader = reader;
        this.claims = claims;
        this.outcomes = outcomes;
        this.forms = forms;
        this.whispers = whispers;
    }

    @Override
    public void register(Gate gate) {
        gate.event(ReactionAddedEvent.class, this::asked, this::added);
    }

    /** Any other emoji is just an emoji. */
    private Optional<Asked> asked(ReactionAddedEvent reaction) {
        return ASKING.contains(reaction.getReaction())
                ? card(reaction)
                        .map(id -> new Asked(
                                reaction.getUser(),
                                Role.ACCOUNT_MANAGER,
                                reaction.getItem().getChannel(),
                                thread(id)))
                : Optional.empty();
    }

    private Response added(EventsApiPayload<ReactionAddedEvent> payload, EventContext context) {
        var reaction = payload.getEvent();
        card(reaction).ifPresent(id -> answer(id, reaction));
        return context.ack();
    }

    private Optional<CheckInId> card(ReactionAddedEvent reaction) {
        var item = reaction.getItem();
        return item != null && "message".equals(item.getType())
                ? cards.at(new Posted(item.getChannel(), item.getTs()))
                : Optional.empty();
    }

    private @Nullable String thread(CheckInId id) {
        return cards.post(id).map(SlackPost::threadTs).orElse(null);
    }

    private void answer(CheckInId id, ReactionAddedEvent reaction) {
        Optional<SlackMessage> answer = switch (reaction.getReaction()) {
            case CLAIM -> claims.claim(id, reaction.getUser()).map(SlackMessage::of);
            case DONE -> Optional.of(outcomes.question(id));
            case FEEDBACK -> reader.read(id).map(forms::offer);
            default -> Optional.empty();
        };
        answer.ifPresent(
                message -> whispers.whisper(reaction.getItem().getChannel(), thread(id), reaction.getUser(), message));
    }
}
