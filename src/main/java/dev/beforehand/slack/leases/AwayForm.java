package dev.beforehand.slack.leases;

import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import dev.beforehand.checkins.Absentees;
import dev.beforehand.checkins.Leases;
import dev.beforehand.clients.Absence;
import dev.beforehand.clients.Absences;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.clients.Leave;
import dev.beforehand.clients.Role;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.FormFields;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.leases.AwayView.Standing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code /invoices away}: until when somebody is away and who stands in for them; and being back early. */
@Component
public class AwayForm implements SlackSurface {

    private final Absentees absentees;
    private final Absences absences;
    private final Leases leases;
    private final Colleagues colleagues;
    private final Holders holders;
    private final AwayView view;
    private final HandingWords words;
    private final CurrentColleague current;
    private final SlackGateway gateway;
    private final Afterwards afterwards;
    private final Phrases phrases;
    private final Clock clock;

    AwayForm(
            Absentees absentees,
            Absences absences,
            Leases leases,
            Colleagues colleagues,
            Holders holders,
            AwayView view,
            HandingWords words,
            CurrentColleague current,
            SlackGateway gateway,
            Afterwards afterwards,
            Phrases phrases,
            Clock clock) {
        this.absentees = absentees;
        this.absences = absences;
        this.leases = leases;
        this.colleagues = colleagues;
        this.holders = holders;
        this.view = view;
        this.words = words;
        this.current = current;
        this.gateway = gateway;
        this.afterwards = afterwards;
        this.phrases = phrases;
        this.clock = clock;
    }

    @Override
    public void register(Gate gate) {
        gate.viewSubmission(AwayView.FORM, Role.ACCOUNT_MANAGER, this::leave);
        gate.blockAction(AwayView.BACK, Role.ACCOUNT_MANAGER, this::comeBack);
    }

    /** @return why it was not opened; empty where it was */
    public Optional<String> open(String user, String triggerId) {
        var who = current.of(user).id();
        var today = LocalDate.now(clock);
        var standing = absences.of(who, today).map(this::standing).orElse(null);
        var form = view.render(today, leases.heldBy(who).size(), standing);
        return gateway.openView(triggerId, form) instanceof Reply.Refused<View> refused
                ? Optional.of(refused.problem().sentence())
                : Optional.empty();
    }

    private Standing standing(Absence absence) {
        var backup = colleagues.find(absence.backupId()).orElseThrow();
        return new Standing(absence.backOn(), backup.name(), backup.slackUserId());
    }

    private Response leave(ViewSubmissionRequest request, ViewSubmissionContext context) {
        var form = FormFields.of(request.getPayload().getView());
        var backOn = form.date(AwayView.BACK_ON);
        var backup = form.user(AwayView.BACKUP);
        if (backOn == null) {
            return refused(context, AwayView.BACK_ON, phrases.say("away.error.no-day"));
        }
        if (backup == null) {
            return refused(context, AwayView.BACKUP, phrases.say("away.error.nobody"));
        }
        if (!holders.mayHold(backup)) {
            return refused(context, AwayView.BACKUP, phrases.say("lease.refused.no-role"));
        }
        var who = current.of(request.getPayload().getUser().getId()).id();
        var standsIn = current.of(backup);
        return switch (absentees.leave(who, backOn, standsIn.id())) {
            case Leave.Noted noted -> context.ackWithUpdate(view.notice(noted(noted.absence(), standsIn)));
            case Leave.DayPast past -> refused(context, AwayView.BACK_ON, phrases.say("away.error.day-past"));
            case Leave.DayTooFar far -> refused(context, AwayView.BACK_ON, phrases.say("away.error.day-far"));
            case Leave.OwnBackup own -> refused(context, AwayView.BACKUP, phrases.say("away.error.own-backup"));
            case Leave.BackupAway away -> refused(context, AwayView.BACKUP, words.away(away.absence()));
        };
    }

    private String noted(Absence absence, Colleague standsIn) {
        return phrases.say(
                "away.noted",
                Map.of(
                        "backOn",
                        Format.day(absence.backOn(), LocalDate.now(clock)),
                        "backup",
                        Format.name(standsIn.name())));
    }

    private Response comeBack(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        var wasAway = absentees.comeBack(current.of(click.getUser().getId()).id());
        var sentence = phrases.say(wasAway ? "away.back" : "away.back.already");
        var shown = click.getView().getId();
        afterwards.run("Showing that somebody is back", () -> gateway.updateView(shown, null, view.notice(sentence)));
        return context.ack();
    }

    private static Response refused(ViewSubmissionContext context, String field, String why) {
        return context.ackWithErrors(Map.of(field, why));
    }
}
