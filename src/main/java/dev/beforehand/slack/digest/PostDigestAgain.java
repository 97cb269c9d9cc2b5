package dev.beforehand.slack.digest;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.beforehand.clients.Role;
import dev.beforehand.letters.Phrases;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.Gate;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** A finance lead looked for a digest of which nobody knows: it stands, or is to be posted. */
@Component
class PostDigestAgain implements SlackSurface {

    private final DigestMessage message;
    private final DigestProblems problems;
    private final Reminders reminders;
    private final Cards cards;
    private final Whispers whispers;
    private final Phrases phrases;
    private final Clock clock;

    PostDigestAgain(
            DigestMessage message,
            DigestProblems problems,
            Reminders reminders,
            Cards cards,
            Whispers whispers,
            Phrases phrases,
            Clock clock) {
        this.message = message;
        this.problems = problems;
        this.reminders = reminders;
        this.cards = cards;
        this.whispers = whispers;
        this.phrases = phrases;
        this.clock = clock;
    }

    @Override
    public void register(Gate gate) {
        gate.blockAction(
                DigestProblems.POST_AGAIN,
                Role.FINANCE_LEAD,
                (request, context) -> decided(request, context, this::postAgain));
        gate.blockAction(
                DigestProblems.STANDS,
                Role.FINANCE_LEAD,
                (request, context) -> decided(request, context, this::stands));
    }

    private Response decided(
            BlockActionRequest request, ActionContext context, BiConsumer<BlockActionPayload, LocalDate> decision) {
        var click = request.getPayload();
        var day = LocalDate.parse(click.getActions().getFirst().getValue());
        if (!day.equals(LocalDate.now(clock))) {
            whispers.whisper(click, phrases.say("digest.post-again.over", Map.of("day", Format.day(day))));
        } else {
            decision.accept(click, day);
        }
        return context.ack();
    }

    private void postAgain(BlockActionPayload click, LocalDate day) {
        if (cards.postAgain(message.subject(day))) {
            problems.seenTo();
        } else {
            whispers.whisper(click, phrases.say("digest.post-again.stands"));
        }
    }

    private void stands(BlockActionPayload click, LocalDate day) {
        reminders.listed(day);
        whispers.whisper(click, phrases.say("digest.stands.noted"));
    }
}
