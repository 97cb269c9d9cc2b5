package dev.beforehand.slack.digest;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.Approvers;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.SlackSurface;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** A finance lead looked, found no digest, and has it posted. */
@Component
class PostDigestAgain implements SlackSurface {

    private final DigestMessage message;
    private final SlackPosts posts;
    private final Approvers approvers;
    private final Afterwards afterwards;

    PostDigestAgain(DigestMessage message, SlackPosts posts, Approvers approvers, Afterwards afterwards) {
        this.message = message;
        this.posts = posts;
        this.approvers = approvers;
        this.afterwards = afterwards;
    }

    @Override
    public void register(App app) {
        app.blockAction(DigestProblems.POST_AGAIN, this::postAgain);
    }

    private Response postAgain(BlockActionRequest request, ActionContext context) {
        if (!approvers.include(request.getPayload().getUser().getId())) {
            return context.ack();
        }
        var day = LocalDate.parse(request.getPayload().getActions().getFirst().getValue());
        posts.release(message.subject(day));
        afterwards.run("Posting the digest of " + day, () -> message.show(day));
        return context.ack();
    }
}
