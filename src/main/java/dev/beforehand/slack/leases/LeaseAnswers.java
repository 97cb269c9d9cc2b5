package dev.beforehand.slack.leases;

import static java.util.stream.Collectors.joining;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.beforehand.checkins.CheckIn.State;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.Handing;
import dev.beforehand.checkins.LeaseQuestion;
import dev.beforehand.checkins.LeaseQuestions;
import dev.beforehand.checkins.Leases;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Role;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The buttons *Yes*, *Hand over* and *Give back* under 'Still on it?', and *Yes to all* above. */
@Component
class LeaseAnswers implements SlackSurface {

    private final Leases leases;
    private final LeaseQuestions questions;
    private final CheckIns checkIns;
    private final HandOverForm form;
    private final HandingWords words;
    private final CurrentColleague current;
    private final Whispers whispers;

    LeaseAnswers(
            Leases leases,
            LeaseQuestions questions,
            CheckIns checkIns,
            HandOverForm form,
            HandingWords words,
            CurrentColleague current,
            Whispers whispers) {
        this.leases = leases;
        this.questions = questions;
        this.checkIns = checkIns;
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
        var by = by(click);
        var refusals = questions(click)
                .flatMap(question -> keep(question, by).stream())
                .collect(joining("\n"));
        if (!refusals.isEmpty()) {
            whispers.whisper(click, refusals);
        }
        return context.ack();
    }

    /** @return why they do not have it; empty also where they had said so already */
    private Optional<String> keep(LeaseQuestion question, ColleagueId by) {
        var id = question.checkInId();
        return leases.keep(question, by) instanceof Handing.Done || isHeldBy(by, id)
                ? Optional.empty()
                : Optional.of(words.overtaken(id));
    }

    private boolean isHeldBy(ColleagueId colleague, CheckInId id) {
        return checkIns.find(id)
                .filter(checkIn -> checkIn.state() == State.CLAIMED && colleague.equals(checkIn.claimedBy()))
                .isPresent();
    }

    private Response giveBack(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        var question = question(click);
        words.refusal(leases.giveBack(question, by(click)), question.checkInId())
                .ifPresent(why -> whispers.whisper(click, why));
        return context.ack();
    }

    private Response handOver(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        form.open(question(click).checkInId(), click);
        return context.ack();
    }

    private ColleagueId by(BlockActionPayload click) {
        return current.of(click.getUser().getId()).id();
    }

    private LeaseQuestion question(BlockActionPayload click) {
        return questions(click).findFirst().orElseThrow();
    }

    private Stream<LeaseQuestion> questions(BlockActionPayload click) {
        return LeaseQuestionBlocks.questions(click.getActions().getFirst().getValue())
                .map(id -> questions.find(id).orElseThrow());
    }
}
