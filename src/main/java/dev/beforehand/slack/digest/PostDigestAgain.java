package dev.beforehand.slack.digest;

import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.beforehand.slack.Afterwards;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.SlackSurface;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** A finance lead looked, found no digest, and has it posted. */
@Component
class PostDigestAgain implements SlackSurface {

    private final DigestMessage message;
    private final SlackPosts posts;
    private final Afterwards afterwards;

    PostDigestAgain(DigestMessage message, SlackPosts posts, Afterwards afterwards) {
        this.message = message;
        this.posts = posts;
        this.afterwards = afterwards;
    }

    @Override
    public void register(App app) {
        app.blockAction(DigestProblems.POST_AGAIN, this::postAgain);
    }

    private Response postAgain(BlockActionRequest request, ActionContext context) {
        var day = LocalDate.parse(request.getPayload().getActions().getFirst().getValue());
        posts.release(message.subject(day));
        afterwards.run("Posting the digest of " + day, () -> message.show(day));
        return context.ack();
    }
}
