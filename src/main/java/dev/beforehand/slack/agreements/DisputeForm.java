package dev.beforehand.slack.agreements;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.beforehand.checkins.Dispute;
import dev.beforehand.checkins.Dispute.Resolution;
import dev.beforehand.checkins.Disputes;
import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.agreements.DisputeView.Standing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens disputes, hands them over and settles them. What cannot stand is said beside the field. */
@Component
class DisputeForm implements SlackSurface {

    private final Disputes disputes;
    private final Subjects subjects;
    private final DisputeView view;
    private final Colleagues colleagues;
    private final CurrentColleague current;
    private final Phrases phrases;

    DisputeForm(
            Disputes disputes,
            Subjects subjects,
            DisputeView view,
            Colleagues colleagues,
            CurrentColleague current,
            Phrases phrases) {
        this.disputes = disputes;
        this.subjects = subjects;
        this.view = view;
        this.colleagues = colleagues;
        this.current = current;
        this.phrases = phrases;
    }

    @Override
    public void register(App app) {
        app.viewSubmission(DisputeView.FORM, this::submitted);
    }

    /** @param asker sees to it where nobody else is known, unless they choose somebody */
    View of(About about, String asker) {
        var standing = disputes.newest(about.invoices()).filter(Dispute::stands);
        var owner = standing.map(Dispute::ownerId)
                .or(() -> Optional.ofNullable(about.client().accountManagerId()))
                .flatMap(colleagues::find);
        return view.render(
                about,
                standing.map(dispute ->
                                new Standing(dispute, owner.map(Colleague::name).orElse("")))
                        .orElse(null),
                owner.map(Colleague::slackUserId).orElse(asker));
    }

    private Response submitted(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var form = request.getPayload().getView();
        var about = subjects.read(Subject.of(form.getPrivateMetadata())).orElse(null);
        if (about == null) {
            return context.ackWithErrors(Map.of(DisputeView.WORDS, phrases.say("agreement.gone")));
        }
        var fields = FormFields.of(form);
        var by = current.of(request.getPayload().getUser().getId()).id();
        var resolution = fields.option(DisputeView.RESOLUTION);
        return resolution == null
                ? open(about, fields, by, context)
                : settle(about, Resolution.valueOf(resolution), by, context);
    }

    private Response settle(About about, Resolution resolution, ColleagueId by, ViewSubmissionContext context) {
        if (!disputes.resolve(about.clientId(), about.invoices(), resolution, by)) {
            return context.ackWithErrors(Map.of(DisputeView.RESOLUTION, phrases.say("dispute.error.settled")));
        }
        subjects.agreed(about.subject(), by);
        return context.ackWithUpdate(view.settled(about.client().name()));
    }

    private Response open(About about, FormFields fields, ColleagueId by, ViewSubmissionContext context) {
        var reason = fields.option(DisputeView.REASON);
        var owner = fields.user(DisputeView.OWNER);
        var words = fields.text(DisputeView.WORDS);
        var errors = new LinkedHashMap<String, String>();
        if (words.isEmpty()) {
            errors.put(DisputeView.WORDS, phrases.say("dispute.error.words"));
        }
        if (reason == null) {
            errors.put(DisputeView.REASON, phrases.say("dispute.error.reason"));
        }
        if (owner == null) {
            errors.put(DisputeView.OWNER, phrases.say("dispute.error.owner"));
        }
        if (reason == null || owner == null || !errors.isEmpty()) {
            return context.ackWithErrors(errors);
        }
        var isOpen = disputes.open(
                about.clientId(),
                about.invoices(),
                Problem.valueOf(reason),
                words,
                current.of(owner).id(),
                by);
        if (!isOpen) {
            return context.ackWithErrors(Map.of(DisputeView.WORDS, phrases.say("agreement.nothing-open")));
        }
        subjects.agreed(about.subject(), by);
        return context.ackWithUpdate(view.opened(about.client().name()));
    }
}
