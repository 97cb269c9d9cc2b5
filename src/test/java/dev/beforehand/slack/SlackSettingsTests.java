package dev.beforehand.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSettingsTests {

    static final String SLACK = "https://slack.com/api/";

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void refusesToStartWithoutASigningSecretAndSaysWhereToFindIt(String secret) {
        assertThatThrownBy(() -> new SlackSettings("xoxb-1", secret, "", SLACK))
                .hasMessageContaining("SLACK_SIGNING_SECRET is not set")
                .hasMessageContaining("Basic Information");
    }

    @Test
    void socketModeNeedsNoSigningSecret() {
        assertThat(new SlackSettings("xoxb-1", "", "xapp-1", SLACK).socketMode())
                .isTrue();
    }

    @Test
    void refusesToStartWithoutABotToken() {
        assertThatThrownBy(() -> new SlackSettings("", "secret", "", SLACK))
                .hasMessageContaining("SLACK_BOT_TOKEN is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://slack.com/api", "slack.com/api/", "https://slack.com/"})
    void refusesAnAddressThatIsNoWebApi(String url) {
        assertThatThrownBy(() -> new SlackSettings("xoxb-1", "secret", "", url)).hasMessageContaining("ends in /api/");
    }

    @Test
    void keepsItsSecretsToItself() {
        assertThat(new SlackSettings("xoxb-1", "secret", "xapp-1", SLACK).toString())
                .doesNotContain("xoxb-1", "secret", "xapp-1");
    }

    @Test
    void peopleAreNamedByIdAddressOrGroup() {
        var team = new TeamSettings(
                List.of(" U0PDANA", "", "S0LEADS"), List.of("Ana@Brightwater.example", "ledger"), List.of());

        assertThat(team.financeLeads()).isEqualTo(new Named(List.of("U0PDANA"), List.of(), List.of("S0LEADS")));
        assertThat(team.managers()).isEqualTo(new Named(List.of(), List.of("ana@brightwater.example"), List.of()));
        assertThat(team.openToAll()).isFalse();
    }

    @Test
    void whatNamesNobodyIsRefusedWithTheSetting() {
        assertThatThrownBy(() -> new TeamSettings(List.of("@dana"), List.of(), List.of()))
                .hasMessageContaining("beforehand.approvers names '@dana'")
                .hasMessageContaining("Copy member ID");
        assertThatThrownBy(() -> new TeamSettings(List.of(), List.of(), List.of("ledger")))
                .hasMessageContaining("beforehand.viewers names 'ledger'");
    }
}
