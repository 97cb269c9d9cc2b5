package dev.beforehand.slack;

import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import org.springframework.stereotype.Component;

/** Whose click it is. Slack is asked about somebody only the first time; not within a transaction. */
@Component
public class CurrentColleague {

    private final Colleagues colleagues;
    private final SlackGateway gateway;

    CurrentColleague(Colleagues colleagues, SlackGateway gateway) {
        this.colleagues = colleagues;
        this.gateway = gateway;
    }

    /** @throws IllegalStateException where Slack does not say who this is; nothing is then done in anybody's name */
    public Colleague of(String slackUserId) {
        return colleagues.bySlackUser(slackUserId).orElseGet(() -> met(slackUserId));
    }

    private Colleague met(String slackUserId) {
        return switch (gateway.userInfo(slackUserId)) {
            case Reply.Done<SlackUser> done ->
                colleagues.met(slackUserId, done.value().email(), done.value().name());
            case Reply.Refused<SlackUser> refused ->
                throw new IllegalStateException("Slack does not say who " + slackUserId + " is: "
                        + refused.problem().code());
            case Reply.Unknown<SlackUser> unknown ->
                throw new IllegalStateException("Slack does not say who " + slackUserId + " is: " + unknown.reason());
        };
    }
}
