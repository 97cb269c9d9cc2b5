package dev.beforehand.slack.correspondence;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.clients.Role;
import dev.beforehand.correspondence.Answered;
import dev.beforehand.correspondence.Correspondence;
import dev.beforehand.correspondence.Incoming;
import dev.beforehand.correspondence.Incoming.State;
import dev.beforehand.correspondence.IncomingChanged;
import dev.beforehand.correspondence.IncomingId;
import dev.beforehand.correspondence.Settlement;
import dev.beforehand.correspondence.WrittenAnswers;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The buttons on the card of a mail: *Reply* with its form, *No action*, *Address is right again*. */
@Component
class IncomingMailSurface implements SlackSurface {

    private final Correspondence correspondence;
    private final WrittenAnswers answers;
    private final IncomingCardReader reader;
    private final AnswerModal modal;
    private final IncomingRefresh refresh;
    private final CurrentColleague current;
    private final Colleagues colleagues;
    private final SlackGateway gateway;
    private final Whispers whispers;
    private final Phrases phrases;

    IncomingMailSurface(
            Correspondence correspondence,
            WrittenAnswers answers,
            IncomingCardReader reader,
            AnswerModal modal,
            IncomingRefresh refresh,
            CurrentColleague current,
            Colleagues colleagues,
            SlackGateway gateway,
            Whispers whispers,
            Phrases phrases) {
        this.correspondence = correspondence;
        this.answers = answers;
        this.reader = reader;
        this.modal = modal;
        this.refresh = refresh;
        this.current = current;
        this.colleagues = colleagues;
        this.gateway = gateway;
        this.whispers = whispers;
        this.phrases = phrases;
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(IncomingButtons.ANSWER, Role.ACCOUNT_MANAGER, this::open);
        gate.viewSubmission(AnswerModal.FORM, Role.ACCOUNT_MANAGER, this::answer);
        gate.blockAction(
                IncomingButtons.NO_ACTION,
                Role.ACCOUNT_MANAGER,
                (request, context) -> settle(request, context, State.NO_ACTION));
        gate.blockAction(
                IncomingButtons.REACHABLE,
                Role.ACCOUNT_MANAGER,
                (request, context) -> settle(request, context, State.TAKEN_UP));
    }

    private Response open(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        var card = reader.read(mail(click)).orElse(null);
        if (card == null) {
            whispers.whisper(click, phrases.say("reply.refused.gone"));
        } else if (!card.mail().isWaiting()) {
            refuse(click, card.mail());
        } else if (gateway.openView(click.getTriggerId(), modal.render(card)) instanceof Reply.Refused<View> refused) {
            whispers.whisper(click, refused.problem().sentence());
        }
        return context.ack();
    }

    private Response answer(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var view = request.getPayload().getView();
        var text = FormFields.of(view).text(AnswerModal.TEXT);
        if (text.isBlank()) {
            return refused(context, phrases.say("reply.refused.empty"));
        }
        var by = current.of(request.getPayload().getUser().getId()).id();
        return switch (answers.send(new IncomingId(Long.parseLong(view.getPrivateMetadata())), text, by)) {
            case Answered.OnItsWay onItsWay -> context.ack();
            case Answered.NotNow notNow -> refused(context, phrases.say(notNow.why()));
            case Answered.NotWaiting notWaiting -> refused(context, refusal(notWaiting.now()));
            case Answered.Unknown unknown -> refused(context, phrases.say("reply.refused.gone"));
        };
    }

    private static Response refused(ViewSubmissionContext context, String sentence) {
        return context.ackWithErrors(Map.of(AnswerModal.TEXT, sentence));
    }

    private Response settle(BlockActionRequest request, ActionContext context, State state) {
        var click = request.getPayload();
        var by = current.of(click.getUser().getId()).id();
        switch (correspondence.settle(mail(click), state, by)) {
            case Settlement.Done done -> {}
            case Settlement.Already already -> refuse(click, already.now());
            case Settlement.Unknown unknown -> whispers.whisper(click, phrases.say("reply.refused.gone"));
        }
        return context.ack();
    }

    /** The card that was clicked shows less than the database knows. */
    private void refuse(BlockActionPayload click, Incoming now) {
        whispers.whisper(click, refusal(now));
        refresh.changed(new IncomingChanged(now.id()));
    }

    private String refusal(Incoming now) {
        var by = Optional.ofNullable(now.settledBy()).flatMap(colleagues::find).map(Colleague::name);
        return phrases.say(
                "reply.refused.settled",
                Map.of("by", by.<Object>map(Format::name).orElse(false)));
    }

    private static IncomingId mail(BlockActionPayload click) {
        return new IncomingId(Long.parseLong(click.getActions().getFirst().getValue()));
    }
}
