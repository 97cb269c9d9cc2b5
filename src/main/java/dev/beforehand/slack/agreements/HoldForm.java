package dev.beforehand.slack.agreements;

import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.beforehand.checkins.Hold;
import dev.beforehand.checkins.HoldId;
import dev.beforehand.checkins.Holding;
import dev.beforehand.checkins.Holds;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.clients.Role;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.agreements.HoldView.Standing;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Places and releases holds. What cannot be done is said beside the field. */
@Component
class HoldForm implements SlackSurface {

    private final Holds holds;
    private final Subjects subjects;
    private final Colleagues colleagues;
    private final HoldView view;
    private final CurrentColleague current;
    private final SlackGateway gateway;
    private final Afterwards afterwards;
    private final Phrases phrases;

    HoldForm(
            Holds holds,
            Subjects subjects,
            Colleagues colleagues,
            HoldView view,
            CurrentColleague current,
            SlackGateway gateway,
            Afterwards afterwards,
            Phrases phrases) {
        this.holds = holds;
        this.subjects = subjects;
        this.colleagues = colleagues;
        this.view = view;
        this.current = current;
        this.gateway = gateway;
        this.afterwards = afterwards;
        this.phrases = phrases;
    }

    @Override
    public void register(Gate gate) {
        gate.viewSubmission(HoldView.FORM, Role.ACCOUNT_MANAGER, this::place);
        gate.blockAction(HoldView.RELEASE, Role.ACCOUNT_MANAGER, this::release);
    }

    /**
     * What is held is one invoice, or all letters to the client.
     *
     * @return empty where the invoice is not open
     */
    Optional<View> of(About about) {
        if (about.subject() instanceof Subject.OfInvoice) {
            return about.open().isEmpty() ? Optional.empty() : Optional.of(render(about));
        }
        return Optional.of(render(subjects.allOf(about.client())));
    }

    /** With what is on hold of the same already, the client as a whole among it. */
    private View render(About about) {
        var standing = holds.standing(about.clientId(), about.today()).stream()
                .filter(hold -> hold.invoiceId() == null || about.named().contains(hold.invoiceId()))
                .map(hold -> new Standing(hold, number(hold, about), name(hold)))
                .toList();
        return view.render(about, standing);
    }

    private static @Nullable String number(Hold hold, About about) {
        return about.lines().stream()
                .filter(line -> line.id().equals(hold.invoiceId()))
                .map(line -> line.invoice().number())
                .findFirst()
                .orElse(null);
    }

    private String name(Hold hold) {
        return colleagues.find(hold.authorId()).map(Colleague::name).orElse("");
    }

    private Response place(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var payload = request.getPayload();
        var form = FormFields.of(payload.getView());
        var until = form.date(HoldView.UNTIL);
        if (until == null) {
            return refused(context, HoldView.UNTIL, "no-day");
        }
        var by = current.of(payload.getUser().getId()).id();
        var about = subjects.read(Subject.of(payload.getView().getPrivateMetadata()));
        if (about.isEmpty()) {
            return context.ackWithErrors(Map.of(HoldView.UNTIL, phrases.say("agreement.gone")));
        }
        return switch (place(about.get(), until, form.text(HoldView.REASON), by)) {
            case Holding.Placed placed -> context.ackWithUpdate(view.placed(about.get(), until));
            case Holding.DayPast past -> refused(context, HoldView.UNTIL, "day-past");
            case Holding.DayTooFar far -> refused(context, HoldView.UNTIL, "day-far");
            case Holding.NoReason none -> refused(context, HoldView.REASON, "no-reason");
            case Holding.NotOpen gone -> refused(context, HoldView.UNTIL, "not-open");
        };
    }

    /** One invoice, or whatever the client owes. */
    private Holding place(About about, LocalDate until, String reason, ColleagueId by) {
        return about.subject() instanceof Subject.OfInvoice invoice
                ? holds.invoice(invoice.id(), until, reason, by)
                : holds.client(about.clientId(), until, reason, by);
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
        return context.ackWithErrors(Map.of(field, phrases.say("hold.error." + why)));
    }
}
