package dev.beforehand.slack.plans;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.letters.Phrases;
import dev.beforehand.plans.Decision;
import dev.beforehand.plans.PlanId;
import dev.beforehand.plans.Plans;
import dev.beforehand.slack.Approvers;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** The buttons *Approve* and *Decline*: for those who are named as approvers, and not about their own proposals. */
@Component
class DecidePlanHandler implements SlackSurface {

    private final Plans plans;
    private final Approvers approvers;
    private final Colleagues colleagues;
    private final CurrentColleague current;
    private final PlanRefresh refresh;
    private final Whispers whispers;
    private final Phrases phrases;

    DecidePlanHandler(
            Plans plans,
            Approvers approvers,
            Colleagues colleagues,
            CurrentColleague current,
            PlanRefresh refresh,
            Whispers whispers,
            Phrases phrases) {
        this.plans = plans;
        this.approvers = approvers;
        this.colleagues = colleagues;
        this.current = current;
        this.refresh = refresh;
        this.whispers = whispers;
        this.phrases = phrases;
    }

    @Override
    public void register(App app) {
        app.blockAction(PlanBlocks.APPROVE, (request, context) -> {
            decide(request, plans::approve);
            return context.ack();
        });
        app.blockAction(PlanBlocks.DECLINE, (request, context) -> {
            decide(request, plans::decline);
            return context.ack();
        });
    }

    private void decide(BlockActionRequest request, BiFunction<PlanId, ColleagueId, Decision> decision) {
        var click = request.getPayload();
        var id = new PlanId(Long.parseLong(click.getActions().getFirst().getValue()));
        var user = click.getUser().getId();
        var refusal = approvers.include(user)
                ? refusal(decided(id, current.of(user).id(), decision))
                : Optional.of(notAnApprover());
        refusal.ifPresent(sentence -> {
            whispers.whisper(click, sentence);
            refresh.soon(id);
        });
    }

    /** Of two decisions at once one comes too late, and then learns of the other. */
    private static Decision decided(PlanId id, ColleagueId by, BiFunction<PlanId, ColleagueId, Decision> decision) {
        try {
            return decision.apply(id, by);
        } catch (OptimisticLockingFailureException e) {
            return decision.apply(id, by);
        }
    }

    private Optional<String> refusal(Decision decision) {
        return switch (decision) {
            case Decision.Decided decided -> Optional.empty();
            case Decision.OwnProposal own -> Optional.of(phrases.say("plan.refused.own"));
            case Decision.TooLate tooLate -> Optional.of(phrases.say("plan.refused.too-late"));
            case Decision.OutOfDate outOfDate -> Optional.of(phrases.say("plan.refused.out-of-date"));
            case Decision.Unknown unknown -> Optional.of(phrases.say("plan.refused.gone"));
            case Decision.AlreadyDecided already ->
                Optional.of(phrases.say("plan.refused." + already.state(), Map.of("who", name(already.by()))));
        };
    }

    private String notAnApprover() {
        return approvers.approvers().isEmpty()
                ? phrases.say("plan.nobody-decides")
                : phrases.say("plan.refused.not-approver", Map.of("who", PlanBlocks.mentions(approvers.approvers())));
    }

    private String name(@Nullable ColleagueId id) {
        return id == null
                ? ""
                : Format.name(colleagues.find(id).map(Colleague::name).orElse(""));
    }
}
