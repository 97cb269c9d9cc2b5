package dev.beforehand.slack;

import dev.beforehand.clients.Colleagues;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The people who decide, and who are told when something went wrong: the approvers, each in a direct message. */
@Component
public class FinanceLeads {

    private static final Logger log = LoggerFactory.getLogger(FinanceLeads.class);

    private final TeamSettings settings;
    private final SlackPeople people;
    private final Colleagues colleagues;
    private final DirectMessages messages;

    FinanceLeads(TeamSettings settings, SlackPeople people, Colleagues colleagues, DirectMessages messages) {
        this.settings = settings;
        this.people = people;
        this.colleagues = colleagues;
        this.messages = messages;
    }

    /** Their Slack user ids, each once; those of whom Slack does not say who they are are left out. */
    public List<String> ids() {
        var named = settings.financeLeads();
        return Stream.of(
                        named.users().stream(),
                        named.emails().stream().flatMap(email -> withAddress(email).stream()),
                        named.groups().stream().flatMap(group -> people.members(group).stream()))
                .flatMap(ids -> ids)
                .distinct()
                .toList();
    }

    /** Whom to turn to, as mentions. */
    public static String mentions(List<String> slackUsers) {
        return slackUsers.stream().map(user -> "<@" + user + ">").collect(Collectors.joining(", "));
    }

    /** Where there is nobody to be told, it stands in the log. */
    public void tell(SlackMessage message) {
        tellAllBut("", message);
    }

    /** @param person who cannot be told, perhaps one of them */
    void tellAllBut(String person, SlackMessage message) {
        var told = ids().stream().filter(lead -> !lead.equals(person)).toList();
        if (told.isEmpty()) {
            log.warn("Nobody was told, because beforehand.approvers names nobody to tell: {}", message.text());
        }
        told.forEach(lead -> messages.send(lead, message));
    }

    private Optional<String> withAddress(String email) {
        return colleagues
                .byEmail(email)
                .flatMap(known -> Optional.ofNullable(known.slackUserId()))
                .or(() -> people.withAddress(email));
    }
}
