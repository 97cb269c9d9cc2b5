package dev.beforehand.slack.leases;

import dev.beforehand.clients.Role;
import dev.beforehand.slack.Roles;
import org.springframework.stereotype.Component;

/** Who may have check-ins. Asks Slack; so not within a transaction. */
@Component
class Holders {

    private final Roles roles;

    Holders(Roles roles) {
        this.roles = roles;
    }

    boolean mayHold(String slackUser) {
        return roles.of(slackUser)
                .filter(role -> role.includes(Role.ACCOUNT_MANAGER))
                .isPresent();
    }

    /** Whether they decide about what others have. */
    boolean isLead(String slackUser) {
        return roles.of(slackUser).filter(Role.FINANCE_LEAD::equals).isPresent();
    }
}
