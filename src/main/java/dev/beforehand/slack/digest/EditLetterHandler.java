package dev.beforehand.slack.digest;

import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.beforehand.clients.Role;
import dev.beforehand.reminders.LetterDecisions;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.reminders.Settled;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.LetterRefusals;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.digest.EditLetterView.Opened;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes in what somebody changed about a letter of today. What cannot be done is said beside the field. */
@Component
class EditLetterHandler implements SlackSurface {

    private final Reminders reminders;
    private final LetterDecisions decisions;
    private final EditLetterView view;
    private final CurrentColleague current;
    private final DigestPages pages;
    private final DigestRefresh digest;
    private final LetterRefusals refusals;

    EditLetterHandler(
            Reminders reminders,
            LetterDecisions decisions,
            EditLetterView view,
            CurrentColleague current,
            DigestPages pages,
            DigestRefresh digest,
            LetterRefusals refusals) {
        this.reminders = reminders;
        this.decisions = decisions;
        this.view = view;
        this.current = current;
        this.pages = pages;
        this.digest = digest;
        this.refusals = refusals;
    }

    @Override
    public void register(Gate gate) {
        gate.viewSubmission(EditLetterView.FORM, Role.ACCOUNT_MANAGER, this::edit);
    }

    private Response edit(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var form = request.getPayload().getView();
        var opened = Opened.of(form.getPrivateMetadata());
        var by = current.of(request.getPayload().getUser().getId()).id();
        var settled = reminders
                .find(opened.letter())
                .map(letter -> decisions.edit(letter.id(), view.read(FormFields.of(form), letter, opened), by))
                .orElseGet(Settled.Unknown::new);
        var field = settled instanceof Settled.NothingLeft ? EditLetterView.INVOICES : EditLetterView.SUBJECT;
        return refusals.sentence(settled)
                .map(why -> refused(context, field, why))
                .orElseGet(() -> saved(context, form, opened));
    }

    private Response saved(ViewSubmissionContext context, View form, Opened opened) {
        if (form.getPreviousViewId() != null) {
            pages.refreshLetters(form.getPreviousViewId(), opened.offset());
        }
        return context.ack();
    }

    private Response refused(ViewSubmissionContext context, String field, String why) {
        digest.changed();
        return context.ack(r -> r.responseAction("errors").errors(Map.of(field, why)));
    }
}
