package dev.beforehand.slack.capture;

import com.slack.api.model.Message;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.slack.SlackPeople;
import dev.beforehand.slack.SlackUser;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Who said what. Slack is asked about those whom Beforehand does not know; not within a transaction. */
@Component
class Speakers {

    private final Colleagues colleagues;
    private final SlackPeople people;

    Speakers(Colleagues colleagues, SlackPeople people) {
        this.colleagues = colleagues;
        this.people = people;
    }

    /** The words of a message; people in it by the names that are known without asking. */
    String words(Message message) {
        return new PlainWords(user -> colleagues.bySlackUser(user).map(Colleague::name)).of(message);
    }

    String name(Source source) {
        return source.user() == null ? Objects.requireNonNullElse(source.app(), "?") : name(source.user());
    }

    String name(String user) {
        return colleagues
                .bySlackUser(user)
                .map(Colleague::name)
                .or(() -> people.person(user).map(SlackUser::name))
                .orElse(user);
    }
}
