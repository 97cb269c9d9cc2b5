package dev.beforehand.slack.setup;

import dev.beforehand.slack.KnownChannels;
import dev.beforehand.slack.Reply;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.SlackProblem;
import dev.beforehand.slack.TodaysDigest;
import org.springframework.stereotype.Component;

/** Whether Beforehand was invited to the digest's channel. Slack says so of ids alone, and tells the id after a post. */
@Component
class ChannelCheck implements SetupCheck {

    private final TodaysDigest digest;
    private final KnownChannels channels;
    private final SlackGateway gateway;

    ChannelCheck(TodaysDigest digest, KnownChannels channels, SlackGateway gateway) {
        this.digest = digest;
        this.channels = channels;
        this.gateway = gateway;
    }

    @Override
    public SetupItem item() {
        return SetupItem.CHANNEL;
    }

    @Override
    public Finding look() {
        var channel = channels.idOf(digest.place().channel());
        if (channel.startsWith("#")) {
            return new Finding(Finding.State.UNKNOWN, "not-posted", channel);
        }
        return switch (gateway.look(channel)) {
            case Reply.Done<String> done -> Finding.good("<#" + channel + ">");
            case Reply.Refused<String> refused -> refused(channel, refused.problem());
            case Reply.Unknown<String> unknown -> Finding.unknown("unanswered");
        };
    }

    private static Finding refused(String channel, SlackProblem problem) {
        return switch (problem.code()) {
            case "not_in_channel", "channel_not_found" -> Finding.missing("not-in", "<#" + channel + ">");
            case "ratelimited", "unreachable", "service_unavailable" -> Finding.unknown("unanswered");
            default -> Finding.missing("refused", problem.sentence());
        };
    }
}
