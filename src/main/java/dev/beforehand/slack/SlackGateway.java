package dev.beforehand.slack;

import static java.util.function.Predicate.not;

import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.methods.response.views.ViewsPushResponse;
import com.slack.api.methods.response.views.ViewsUpdateResponse;
import com.slack.api.model.view.View;
import dev.beforehand.slack.SlackCalls.Care;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * The calls of Slack that somebody waits for; messages that stay are {@link Cards}' and {@link DirectMessages}'. It waits
 * as long as Slack asks, and tries again where that is safe. Callers wait; so none is called within a transaction, and in
 * a handler only those that open a view come before the ack. Safe for many threads.
 */
@Service
public class SlackGateway {

    private static final String SCOPES = "x-oauth-scopes";

    private final Slack slack;
    private final SlackCalls calls;
    private final SlackUploads uploads;
    private volatile @Nullable Bot self;

    @Autowired
    SlackGateway(Slack slack, SlackSettings settings, SlackProblems problems) {
        this(slack, new SlackCalls(slack, settings.botToken(), problems, Duration.ofMillis(500)));
    }

    SlackGateway(Slack slack, SlackCalls calls) {
        this.slack = slack;
        this.calls = calls;
        this.uploads = new SlackUploads(calls);
    }

    /**
     * Beforehand in the workspace.
     *
     * @param workspace its address, which ends in a slash
     */
    record Bot(String userId, String botId, String workspace) {}

    /**
     * Puts files under a message, all of them in one reply, or none.
     *
     * @param comment stands above them
     * @return the id of the first of them: Slack does not say which message shows them
     */
    public Reply<String> share(Posted thread, String comment, List<SlackFile> files) {
        return share(thread.channel(), thread.ts(), comment, files);
    }

    /** Puts files into a channel, as {@link #share(Posted, String, List)} does under a message. */
    public Reply<String> share(String channel, String comment, List<SlackFile> files) {
        return share(channel, null, comment, files);
    }

    private Reply<String> share(String channel, @Nullable String threadTs, String comment, List<SlackFile> files) {
        return switch (uploads.upload(files)) {
            case Reply.Done<List<FileDetails>> uploaded -> uploads.share(channel, threadTs, comment, uploaded.value());
            case Reply.Refused<List<FileDetails>> refused -> new Reply.Refused<>(refused.problem());
            case Reply.Unknown<List<FileDetails>> unknown -> new Reply.Refused<>(calls.problem("unreachable", ""));
        };
    }

    /** Says something that only this person sees; it cannot be changed but by {@link #respond}. */
    public Reply<String> ephemeral(String channel, String user, @Nullable String threadTs, SlackMessage message) {
        return calls.call(
                Care.ONCE,
                channel,
                slack -> slack.chatPostEphemeral(r -> r.channel(channel)
                        .user(user)
                        .threadTs(threadTs)
                        .text(message.text())
                        .blocks(message.blocksIfAny())),
                answer -> answer.getMessageTs());
    }

    /**
     * Answers an interaction to the one who clicked. A {@code response_url} serves five times within 30 minutes.
     *
     * @param replace whether to change the message with the button, instead of saying something below it
     */
    public Reply<String> respond(String responseUrl, SlackMessage message, boolean replace) {
        var body = ActionResponse.builder()
                .responseType("ephemeral")
                .replaceOriginal(replace)
                .text(message.text())
                .blocks(message.blocksIfAny())
                .build();
        try {
            int status = new ActionResponseSender(slack).send(responseUrl, body).getCode();
            return status == 200 ? new Reply.Done<>(responseUrl) : new Reply.Refused<>(calls.problem("used_url", ""));
        } catch (IOException e) {
            return new Reply.Unknown<>(calls.problem("unanswered", "").sentence());
        }
    }

    /** Opens a modal; its trigger lasts three seconds and serves once. */
    public Reply<View> openView(String triggerId, View view) {
        return calls.call(
                Care.PROMPT,
                "",
                slack -> slack.viewsOpen(r -> r.triggerId(triggerId).view(view)),
                ViewsOpenResponse::getView);
    }

    /** Opens a modal over the one that is open; closing it shows that one again. */
    public Reply<View> pushView(String triggerId, View view) {
        return calls.call(
                Care.PROMPT,
                "",
                slack -> slack.viewsPush(r -> r.triggerId(triggerId).view(view)),
                ViewsPushResponse::getView);
    }

    /** @param hash of the view as it was seen; another change since then makes Slack refuse. Empty: whatever it shows now */
    public Reply<View> updateView(String viewId, @Nullable String hash, View view) {
        return calls.call(
                Care.REPEATABLE,
                "",
                slack -> slack.viewsUpdate(r -> r.viewId(viewId).hash(hash).view(view)),
                ViewsUpdateResponse::getView);
    }

    /** The channel of the direct messages with this person. */
    public Reply<String> directMessages(String user) {
        return calls.call(
                Care.REPEATABLE,
                "<@" + user + ">",
                slack -> slack.conversationsOpen(r -> r.users(List.of(user))),
                answer -> answer.getChannel().getId());
    }

    public Reply<String> permalink(Posted message) {
        return permalink(Care.REPEATABLE, message);
    }

    /** The same for somebody who waits: asked once. */
    public Reply<String> permalinkAtOnce(Posted message) {
        return permalink(Care.PROMPT, message);
    }

    private Reply<String> permalink(Care care, Posted message) {
        return calls.call(
                care,
                message.channel(),
                slack ->
                        slack.chatGetPermalink(r -> r.channel(message.channel()).messageTs(message.ts())),
                answer -> answer.getPermalink());
    }

    /** The scopes that its token has, as it was installed. */
    public Reply<Set<String>> scopes() {
        return calls.call(
                Care.PROMPT, "", slack -> slack.authTest(r -> r), answer -> scopes(answer.getHttpResponseHeaders()));
    }

    private static Set<String> scopes(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> SCOPES.equalsIgnoreCase(header.getKey()))
                .flatMap(header -> header.getValue().stream())
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(not(String::isEmpty))
                .collect(Collectors.toSet());
    }

    /** Whether Beforehand can read a channel, which it can where it was invited. */
    public Reply<String> look(String channel) {
        return calls.call(
                Care.PROMPT,
                channel,
                slack -> slack.conversationsHistory(r -> r.channel(channel).limit(1)),
                answer -> channel);
    }

    /** Who Beforehand is in the workspace; asked once. */
    Reply<Bot> self() {
        var known = self;
        if (known != null) {
            return new Reply.Done<>(known);
        }
        Reply<Bot> reply = calls.call(
                Care.REPEATABLE,
                "",
                slack -> slack.authTest(r -> r),
                answer -> new Bot(
                        answer.getUserId(), answer.getBotId() == null ? "" : answer.getBotId(), answer.getUrl()));
        reply.ifDone().ifPresent(bot -> self = bot);
        return reply;
    }
}
