package dev.beforehand.slack.reminders;

import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Role;
import dev.beforehand.reminders.LetterDecisions;
import dev.beforehand.reminders.ReminderChanged;
import dev.beforehand.reminders.ReminderId;
import dev.beforehand.reminders.Settled;
import dev.beforehand.slack.CurrentColleague;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.LetterRefusals;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** The buttons on the card of a letter that is stuck: *It arrived*, *Send again*, *Try again*, *Leave it*, *It did not arrive*. */
@Component
class DecideLetterHandler implements SlackSurface {

    private final LetterDecisions decisions;
    private final CurrentColleague current;
    private final ReminderRefresh refresh;
    private final Whispers whispers;
    private final LetterRefusals refusals;

    DecideLetterHandler(
            LetterDecisions decisions,
            CurrentColleague current,
            ReminderRefresh refresh,
            Whispers whispers,
            LetterRefusals refusals) {
        this.decisions = decisions;
        this.current = current;
        this.refresh = refresh;
        this.whispers = whispers;
        this.refusals = refusals;
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(
                ReminderBlocks.ARRIVED,
                Role.ACCOUNT_MANAGER,
                (request, context) -> decide(request, context, decisions::markSent));
        gate.blockAction(
                ReminderBlocks.AGAIN,
                Role.ACCOUNT_MANAGER,
                (request, context) -> decide(request, context, decisions::sendAgain));
        gate.blockAction(
                ReminderBlocks.LEAVE,
                Role.ACCOUNT_MANAGER,
                (request, context) -> decide(request, context, decisions::leave));
    }

    private Response decide(
            BlockActionRequest request, ActionContext context, BiFunction<ReminderId, ColleagueId, Settled> decision) {
        var click = request.getPayload();
        var id = new ReminderId(Long.parseLong(click.getActions().getFirst().getValue()));
        var settled = decision.apply(id, current.of(click.getUser().getId()).id());
        refusals.sentence(settled).ifPresent(why -> {
            whispers.whisper(click, why);
            // The card that was clicked shows less than the database knows.
            refresh.changed(new ReminderChanged(id));
        });
        return context.ack();
    }
}
