package dev.beforehand.slack.agreements;

import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.beforehand.checkins.ClientSaid.Promised;
import dev.beforehand.checkins.Promises;
import dev.beforehand.clients.Role;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.SlackSurface;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes down what a client promised. What cannot stand is said beside the field. */
@Component
class PromiseForm implements SlackSurface {

    private final Promises promises;
    private final Subjects subjects;
    private final PromiseView view;
    private final AboutBlock head;
    private final CurrentColleague current;
    private final Phrases phrases;

    PromiseForm(
            Promises promises,
            Subjects subjects,
            PromiseView view,
            AboutBlock head,
            CurrentColleague current,
            Phrases phrases) {
        this.promises = promises;
        this.subjects = subjects;
        this.view = view;
        this.head = head;
        this.current = current;
        this.phrases = phrases;
    }

    @Override
    public void register(Gate gate) {
        gate.viewSubmission(PromiseView.FORM, Role.ACCOUNT_MANAGER, this::submitted);
    }

    /** Empty where nothing is open. */
    Optional<View> of(About about) {
        return about.open().isEmpty() ? Optional.empty() : Optional.of(render(about));
    }

    private View render(About about) {
        return view.render(about, promises.about(about.invoices()));
    }

    private Response submitted(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var form = request.getPayload().getView();
        var about = subjects.read(About.subject(form.getPrivateMetadata())).orElse(null);
        if (about == null) {
            return context.ackWithErrors(Map.of(PromiseFields.DAY, phrases.say("agreement.gone")));
        }
        if (about.open().isEmpty()) {
            return context.ackWithErrors(Map.of(PromiseFields.DAY, phrases.say("promise.error.nothing-owed")));
        }
        if (!about.metadata().equals(form.getPrivateMetadata())) {
            return context.ackWithUpdate(head.lookAgain(render(about)));
        }
        var errors = new LinkedHashMap<String, String>();
        var promised = new PromiseReader(FormFields.of(form), about.owed(), about.today(), phrases, errors).read(true);
        if (promised == null) {
            return context.ackWithErrors(errors);
        }
        return make(about, promised, request.getPayload().getUser().getId(), context);
    }

    private Response make(About about, Promised promised, String user, ViewSubmissionContext context) {
        var by = current.of(user).id();
        if (!promises.make(about.clientId(), about.invoices(), promised, by)) {
            return context.ackWithErrors(Map.of(PromiseFields.DAY, phrases.say("promise.error.nothing-owed")));
        }
        subjects.seenTo(about.subject(), by);
        return context.ackWithUpdate(view.noted(about.client().name(), promised, promises.graceAfter(promised.on())));
    }
}
