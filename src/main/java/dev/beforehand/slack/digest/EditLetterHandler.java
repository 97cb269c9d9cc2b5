package dev.beforehand.slack.digest;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dev.beforehand.letters.Phrases;
import dev.beforehand.reminders.Edit;
import dev.beforehand.reminders.ReminderId;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.reminders.Settled;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.FormFields;
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
    private final Phrases phrases;

    EditLetterHandler(Reminders reminders, EditLetterView view, CurrentColleague current, Phrases phrases) {
        this.reminders = reminders;
        this.view = view;
        this.current = current;
        this.phrases = phrases;
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
        return switch (settled) {
            case Settled.Done done -> context.ack();
            case Settled.NothingLeft nothing -> refused(context, EditLetterView.DROPPED, "nothing-left");
            case Settled.NotWaiting now ->
                refused(context, EditLetterView.SUBJECT, now.state().toString());
            case Settled.WrittenToday written -> refused(context, EditLetterView.SUBJECT, "written-today");
            case Settled.Unknown unknown -> refused(context, EditLetterView.SUBJECT, "gone");
        };
    }

    private Optional<Edit> read(ReminderId id, FormFields form) {
        return reminders
                .find(id)
                .flatMap(letter -> reminders.preview(id).map(preview -> view.read(form, letter, preview)));
    }

    private Response refused(ViewSubmissionContext context, String field, String why) {
        return context.ack(
                r -> r.responseAction("errors").errors(Map.of(field, phrases.say("reminder.refused." + why))));
    }
}
