package dev.beforehand.slack;

import dev.beforehand.clients.AccessRequests;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.clients.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which role somebody has: the highest that the settings, the ledger or a finance lead give them. Where no setting says
 * who the account managers are, that of one for everybody else in the workspace who is no guest. Asks Slack; so not within
 * a transaction.
 */
@Component
public class Roles {

    private final TeamSettings settings;
    private final SlackPeople people;
    private final Colleagues colleagues;
    private final AccessRequests requests;

    Roles(TeamSettings settings, SlackPeople people, Colleagues colleagues, AccessRequests requests) {
        this.settings = settings;
        this.people = people;
        this.colleagues = colleagues;
        this.requests = requests;
    }

    /** Empty where they have none, and may do nothing. */
    public Optional<Role> of(String slackUser) {
        return role(slackUser, people.person(slackUser).orElse(null), people::members);
    }

    /** The same, with Slack asked about them and about the user groups at this moment. */
    public Optional<Role> afresh(String slackUser) {
        return role(slackUser, people.afresh(slackUser).orElse(null), people::membersAfresh);
    }

    private Optional<Role> role(String user, @Nullable SlackUser person, Function<String, List<String>> members) {
        if (person != null && person.deactivated()) {
            return Optional.empty();
        }
        var met = colleagues.bySlackUser(user);
        var email = person != null ? person.email() : met.map(Colleague::email).orElse(null);
        var who = new Clicker(user, email == null ? "" : email.toLowerCase(Locale.ROOT), members);
        var given = requests.given(user);
        if (who.isIn(settings.financeLeads())) {
            return Optional.of(Role.FINANCE_LEAD);
        }
        if (who.isIn(settings.managers()) || colleagues.isAccountManager(who.email)) {
            return Optional.of(Role.ACCOUNT_MANAGER);
        }
        if (given.isPresent()) {
            return given;
        }
        if (who.isIn(settings.onlookers())) {
            return Optional.of(Role.VIEWER);
        }
        // Somebody who was met counts as one of the workspace while Slack does not answer.
        var ofTheWorkspace = person != null ? !person.outsider() : met.isPresent();
        return settings.openToAll() && ofTheWorkspace ? Optional.of(Role.ACCOUNT_MANAGER) : Optional.empty();
    }

    private record Clicker(String id, String email, Function<String, List<String>> members) {

        private boolean isIn(Named named) {
            return named.users().contains(id)
                    || named.emails().contains(email)
                    || named.groups().stream()
                            .anyMatch(group -> members.apply(group).contains(id));
        }
    }
}
