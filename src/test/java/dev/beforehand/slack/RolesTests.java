package dev.beforehand.slack;

import static dev.beforehand.clients.Role.ACCOUNT_MANAGER;
import static dev.beforehand.clients.Role.FINANCE_LEAD;
import static dev.beforehand.clients.Role.VIEWER;
import static dev.beforehand.slack.FakeSlack.error;
import static dev.beforehand.slack.FakeSlack.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.clients.AccessRequests;
import dev.beforehand.clients.Colleagues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Where no setting says who the account managers are, as after an upgrade. */
@TestPropertySource(properties = {"beforehand.approvers=S0LEADS", "beforehand.viewers=vera@brightwater.example"})
class RolesTests extends SlackTeam {

    @Autowired
    Roles roles;

    @Autowired
    Colleagues colleagues;

    @Autowired
    AccessRequests requests;

    @Test
    void everybodyOfTheWorkspaceMayWorkWhomNoSettingNames() {
        FAKE.knows("U0ONE", "Una", "una@brightwater.example", "");

        assertThat(roles.of("U0ONE")).contains(ACCOUNT_MANAGER);
    }

    @Test
    void aGuestMayNotUnlessTheLedgerNamesThemOrAFinanceLeadDid() {
        FAKE.knows("U0GUEST", "Gil", "gil@partner.example", ",\"is_restricted\":true");
        assertThat(roles.of("U0GUEST")).isEmpty();

        var by = ledger.colleague("Dana Lindqvist");
        requests.decide(requests.ask("U0GUEST", "Gil", 1), VIEWER, by);
        assertThat(roles.of("U0GUEST")).contains(VIEWER);

        jdbc.sql("update colleague set email = 'gil@partner.example' where id = ?")
                .param(by.value())
                .update();
        ledger.client("Harbour Books", by);
        assertThat(roles.of("U0GUEST")).contains(ACCOUNT_MANAGER);
    }

    @Test
    void whomASettingMakesAViewerIsOne() {
        FAKE.knows("U0VERA", "Vera", "Vera@Brightwater.example", "");

        assertThat(roles.of("U0VERA")).contains(VIEWER);
    }

    @Test
    void whoeverIsInTheGroupOfTheFinanceLeadsIsOneOfThem() {
        FAKE.answers("usergroups.users.list", json("{\"ok\":true,\"users\":[\"U0LEAD\"]}"));

        assertThat(roles.afresh("U0LEAD")).contains(FINANCE_LEAD);
        assertThat(roles.of("U0OTHER")).contains(ACCOUNT_MANAGER);
    }

    @Test
    void whoeverWasMetMayWorkWhileSlackDoesNotAnswer() {
        colleagues.met("U0KNOWN", null, "Kim");
        FAKE.answers("users.info", error("internal_error"), error("internal_error"));

        assertThat(roles.of("U0KNOWN")).contains(ACCOUNT_MANAGER);
        assertThat(roles.of("U0NEVERSEEN")).isEmpty();
    }

    @Test
    void whoeverWasDeactivatedHasNoRole() {
        FAKE.knows("U0GONE", "Gus", "vera@brightwater.example", ",\"deleted\":true");

        assertThat(roles.of("U0GONE")).isEmpty();
    }
}
