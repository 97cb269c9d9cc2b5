package dev.beforehand.slack;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The people who are told when something needs a decision or went wrong: the approvers, each in a direct message. */
@Component
public class FinanceLeads {

    private static final Logger log = LoggerFactory.getLogger(FinanceLeads.class);

    private final Approvers approvers;
    private final SlackGateway gateway;

    FinanceLeads(Approvers approvers, SlackGateway gateway) {
        this.approvers = approvers;
        this.gateway = gateway;
    }

    /**
     * Not within a transaction. What cannot be told in Slack stands in the log.
     *
     * @return whether somebody was told, or there is nobody to be told
     */
    public boolean tell(SlackMessage message) {
        if (approvers.approvers().isEmpty()) {
            log.warn("Nobody was told, because beforehand.approvers is empty: {}", message.text());
        }
        var told = approvers.approvers().isEmpty();
        for (var lead : approvers.approvers()) {
            told |= tell(lead, message);
        }
        return told;
    }

    private boolean tell(String lead, SlackMessage message) {
        return switch (gateway.dm(lead)) {
            case Reply.Done<String> channel -> post(lead, channel.value(), message);
            case Reply.Refused<String> refused ->
                notTold(lead, message, refused.problem().sentence());
            case Reply.Unknown<String> unknown -> notTold(lead, message, unknown.reason());
        };
    }

    private boolean post(String lead, String channel, SlackMessage message) {
        return switch (gateway.post(channel, null, message)) {
            case Reply.Done<Posted> told -> true;
            case Reply.Refused<Posted> refused ->
                notTold(lead, message, refused.problem().sentence());
            case Reply.Unknown<Posted> unknown -> notTold(lead, message, unknown.reason());
        };
    }

    private static boolean notTold(String lead, SlackMessage message, String reason) {
        log.warn("{} could not be told ({}): {}", lead, reason, message.text());
        return false;
    }
}
