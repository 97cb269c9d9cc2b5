package dev.beforehand.slack;

import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import org.springframework.stereotype.Component;

/** Whose click it is. Slack is asked about somebody only the first time; not within a transaction. */
@Component
public class CurrentColleague {

    private final Colleagues colleagues;
    private final SlackPeople people;

    CurrentColleague(Colleagues colleagues, SlackPeople people) {
        this.colleagues = colleagues;
        this.people = people;
    }

    /** @throws IllegalStateException where Slack does not say who this is; nothing is then done in anybody's name */
    public Colleague of(String slackUserId) {
        return colleagues.bySlackUser(slackUserId).orElseGet(() -> met(slackUserId));
    }

    private Colleague met(String slackUserId) {
        var person = people.person(slackUserId)
                .orElseThrow(() -> new IllegalStateException("Slack does not say who " + slackUserId + " is."));
        return colleagues.met(slackUserId, person.email(), person.name());
    }
}
