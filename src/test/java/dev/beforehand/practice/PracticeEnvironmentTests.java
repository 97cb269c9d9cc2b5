package dev.beforehand.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

class PracticeEnvironmentTests {

    private static final String ON = "beforehand.practice.on";

    @Configuration
    static class Nothing {}

    @Test
    void withoutATokenBeforehandRunsByItself() {
        var settings = start();

        assertThat(settings.getProperty(ON)).isEqualTo("true");
        assertThat(settings.getProperty("beforehand.slack.bot-token"))
                .startsWith("xoxb-practice-")
                .hasSize(46);
        assertThat(settings.getProperty("beforehand.slack.signing-secret")).hasSize(32);
        assertThat(settings.getProperty("beforehand.slack.api-url")).isEqualTo("http://localhost:8080/practice/api/");
        assertThat(settings.getProperty("spring.datasource.url")).isEqualTo("jdbc:sqlite:./data/practice.db");
        assertThat(settings.getProperty("spring.mail.host")).isEqualTo("localhost");
        assertThat(settings.getProperty("spring.mail.port"))
                .isEqualTo(settings.getProperty("beforehand.practice.mail-port"))
                .matches("\\d+");
        assertThat(settings.getProperty("beforehand.ledger")).isEqualTo("./data/practice-ledger");
        assertThat(settings.getProperty("beforehand.digest.channel")).isEqualTo("#receivables");
        assertThat(settings.getProperty("beforehand.approvers")).isEqualTo("U0PDANA");
        assertThat(settings.getProperty("beforehand.mail.from")).isEqualTo("accounts@brightwater.example");
    }

    @Test
    void whatTheUserSetStays() {
        var settings = start(
                "--spring.datasource.url=jdbc:sqlite:own.db",
                "--beforehand.ledger=own.csv",
                "--beforehand.digest.channel=#general",
                "--server.port=9090",
                "--server.address=0.0.0.0",
                "--SLACK_SIGNING_SECRET=own-secret");

        assertThat(settings.getProperty(ON)).isEqualTo("true");
        assertThat(settings.getProperty("spring.datasource.url")).isEqualTo("jdbc:sqlite:own.db");
        assertThat(settings.getProperty("beforehand.ledger")).isEqualTo("own.csv");
        assertThat(settings.getProperty("beforehand.digest.channel")).isEqualTo("#general");
        assertThat(settings.getProperty("server.address")).isEqualTo("0.0.0.0");
        assertThat(settings.getProperty("beforehand.slack.signing-secret")).isEqualTo("own-secret");
        assertThat(settings.getProperty("beforehand.slack.api-url")).isEqualTo("http://localhost:9090/practice/api/");
    }

    @Test
    void noMailServerThatIsSetGetsALetterOrIsRead() {
        var settings = start(
                "--spring.mail.host=smtp.example.com",
                "--spring.mail.port=465",
                "--spring.mail.username=billing",
                "--beforehand.inbox.host=imap.example.com",
                "--beforehand.inbox.user=billing");

        assertThat(settings.getProperty("spring.mail.host")).isEqualTo("localhost");
        assertThat(settings.getProperty("spring.mail.port"))
                .isEqualTo(settings.getProperty("beforehand.practice.mail-port"));
        assertThat(settings.getProperty("spring.mail.username")).isEmpty();
        assertThat(settings.getProperty("beforehand.inbox.host")).isEqualTo("localhost");
        assertThat(settings.getProperty("beforehand.inbox.port"))
                .isEqualTo(settings.getProperty("beforehand.practice.inbox-port"));
        assertThat(settings.getProperty("beforehand.inbox.user")).isEqualTo("replies@brightwater.example");
    }

    @Test
    void thePageIsForThisMachineAlone() {
        assertThat(start().getProperty("server.address")).isEqualTo("localhost");
        assertThat(start("--SLACK_BOT_TOKEN=xoxb-real").getProperty("server.address"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--SLACK_BOT_TOKEN=xoxb-real", "--beforehand.slack.bot-token=xoxb-real"})
    void aTokenEndsPractice(String token) {
        var settings = start(token, "--" + ON + "=true");

        assertThat(settings.getProperty(ON)).isEqualTo("false");
        assertThat(settings.getProperty("beforehand.slack.bot-token")).isEqualTo("xoxb-real");
        assertThat(settings.getProperty("beforehand.slack.api-url")).isEqualTo("https://slack.com/api/");
        assertThat(settings.getProperty("spring.datasource.url")).isEqualTo("jdbc:sqlite:./data/beforehand.db");
        assertThat(settings.getProperty("spring.mail.host")).isNull();
        assertThat(settings.getProperty("beforehand.approvers")).isNotEqualTo("U0PDANA");
    }

    @Test
    void soDoesATokenThatComesLater() {
        var settings = start();
        settings.getPropertySources()
                .addFirst(new MapPropertySource("later", Map.of("beforehand.slack.bot-token", "xoxb-real")));

        assertThat(settings.getProperty(ON)).isNull();
        assertThat(settings.getProperty("spring.datasource.url")).isEqualTo("jdbc:sqlite:./data/beforehand.db");
    }

    @Test
    void anEmptyTokenIsNone() {
        var settings = start("--SLACK_BOT_TOKEN= ", "--SLACK_SIGNING_SECRET=", "--SLACK_API_URL=");

        assertThat(settings.getProperty(ON)).isEqualTo("true");
        assertThat(settings.getProperty("beforehand.slack.signing-secret")).isNotBlank();
        assertThat(settings.getProperty("beforehand.slack.api-url")).isEqualTo("http://localhost:8080/practice/api/");
    }

    @Test
    void anAppTokenAloneConnectsToNothing() {
        var settings = start("--SLACK_APP_TOKEN=xapp-1");

        assertThat(settings.getProperty(ON)).isEqualTo("true");
        assertThat(settings.getProperty("beforehand.slack.app-token")).isEmpty();
    }

    @Test
    void socketModeHasATokenOfItsOwn() {
        assertThat(start("--beforehand.practice.socket-mode=true").getProperty("beforehand.slack.app-token"))
                .startsWith("xapp-practice-");
        assertThat(start("--beforehand.practice.socket-mode=false").getProperty("beforehand.slack.app-token"))
                .isEmpty();
    }

    @Test
    void anyFreePortIsFoundBeforehand() {
        var settings = start("--server.port=0");

        var port = settings.getProperty("server.port", Integer.class, 0);
        assertThat(port).isPositive();
        assertThat(settings.getProperty("beforehand.practice.url")).isEqualTo("http://localhost:" + port);
    }

    private static ConfigurableEnvironment start(String... settings) {
        try (var context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(settings)) {
            return context.getEnvironment();
        }
    }
}
