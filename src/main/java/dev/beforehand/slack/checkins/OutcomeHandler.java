package dev.beforehand.slack.checkins;

import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.beforehand.checkins.CheckIn.Outcome;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.Role;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import org.springframework.stereotype.Component;

/** The button *Done* and the outcomes that it offers. */
@Component
class OutcomeHandler implements SlackSurface {

    private final Outcomes outcomes;
    private final CheckIns checkIns;
    private final FeedbackForms forms;
    private final CurrentColleague current;
    private final CheckInRefresh refresh;
    private final Whispers whispers;

    OutcomeHandler(
            Outcomes outcomes,
            CheckIns checkIns,
            FeedbackForms forms,
            CurrentColleague current,
            CheckInRefresh refresh,
            Whispers whispers) {
        this.outcomes = outcomes;
        this.checkIns = checkIns;
        this.forms = forms;
        this.current = current;
        this.refresh = refresh;
        this.whispers = whispers;
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(CheckInButtons.DONE, Role.ACCOUNT_MANAGER, this::ask);
        gate.blockAction(Outcomes.ACTIONS, Role.ACCOUNT_MANAGER, this::choose);
    }

    private Response ask(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        whispers.whisper(click, outcomes.question(CheckInButtons.checkIn(click)));
        return context.ack();
    }

    private Response choose(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        var id = CheckInButtons.checkIn(click);
        switch (Outcomes.chosen(click)) {
            case WILL_PAY -> forms.open(click, id, FeedbackAsk.PROMISE);
            case PROBLEM -> forms.open(click, id, FeedbackAsk.PROBLEM);
            case ON_TRACK ->
                whispers.whisper(
                        click, done(id, Outcome.ON_TRACK, click.getUser().getId()));
            case NO_ANSWER ->
                whispers.whisper(
                        click, done(id, Outcome.NO_ANSWER, click.getUser().getId()));
        }
        return context.ack();
    }

    private String done(CheckInId id, Outcome outcome, String slackUser) {
        if (checkIns.done(id, outcome, current.of(slackUser).id())) {
            return outcomes.noted(id, outcome);
        }
        refresh.soon(id);
        return outcomes.refusal(id).orElseThrow();
    }
}
