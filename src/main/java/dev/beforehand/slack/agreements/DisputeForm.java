package dev.beforehand.slack.agreements;

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
import dev.beforehand.clients.Role;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.agreements.DisputeView.Standing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens disputes, or changes, hands over and settles one that stands, apart from all others. What cannot stand is said beside the field. */
@Component
class DisputeForm implements SlackSurface {

    private final Disputes disputes;
    private final Subjects subjects;
    private final DisputeView view;
    private final AboutBlock head;
    private final Colleagues colleagues;
    private final CurrentColleague current;
    private final Phrases phrases;

    DisputeForm(
            Disputes disputes,
            Subjects subjects,
            DisputeView view,
            AboutBlock head,
            Colleagues colleagues,
            CurrentColleague current,
            Phrases phrases) {
        this.disputes = disputes;
        this.subjects = subjects;
        this.view = view;
        this.head = head;
        this.colleagues = colleagues;
        this.current = current;
        this.phrases = phrases;
    }

    @Override
    public void register(Gate gate) {
        gate.viewSubmission(DisputeView.FORM, Role.ACCOUNT_MANAGER, this::submitted);
    }

    /**
     * @param asker sees to it where nobody else is known, unless they choose somebody
     * @return empty where nothing is open or in dispute
     */
    Optional<View> of(About about, String asker) {
        var scope = scope(about);
        var standing = disputes.about(scope.named()).stream().findFirst();
        if (about.open().isEmpty() && standing.isEmpty()) {
            return Optional.empty();
        }
        var owner = standing.map(Dispute::ownerId)
                .or(() -> Optional.ofNullable(about.client().accountManagerId()))
                .flatMap(colleagues::find);
        var shown = standing.map(dispute -> new Standing(
                dispute,
                owner.map(Colleague::name).orElse(""),
                scope.invoices().size() < about.invoices().size()));
        return Optional.of(view.render(
                scope, shown.orElse(null), owner.map(Colleague::slackUserId).orElse(asker)));
    }

    /** The invoices of the newest dispute that stands; where none does, all. */
    private About scope(About about) {
        var open = about.invoices();
        var standing = disputes.about(about.named());
        return standing.stream()
                .filter(dispute -> open.isEmpty() || open.contains(dispute.invoiceId()))
                .findFirst()
                .map(newest -> about.only(standing.stream()
                        .filter(newest::isOneWith)
                        .map(Dispute::invoiceId)
                        .toList()))
                .orElse(about);
    }

    private Response submitted(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var form = request.getPayload().getView();
        var user = request.getPayload().getUser().getId();
        var about = subjects.read(About.subject(form.getPrivateMetadata())).orElse(null);
        if (about == null) {
            return context.ackWithErrors(Map.of(DisputeView.WORDS, phrases.say("agreement.gone")));
        }
        var scope = scope(about);
        var now = of(about, user).orElse(null);
        if (now != null && !scope.metadata().equals(form.getPrivateMetadata())) {
            return context.ackWithUpdate(head.lookAgain(now));
        }
        var fields = FormFields.of(form);
        var by = current.of(user).id();
        var resolution = fields.option(DisputeView.RESOLUTION);
        return resolution == null
                ? open(scope, fields, by, context)
                : settle(scope, Resolution.valueOf(resolution), by, context);
    }

    private Response settle(About about, Resolution resolution, ColleagueId by, ViewSubmissionContext context) {
        if (!disputes.resolve(about.clientId(), about.named(), resolution, by)) {
            return context.ackWithErrors(Map.of(DisputeView.RESOLUTION, phrases.say("dispute.error.settled")));
        }
        subjects.seenTo(about.subject(), by);
        return context.ackWithUpdate(view.noted("dispute.settled", about));
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
        var seesToIt = current.of(owner).id();
        var client = about.clientId();
        if (!disputes.open(client, about.invoices(), Problem.valueOf(reason), words, seesToIt, by)) {
            return context.ackWithErrors(Map.of(DisputeView.WORDS, phrases.say("agreement.nothing-open")));
        }
        disputes.handOver(client, about.named(), seesToIt, by);
        subjects.seenTo(about.subject(), by);
        return context.ackWithUpdate(view.noted("dispute.opened", about));
    }
}
