package dev.beforehand.slack.leases;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.beforehand.checkins.Handing;
import dev.beforehand.checkins.LeaseQuestion;
import dev.beforehand.checkins.Leases;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Role;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import org.springframework.stereotype.Component;

/** The buttons *Yes*, *Hand over* and *Give back* under 'Still on it?'. */
@Component
class LeaseAnswers implements SlackSurface {

    private final Leases leases;
    private final HandOverForm form;
    private final HandingWords words;
    private final CurrentColleague current;
    private final Whispers whispers;

    LeaseAnswers(Leases leases, HandOverForm form, HandingWords words, CurrentColleague current, Whispers whispers) {
        this.leases = leases;
        this.form = form;
        this.words = words;
        this.current = current;
        this.whispers = whispers;
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(LeaseQuestionBlocks.KEEP, Role.ACCOUNT_MANAGER, this::keep);
        gate.blockAction(LeaseQuestionBlocks.GIVE_BACK, Role.ACCOUNT_MANAGER, this::giveBack);
        gate.blockAction(LeaseQuestionBlocks.HAND_OVER, Role.ACCOUNT_MANAGER, this::handOver);
    }

    private Response keep(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        var question = question(click);
        answer(click, question, leases.keep(question, by(click)));
        return context.ack();
    }

    private Response giveBack(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        var question = question(click);
        answer(click, question, leases.giveBack(question, by(click)));
        return context.ack();
    }

    private Response handOver(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        form.open(question(click).checkInId(), click);
        return context.ack();
    }

    private void answer(BlockActionPayload click, LeaseQuestion question, Handing handing) {
        words.refusal(handing, question.checkInId()).ifPresent(why -> whispers.whisper(click, why));
    }

    private ColleagueId by(BlockActionPayload click) {
        return current.of(click.getUser().getId()).id();
    }

    private LeaseQuestion question(BlockActionPayload click) {
        return leases.question(Long.parseLong(click.getActions().getFirst().getValue()))
                .orElseThrow();
    }
}
