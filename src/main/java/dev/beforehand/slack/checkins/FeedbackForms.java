package dev.beforehand.slack.checkins;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.model.view.View;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.Whispers;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Opens the feedback form, or offers to where nothing was clicked that could open it. */
@Component
class FeedbackForms {

    private final CheckInCardReader reader;
    private final FeedbackModal modal;
    private final CheckInButtons buttons;
    private final SlackGateway gateway;
    private final Whispers whispers;
    private final Phrases phrases;

    FeedbackForms(
            CheckInCardReader reader,
            FeedbackModal modal,
            CheckInButtons buttons,
            SlackGateway gateway,
            Whispers whispers,
            Phrases phrases) {
        this.reader = reader;
        this.modal = modal;
        this.buttons = buttons;
        this.gateway = gateway;
        this.whispers = whispers;
        this.phrases = phrases;
    }

    /** Opens the form before the ack; an ephemeral message that led there has done its part. */
    void open(BlockActionPayload click, CheckInId id, FeedbackAsk ask) {
        var card = reader.read(id).orElse(null);
        if (card == null) {
            whispers.whisper(click, phrases.say("card.refused.gone"));
        } else if (ask == FeedbackAsk.PROMISE && card.open().isEmpty()) {
            whispers.whisper(click, phrases.say("promise.error.nothing-owed"));
        } else {
            var form = modal.render(FeedbackSheet.open(id), card.client(), card.open(), card.problem(), ask);
            opened(
                    click,
                    click.getView() == null
                            ? gateway.openView(click.getTriggerId(), form)
                            : gateway.pushView(click.getTriggerId(), form));
        }
    }

    /** A button that opens the form. */
    SlackMessage offer(CheckInCard card) {
        var question = phrases.say("feedback.offer", Map.of("client", Format.name(card.client())));
        return new SlackMessage(
                question,
                List.of(section(s -> s.text(markdownText(question))), actions(List.of(buttons.feedback(card.id())))));
    }

    private void opened(BlockActionPayload click, Reply<View> reply) {
        if (reply instanceof Reply.Refused<View> refused) {
            whispers.whisper(click, refused.problem().sentence());
        } else if (click.getContainer() != null && click.getContainer().isEphemeral()) {
            whispers.whisper(click, phrases.say("feedback.opened"));
        }
    }
}
