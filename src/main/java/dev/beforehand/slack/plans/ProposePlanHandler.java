package dev.beforehand.slack.plans;

import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Role;
import dev.beforehand.plans.Plans;
import dev.beforehand.plans.Proposal;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import dev.beforehand.slack.agreements.AgreementMenu;
import dev.beforehand.slack.agreements.Subject;
import dev.beforehand.slack.agreements.Subjects;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The button *Propose plan* and the form behind it, which shows what its inputs come to. */
@Component
class ProposePlanHandler implements SlackSurface {

    private final PlanPreviews previews;
    private final ProposePlanModal modal;
    private final PlanErrors errors;
    private final Plans plans;
    private final Subjects subjects;
    private final CurrentColleague current;
    private final SlackGateway gateway;
    private final Afterwards afterwards;
    private final Whispers whispers;

    ProposePlanHandler(
            PlanPreviews previews,
            ProposePlanModal modal,
            PlanErrors errors,
            Plans plans,
            Subjects subjects,
            CurrentColleague current,
            SlackGateway gateway,
            Afterwards afterwards,
            Whispers whispers) {
        this.previews = previews;
        this.modal = modal;
        this.errors = errors;
        this.plans = plans;
        this.subjects = subjects;
        this.current = current;
        this.gateway = gateway;
        this.afterwards = afterwards;
        this.whispers = whispers;
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(AgreementMenu.PLAN, Role.ACCOUNT_MANAGER, this::open);
        gate.blockAction(Pattern.compile(PlanDraft.FIELD + ".+"), Role.ACCOUNT_MANAGER, this::change);
        gate.viewSubmission(ProposePlanModal.FORM, Role.ACCOUNT_MANAGER, this::submit);
    }

    private Response open(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        var subject = Subject.of(click.getActions().getFirst().getValue());
        previews.first(subject)
                .ifPresentOrElse(
                        preview -> {
                            var opened = gateway.openView(click.getTriggerId(), modal.render(preview));
                            if (opened instanceof Reply.Refused<View> refused) {
                                whispers.whisper(click, refused.problem().sentence());
                            }
                        },
                        () -> whispers.whisper(click, previews.refusal(subject)));
        return context.ack();
    }

    /** Whoever changed something else meanwhile changed the hash too, and the form shows that; a submission looks again. */
    private Response change(BlockActionRequest request, ActionContext context) {
        var view = request.getPayload().getView();
        afterwards.run(
                "Showing a plan's schedule",
                () -> previews.of(PlanPreview.subject(view.getPrivateMetadata()), FormFields.of(view))
                        .ifPresent(preview -> gateway.updateView(view.getId(), view.getHash(), modal.render(preview))));
        return context.ack();
    }

    private Response submit(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var view = request.getPayload().getView();
        var subject = PlanPreview.subject(view.getPrivateMetadata());
        var preview = previews.of(subject, FormFields.of(view)).orElse(null);
        if (preview == null) {
            return context.ackWithErrors(Map.of(PlanDraft.INSTALMENTS, previews.refusal(subject)));
        }
        if (!preview.errors().isEmpty()) {
            return context.ackWithErrors(preview.errors());
        }
        if (!preview.metadata().equals(view.getPrivateMetadata())) {
            return context.ackWithUpdate(modal.renderAgain(preview));
        }
        var by = current.of(request.getPayload().getUser().getId()).id();
        var refused =
                errors.of(propose(subject, preview.draft(), by), preview.draft().currency());
        if (!refused.isEmpty()) {
            return context.ackWithErrors(refused);
        }
        subjects.seenTo(subject, by);
        return context.ack();
    }

    private Proposal propose(Subject subject, PlanDraft draft, ColleagueId by) {
        var about = subjects.read(subject).orElseThrow();
        var terms = Objects.requireNonNull(draft.terms(), "A schedule was shown for these terms.");
        return plans.propose(about.clientId(), about.invoices(), draft.currency(), terms, by);
    }
}
