package dev.beforehand.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers that only the one who clicked or reacted sees; sent after the ack. */
@Component
public class Whispers {

    private final SlackGateway gateway;
    private final DirectMessages messages;
    private final Afterwards afterwards;

    Whispers(SlackGateway gateway, DirectMessages messages, Afterwards afterwards) {
        this.gateway = gateway;
        this.messages = messages;
        this.afterwards = afterwards;
    }

    /** Says it where the button stands, in the thread if it is in one. */
    public void whisper(BlockActionPayload click, SlackMessage message) {
        afterwards.run("Answering a click", () -> {
            var container = click.getContainer();
            if (container == null || container.getChannelId() == null) {
                messages.send(click.getUser().getId(), () -> message);
            } else if (container.isEphemeral()) {
                gateway.respond(click.getResponseUrl(), message, true);
            } else {
                say(
                        container.getChannelId(),
                        container.getThreadTs(),
                        click.getUser().getId(),
                        message);
            }
        });
    }

    public void whisper(BlockActionPayload click, String sentence) {
        whisper(click, SlackMessage.of(sentence));
    }

    /**
     * Answers a shortcut, also in a channel in which Beforehand is not.
     *
     * @param responseUrl empty where the shortcut has no place: it is then said in a direct message
     */
    public void answer(String user, @Nullable String responseUrl, SlackMessage message) {
        afterwards.run("Answering a shortcut", () -> {
            if (responseUrl == null || !(gateway.respond(responseUrl, message, false) instanceof Reply.Done<String>)) {
                messages.send(user, () -> message);
            }
        });
    }

    /** Says it in the thread, or in the channel where there is none. */
    public void whisper(String channel, @Nullable String threadTs, String user, SlackMessage message) {
        afterwards.run("Answering a reaction", () -> say(channel, threadTs, user, message));
    }

    private void say(String channel, @Nullable String threadTs, String user, SlackMessage message) {
        if (gateway.ephemeral(channel, user, threadTs, message) instanceof Reply.Refused<String>) {
            messages.send(user, () -> message);
        }
    }
}
