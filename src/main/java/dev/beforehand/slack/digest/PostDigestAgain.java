package dev.beforehand.slack.digest;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.Approvers;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.SlackSurface;
import dev.beforehand.slack.Whispers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A finance lead looked, found no digest, and has it posted. */
@Component
class PostDigestAgain implements SlackSurface {

    private final DigestMessage message;
    private final SlackPosts posts;
    private final Approvers approvers;
    private final Whispers whispers;
    private final Phrases phrases;
    private final Afterwards afterwards;
    private final Clock clock;

    PostDigestAgain(
            DigestMessage message,
            SlackPosts posts,
            Approvers approvers,
            Whispers whispers,
            Phrases phrases,
            Afterwards afterwards,
            Clock clock) {
        this.message = message;
        this.posts = posts;
        this.approvers = approvers;
        this.whispers = whispers;
        this.phrases = phrases;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    @Override
    public void register(App app) {
        app.blockAction(DigestProblems.POST_AGAIN, this::postAgain);
    }

    private Response postAgain(BlockActionRequest request, ActionContext context) {
        var click = request.getPayload();
        var day = LocalDate.parse(click.getActions().getFirst().getValue());
        if (!approvers.include(click.getUser().getId())) {
            whispers.whisper(click, phrases.say("digest.post-again.not-yours"));
        } else if (!day.equals(LocalDate.now(clock))) {
            whispers.whisper(click, phrases.say("digest.post-again.over", Map.of("day", Format.day(day))));
        } else if (!posts.giveUp(message.subject(day))) {
            whispers.whisper(click, phrases.say("digest.post-again.stands"));
        } else {
            afterwards.run("Posting the digest of " + day, () -> message.show(day));
        }
        return context.ack();
    }
}
