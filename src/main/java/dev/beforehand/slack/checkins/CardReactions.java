package dev.beforehand.slack.checkins;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.ReactionAddedEvent;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackPost;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reactions on cards, for those who are quicker with an emoji than with a button; on anything else they mean nothing. */
@Component
class CardReactions implements SlackSurface {

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
    public void register(App app) {
        app.event(ReactionAddedEvent.class, this::added);
    }

    private Response added(EventsApiPayload<ReactionAddedEvent> payload, EventContext context) {
        var reaction = payload.getEvent();
        var item = reaction.getItem();
        if (item != null && "message".equals(item.getType())) {
            cards.at(new Posted(item.getChannel(), item.getTs())).ifPresent(id -> answer(id, reaction));
        }
        return context.ack();
    }

    private void answer(CheckInId id, ReactionAddedEvent reaction) {
        Optional<SlackMessage> answer = switch (reaction.getReaction()) {
            case "eyes" -> claims.claim(id, reaction.getUser()).map(SlackMessage::of);
            case "white_check_mark" -> Optional.of(outcomes.question(id));
            case "speech_balloon" -> reader.read(id).map(forms::offer);
            default -> Optional.empty();
        };
        var thread = cards.post(id).map(SlackPost::threadTs).orElse(null);
        answer.ifPresent(
                message -> whispers.whisper(reaction.getItem().getChannel(), thread, reaction.getUser(), message));
    }
}
