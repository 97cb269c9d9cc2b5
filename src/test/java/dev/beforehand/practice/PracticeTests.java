package dev.beforehand.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import dev.beforehand.Beforehand;
import dev.beforehand.database.TestDatabases;
import dev.beforehand.practice.faults.Fault;
import dev.beforehand.practice.faults.Faults;
import dev.beforehand.practice.faults.Rule;
import dev.beforehand.practice.workspace.PracticeMessage;
import dev.beforehand.practice.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole of Beforehand in practice. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = Beforehand.class,
        properties = "beforehand.practice.today=2013-06-15")
class PracticeTests {

    private static final String GENERAL = "C0PGENERAL";

    @TempDir
    static Path ledger;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", TestDatabases::sqliteUrl);
        registry.add("beforehand.practice.ledger", ledger::toString);
    }

    @Value("${beforehand.slack.bot-token}")
    private String token;

    @Autowired
    private PracticeSlack practice;

    @Autowired
    private Faults faults;

    @Autowired
    private PracticeMailbox mailbox;

    @Autowired
    private Slack slack;

    @Autowired
    private Clock clock;

    @Autowired
    private JavaMailSender mail;

    @Test
    void theClockStartsOnTheDayThatWasAskedFor() {
        assertThat(clock).isInstanceOf(PracticeClock.class);
        assertThat(LocalDate.now(clock)).isEqualTo("2013-06-15");
        assertThat(LocalTime.now(clock)).isAfterOrEqualTo(LocalTime.of(8, 30));
    }

    @Test
    void slacksOwnClientPostsAndChanges() throws IOException, SlackApiException {
        var posted =
                slack.methods(token).chatPostMessage(r -> r.channel("#general").text("Hello"));
        assertThat(posted.isOk()).isTrue();
        slack.methods(token)
                .chatUpdate(
                        r -> r.channel(posted.getChannel()).ts(posted.getTs()).text("Goodbye"));

        assertThat(practice.message(GENERAL, posted.getTs(), "U0PBEN"))
                .map(PracticeMessage::text)
                .contains("Goodbye");
    }

    @Test
    void slacksOwnClientReadsARefusal() throws IOException, SlackApiException {
        var refused =
                slack.methods(token).chatPostMessage(r -> r.channel("#nowhere").text("Hello"));
        assertThat(refused.getError()).isEqualTo("channel_not_found");
    }

    @Test
    void aMessageWhoseAnswerIsLostStands() {
        faults.set(Rule.next(Fault.LOST_ANSWER, 1));

        assertThatThrownBy(() -> slack.methods(token)
                        .chatPostMessage(r -> r.channel("D0PBEN").text("Nobody hears of me")))
                .isInstanceOf(IOException.class);

        assertThat(practice.messages("D0PBEN", "U0PBEN"))
                .extracting(PracticeMessage::text)
                .containsOnlyOnce("Nobody hears of me");
    }

    @Test
    void aCommandReachesBeforehandAndItsAnswerTheAsker() {
        assertThat(practice.say("U0PANA", "D0PANA", null, "/invoices help")).isEmpty();

        assertThat(practice.messages("D0PANA", "U0PANA")).last().satisfies(answer -> {
            assertThat(answer.user()).isEqualTo(Workspace.BOT_USER);
            assertThat(answer.text() + answer.blocks()).contains("/invoices");
        });
        assertThat(practice.messages("D0PANA", "U0PBEN")).isEmpty();
    }

    @Test
    void whatPeopleSayIsEscapedAsInSlack() {
        practice.say("U0PANA", GENERAL, null, "a < b & c");
        assertThat(practice.messages(GENERAL, "U0PBEN"))
                .extracting(PracticeMessage::text)
                .contains("a &lt; b &amp; c");
    }

    @Test
    void nobodyReadsAnothersDirectMessages() {
        assertThat(practice.say("U0PBEN", "D0PANA", null, "Hello")).isPresent();
        assertThat(practice.messages("D0PANA", "U0PANA"))
                .extracting(PracticeMessage::user)
                .doesNotContain("U0PBEN");
    }

    @Test
    void aMailReachesTheMailboxOverSmtp() {
        var message = new SimpleMailMessage();
        message.setFrom("accounts@brightwater.example");
        message.setTo("k.hartmann@hartmann.example");
        message.setSubject("Invoice 7");
        message.setText("Hello");
        mail.send(message);

        assertThat(mailbox.letters()).extracting(PracticeLetter::subject).contains("Invoice 7");
    }
}
