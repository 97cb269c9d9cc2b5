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
    void approversAreNamedByTheirIds() {
        assertThat(new Approvers(List.of(" U0PDANA", "")).include("U0PDANA")).isTrue();
        assertThat(new Approvers(List.of("U0PDANA")).include("U0PANA")).isFalse();
        assertThat(new Approvers(List.of()).include("U0PANA")).isFalse();
        assertThatThrownBy(() -> new Approvers(List.of("@dana")))
                .hasMessageContaining("'@dana'")
                .hasMessageContaining("Copy member ID");
    }
}
