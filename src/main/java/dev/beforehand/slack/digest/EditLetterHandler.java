package dev.beforehand.slack.digest;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dev.beforehand.reminders.Edit;
import dev.beforehand.reminders.ReminderId;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.reminders.Settled;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.LetterRefusals;
import dev.beforehand.slack.SlackSurface;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes in what somebody changed about a letter of today. What cannot be done is said beside the field. */
@Component
class EditLetterHandler implements SlackSurface {

    private final Reminders reminders;
    private final EditLetterView view;
    private final CurrentColleague current;
    private final LetterRefusals refusals;

    EditLetterHandler(Reminders reminders, EditLetterView view, CurrentColleague current, LetterRefusals refusals) {
        this.reminders = reminders;
        this.view = view;
        this.current = current;
        this.refusals = refusals;
    }

    @Override
    public void register(App app) {
        app.viewSubmission(EditLetterView.FORM, this::edit);
    }

    private Response edit(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var payload = request.getPayload();
        var id = new ReminderId(Long.parseLong(payload.getView().getPrivateMetadata()));
        var settled = read(id, FormFields.of(payload.getView()))
                .map(edit -> reminders.edit(
                        id, edit, current.of(payload.getUser().getId()).id()))
                .orElseGet(() -> reminders
                        .find(id)
                        .<Settled>map(now -> new Settled.NotWaiting(now.state()))
                        .orElseGet(Settled.Unknown::new));
        var field = settled instanceof Settled.NothingLeft ? EditLetterView.DROPPED : EditLetterView.SUBJECT;
        return refusals.sentence(settled)
                .map(why -> context.ack(r -> r.responseAction("errors").errors(Map.of(field, why))))
                .orElseGet(context::ack);
    }

    private Optional<Edit> read(ReminderId id, FormFields form) {
        return reminders
                .find(id)
                .flatMap(letter -> reminders.preview(id).map(preview -> view.read(form, letter, preview)));
    }
}
