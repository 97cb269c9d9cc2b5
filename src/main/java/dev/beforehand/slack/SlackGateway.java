package dev.beforehand.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.methods.response.views.ViewsPushResponse;
import com.slack.api.methods.response.views.ViewsUpdateResponse;
import com.slack.api.model.User;
import com.slack.api.model.view.View;
import dev.beforehand.slack.SlackCalls.Care;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * The only sender of Slack calls. It keeps Slack's pace, waits as long as Slack asks, tries again where that is safe, and
 * never posts a message twice because an answer was lost. Callers wait; so none is called within a transaction, and in a
 * handler only those that open a view come before the ack. Safe for many threads.
 */
@Service
public class SlackGateway {

    private final Slack slack;
    private final SlackCalls calls;
    private final SlackUploads uploads;
    private final Pacing pacing;
    private final ConcurrentMap<String, String> directMessages = new ConcurrentHashMap<>();
    private volatile @Nullable Bot self;

    @Autowired
    SlackGateway(Slack slack, SlackSettings settings, SlackProblems problems, Pacing pacing) {
        this(slack, new SlackCalls(slack, settings.botToken(), problems, Duration.ofMillis(500)), pacing);
    }

    SlackGateway(Slack slack, SlackCalls calls, Pacing pacing) {
        this.slack = slack;
        this.calls = calls;
        this.uploads = new SlackUploads(calls);
        this.pacing = pacing;
    }

    /** Beforehand's own ids in the workspace. */
    record Bot(String userId, String botId) {}

    /**
     * Posts, in the channel's turn.
     *
     * @param channel an id or a name like {@code #receivables}; the reply carries the id
     * @param threadTs the message under which to post; empty for the channel itself
     */
    public Reply<Posted> post(String channel, @Nullable String threadTs, SlackMessage message) {
        Reply<Posted> reply = pacing.inTurn(
                channel,
                () -> calls.call(
                        Care.ONCE,
                        channel,
                        slack -> slack.chatPostMessage(r -> r.channel(channel)
                                .threadTs(threadTs)
                                .text(message.text())
                                .blocks(message.blocksIfAny())
                                .unfurlLinks(false)
                                .unfurlMedia(false)),
                        answer -> new Posted(answer.getChannel(), answer.getTs())),
                () -> new Reply.Refused<>(calls.problem("ratelimited", channel)));
        reply.ifDone().ifPresent(posted -> pacing.sameChannel(channel, posted.channel()));
        return reply;
    }

    /**
     * Puts files under a message, all of them in one reply, or none.
     *
     * @param comment stands above them
     * @return the id of the first of them: Slack does not say which message shows them
     */
    public Reply<String> share(Posted thread, String comment, List<SlackFile> files) {
        return switch (uploads.upload(files)) {
            case Reply.Done<List<FileDetails>> uploaded ->
                pacing.inTurn(
                        thread.channel(),
                        () -> uploads.share(thread, comment, uploaded.value()),
                        () -> new Reply.Refused<>(calls.problem("ratelimited", thread.channel())));
            case Reply.Refused<List<FileDetails>> refused -> new Reply.Refused<>(refused.problem());
            case Reply.Unknown<List<FileDetails>> unknown -> new Reply.Refused<>(calls.problem("unreachable", ""));
        };
    }

    /** Changes all that a message shows. */
    public Reply<Posted> update(Posted message, SlackMessage now) {
        return calls.call(
                Care.REPEATABLE,
                message.channel(),
                slack -> slack.chatUpdate(r -> r.channel(message.channel())
                        .ts(message.ts())
                        .text(now.text())
                        .blocks(now.blocksIfAny())),
                answer -> message);
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
    public Reply<String> dm(String userId) {
        var known = directMessages.get(userId);
        if (known != null) {
            return new Reply.Done<>(known);
        }
        Reply<String> reply = calls.call(
                Care.REPEATABLE,
                "<@" + userId + ">",
                slack -> slack.conversationsOpen(r -> r.users(List.of(userId))),
                answer -> answer.getChannel().getId());
        reply.ifDone().ifPresent(channel -> directMessages.put(userId, channel));
        return reply;
    }

    /** Asked before an ack, so at once or not at all. */
    public Reply<SlackUser> userInfo(String userId) {
        return calls.call(
                Care.PROMPT,
                "<@" + userId + ">",
                slack -> slack.usersInfo(r -> r.user(userId)),
                answer -> read(answer.getUser()));
    }

    public Reply<String> permalink(Posted message) {
        return calls.call(
                Care.REPEATABLE,
                message.channel(),
                slack ->
                        slack.chatGetPermalink(r -> r.channel(message.channel()).messageTs(message.ts())),
                answer -> answer.getPermalink());
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
                answer -> new Bot(answer.getUserId(), answer.getBotId() == null ? "" : answer.getBotId()));
        reply.ifDone().ifPresent(bot -> self = bot);
        return reply;
    }

    private static SlackUser read(User user) {
        var profile = user.getProfile();
        var name = user.getRealName() != null ? user.getRealName() : user.getName();
        return new SlackUser(user.getId(), name, profile == null ? null : profile.getEmail());
    }
}
