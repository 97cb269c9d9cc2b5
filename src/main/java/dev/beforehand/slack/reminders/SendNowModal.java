package dev.beforehand.slack.reminders;

import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.beforehand.checkins.CheckIn;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.Role;
import dev.beforehand.reminders.LetterRequests;
import dev.beforehand.reminders.Preview;
import dev.beforehand.reminders.SendNow;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import dev.beforehand.slack.checkins.CheckInButtons;
import org.springframework.stereotype.Component;

/** Shows a letter before it leaves, and has it sent. Whether it may leave is looked at again when it is submitted. */
@Component
class SendNowModal implements SlackSurface {

    private final LetterRequests requests;
    private final CheckIns checkIns;
    private final LetterView views;
    private final SlackGateway gateway;
    private final CurrentColleague current;
    private final Whispers whispers;

    SendNowModal(
            LetterRequests requests,
            CheckIns checkIns,
            LetterView views,
            SlackGateway gateway,
            CurrentColleague current,
            Whispers whispers) {
        this.requests = requests;
        this.checkIns = checkIns;
        this.views = views;
        this.gateway = gateway;
        this.current = current;
        this.whispers = whispers;
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(CheckInButtons.SEND_REMINDER, Role.ACCOUNT_MANAGER, this::open);
        gate.viewSubmission(LetterView.SEND, Role.ACCOUNT_MANAGER, this::send);
    }

    private Response open(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        var about = CheckInButtons.checkIn(click);
        var letter = checkIns.find(about)
                .map(this::preview)
                .map(preview -> views.render(preview, about.toString()))
                .orElseGet(views::gone);
        if (gateway.openView(click.getTriggerId(), letter) instanceof Reply.Refused<View> refused) {
            whispers.whisper(click, refused.problem().sentence());
        }
        return context.ack();
    }

    private Response send(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var payload = request.getPayload();
        var about = new CheckInId(Long.parseLong(payload.getView().getPrivateMetadata()));
        var answer = checkIns.find(about)
                .map(checkIn -> send(checkIn, payload.getUser().getId()))
                .orElseGet(views::gone);
        return context.ack(r -> r.responseAction("update").view(answer));
    }

    private View send(CheckIn checkIn, String slackUser) {
        var by = current.of(slackUser);
        return switch (requests.send(checkIn.clientId(), checkIns.invoicesOf(checkIn.id()), by.id())) {
            case SendNow.Requested requested -> views.requested();
            case SendNow.Held held -> views.held(held);
        };
    }

    private Preview preview(CheckIn checkIn) {
        return requests.preview(checkIn.clientId(), checkIns.invoicesOf(checkIn.id()));
    }
}
