package dev.beforehand.slack.plans;

import com.slack.api.bolt.request.builtin.BlockActionRequest;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.clients.Role;
import dev.beforehand.letters.Phrases;
import dev.beforehand.plans.Decision;
import dev.beforehand.plans.PlanId;
import dev.beforehand.plans.Plans;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** The buttons *Approve* and *Decline*: for those who are named as approvers, and not about their own proposals. */
@Component
class DecidePlanHandler implements SlackSurface {

    private final Plans plans;
    private final PlanErrors errors;
    private final Colleagues colleagues;
    private final CurrentColleague current;
    private final PlanRefresh refresh;
    private final Whispers whispers;
    private final Phrases phrases;

    DecidePlanHandler(
            Plans plans,
            PlanErrors errors,
            Colleagues colleagues,
            CurrentColleague current,
            PlanRefresh refresh,
            Whispers whispers,
            Phrases phrases) {
        this.plans = plans;
        this.errors = errors;
        this.colleagues = colleagues;
        this.current = current;
        this.refresh = refresh;
        this.whispers = whispers;
        this.phrases = phrases;
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(PlanBlocks.APPROVE, Role.FINANCE_LEAD, (request, context) -> {
            decide(request, plans::approve);
            return context.ack();
        });
        gate.blockAction(PlanBlocks.DECLINE, Role.FINANCE_LEAD, (request, context) -> {
            decide(request, plans::decline);
            return context.ack();
        });
    }

    private void decide(BlockActionRequest request, BiFunction<PlanId, ColleagueId, Decision> decision) {
        var click = request.getPayload();
        var id = new PlanId(Long.parseLong(click.getActions().getFirst().getValue()));
        var by = current.of(click.getUser().getId()).id();
        answer(id, decided(id, by, decision)).ifPresent(sentence -> {
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

    private Optional<String> answer(PlanId id, Decision decision) {
        return switch (decision) {
            case Decision.Decided decided -> Optional.empty();
            case Decision.SignedFirst first -> Optional.of(phrases.say("plan.signed-first"));
            case Decision.SignedAlready already -> Optional.of(phrases.say("plan.refused.signed"));
            case Decision.BeyondPolicy beyond -> Optional.of(errors.sentence(beyond.reason(), currency(id)));
            case Decision.OwnProposal own -> Optional.of(phrases.say("plan.refused.own"));
            case Decision.TooLate tooLate -> Optional.of(phrases.say("plan.refused.too-late"));
            case Decision.OutOfDate outOfDate -> Optional.of(phrases.say("plan.refused.out-of-date"));
            case Decision.Unknown unknown -> Optional.of(phrases.say("plan.refused.gone"));
            case Decision.AlreadyDecided already ->
                Optional.of(phrases.say("plan.refused." + already.state(), Map.of("who", name(already.by()))));
        };
    }

    private CurrencyUnit currency(PlanId id) {
        return plans.find(id).orElseThrow().currency();
    }

    private String name(@Nullable ColleagueId id) {
        return id == null
                ? ""
                : Format.name(colleagues.find(id).map(Colleague::name).orElse(""));
    }
}
