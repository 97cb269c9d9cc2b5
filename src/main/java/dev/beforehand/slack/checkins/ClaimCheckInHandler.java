package dev.beforehand.slack.checkins;

import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.beforehand.clients.Role;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import org.springframework.stereotype.Component;

/** The button *Claim*: of several people at once one has the check-in, and the others are told who. */
@Component
class ClaimCheckInHandler implements SlackSurface {

    private final Claims claims;
    private final Whispers whispers;

    ClaimCheckInHandler(Claims claims, Whispers whispers) {
        this.claims = claims;
        this.whispers = whispers;
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(CheckInButtons.CLAIM, Role.ACCOUNT_MANAGER, this::claim);
    }

    private Response claim(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        claims.claim(CheckInButtons.checkIn(click), click.getUser().getId())
                .ifPresent(refusal -> whispers.whisper(click, refusal));
        return context.ack();
    }
}
