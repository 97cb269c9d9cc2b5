package dev.beforehand.slack.holds;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dev.beforehand.checkins.HoldId;
import dev.beforehand.checkins.Holding;
import dev.beforehand.checkins.Holds;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackSurface;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Places and releases holds. What cannot be done is said beside the field. */
@Component
class HoldHandler implements SlackSurface {

    private final Holds holds;
    private final HoldView view;
    private final CurrentColleague current;
    private final SlackGateway gateway;
    private final Afterwards afterwards;
    private final Phrases phrases;

    HoldHandler(
            Holds holds,
            HoldView view,
            CurrentColleague current,
            SlackGateway gateway,
            Afterwards afterwards,
            Phrases phrases) {
        this.holds = holds;
        this.view = view;
        this.current = current;
        this.gateway = gateway;
        this.afterwards = afterwards;
        this.phrases = phrases;
    }

    @Override
    public void register(App app) {
        app.viewSubmission(HoldView.FORM, this::place);
        app.blockAction(HoldView.RELEASE, this::release);
    }

    private Response place(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var payload = request.getPayload();
        var form = FormFields.of(payload.getView());
        var until = form.date(HoldView.UNTIL);
        if (until == null) {
            return refused(context, HoldView.UNTIL, "no-day");
        }
        var by = current.of(payload.getUser().getId()).id();
        var subject = HoldSubject.of(payload.getView().getPrivateMetadata());
        return switch (place(subject, until, form.text(HoldView.REASON), by)) {
            case Holding.Placed placed ->
                context.ack(r -> r.responseAction("update").view(view.placed(until)));
            case Holding.DayPast past -> refused(context, HoldView.UNTIL, "day-past");
            case Holding.DayTooFar far -> refused(context, HoldView.UNTIL, "day-far");
            case Holding.NoReason none -> refused(context, HoldView.REASON, "no-reason");
            case Holding.NotOpen gone -> refused(context, HoldView.UNTIL, "not-open");
        };
    }

    private Holding place(HoldSubject subject, LocalDate until, String reason, ColleagueId by) {
        return subject.invoice() == null
                ? holds.client(subject.client(), until, reason, by)
                : holds.invoice(subject.invoice(), until, reason, by);
    }

    private Response release(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        var id = new HoldId(Long.parseLong(click.getActions().getFirst().getValue()));
        var released = holds.release(id, current.of(click.getUser().getId()).id());
        var shown = click.getView().getId();
        afterwards.run("Showing a release", () -> gateway.updateView(shown, null, view.released(released)));
        return context.ack();
    }

    private Response refused(ViewSubmissionContext context, String field, String why) {
        return context.ack(r -> r.responseAction("errors").errors(Map.of(field, phrases.say("hold.error." + why))));
    }
}
