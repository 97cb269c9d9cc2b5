package dev.beforehand.slack.setup;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.beforehand.letters.Sentence;
import dev.beforehand.mail.Delivery;
import dev.beforehand.mail.MailAddress;
import dev.beforehand.mail.Mailer;
import dev.beforehand.mail.OutgoingMail;
import dev.beforehand.slack.FakeSlack;
import dev.beforehand.slack.SlackTeam;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

class SetupTests extends SlackTeam {

    private static final String DANA = "U0DANALINDQVIST";

    @MockitoBean
    Mailer mailer;

    @BeforeEach
    void allIsWell() {
        FAKE.knows(DANA, "Dana Lindqvist", "dana@brightwater.example", "");
        FAKE.always("auth.test", fields -> true, hasScopes(NeededScopes.all()));
        jdbc.sql("insert into slack_channel (name, id) values ('#receivables', 'C0PRECEIVABLES')")
                .update();
        theLedgerIsOf(0);
        when(mailer.missing()).thenReturn(Optional.empty());
        when(mailer.newMessageId()).thenReturn("<test@brightwater.example>");
        when(mailer.sender("Dana Lindqvist"))
                .thenReturn(new MailAddress("billing@brightwater.example", "Dana Lindqvist, Brightwater"));
        when(mailer.send(any(), any())).thenReturn(new Delivery.Accepted());
    }

    @Test
    void aMissingScopeIsNamedWithItsRemedyUntilItIsThere() {
        FAKE.forgetAnswers();
        FAKE.always(
                "auth.test",
                fields -> true,
                hasScopes(NeededScopes.all().stream()
                        .filter(scope -> !scope.equals("im:history"))
                        .toList()));
        opens(DANA, "home");
        await().untilAsserted(() ->
                assertThat(home()).contains("missing im:history", "paste the manifest", "Reinstall to Workspace"));

        FAKE.forgetAnswers();
        FAKE.always("auth.test", fields -> true, hasScopes(NeededScopes.all()));
        clicks(DANA, "setup:check", "", homeJson());

        await().untilAsserted(() -> assertThat(home()).contains("all 13 scopes are there"));
    }

    @Test
    void theChannelIsNamedInWhichBeforehandIsNot() {
        FAKE.always("conversations.history", fields -> true, FakeSlack.error("not_in_channel"));
        opens(DANA, "home");

        await().untilAsserted(() -> assertThat(home()).contains("not in <#C0PRECEIVABLES>", "/invite @Beforehand"));
    }

    @Test
    void anOldLedgerIsSaidToHoldAllLetters() {
        theLedgerIsOf(8);
        opens(DANA, "home");

        await().untilAsserted(() -> assertThat(home()).contains("all letters wait"));
    }

    @Test
    void aSlackThatDoesNotAnswerLeavesTheRestToBeSeen() {
        FAKE.forgetAnswers();
        FAKE.always("auth.test", fields -> true, FakeSlack.hangUp());
        opens(DANA, "home");

        await().untilAsserted(() ->
                assertThat(home()).contains("Slack did not answer in time", "Beforehand is in <#C0PRECEIVABLES>"));
    }

    @Test
    void nothingIsCalledGoodThatNobodyCouldLookAt() {
        FAKE.forgetAnswers();
        FAKE.always("auth.test", fields -> true, FakeSlack.hangUp());
        testLetter("SENT", 0);
        opens(DANA, "home");

        await().untilAsserted(() -> assertThat(home())
                .contains("Slack did not answer in time", "Not everything could be looked at")
                .doesNotContain("Everything that Beforehand needs"));
    }

    @Test
    void aTestLetterWhoseProcessDiedIsInDoubt() {
        testLetter("SENDING", 3);
        opens(DANA, "home");

        await().untilAsserted(() -> assertThat(home()).contains("nobody knows whether the test letter"));
    }

    private void testLetter(String state, int minutesAgo) {
        jdbc.sql("""
                insert into test_letter (slack_user_id, message_id, recipient, sent_at, state)
                values (?, '<old@brightwater.example>', 'dana@brightwater.example', ?, ?)""").params(DANA, clock.millis() - minutesAgo * 60_000L, state).update();
    }

    @Test
    void aTestLetterGoesToTheLeadAloneAndCountsAsNoLetter() {
        opens(DANA, "home");
        await().untilAsserted(() -> assertThat(home()).contains("no test letter was sent yet"));

        clicks(DANA, "setup:letter", "", homeJson());
        clicks(DANA, "setup:letter", "", homeJson());

        await().untilAsserted(() -> assertThat(home()).contains("Everything that Beforehand needs is set up"));
        var letter = ArgumentCaptor.forClass(OutgoingMail.class);
        verify(mailer, times(1)).send(letter.capture(), any());
        assertThat(letter.getValue().parties().to().address()).isEqualTo("dana@brightwater.example");
        assertThat(letter.getValue().words().subject()).startsWith("Test letter");
        assertThat(letter.getValue().words().text()).startsWith("This is a test.");
        for (var table : List.of("reminder", "outgoing_mail", "activity")) {
            assertThat(jdbc.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void aTestLetterThatIsRefusedSaysWhatTheMailServerSaid() {
        when(mailer.send(any(), any())).thenReturn(new Delivery.Refused(Sentence.asIs("550 <nobody> here")));
        opens(DANA, "home");
        await().untilAsserted(() -> assertThat(home()).contains("no test letter was sent yet"));

        clicks(DANA, "setup:letter", "", homeJson());

        await().untilAsserted(() -> assertThat(home()).contains("550 &lt;nobody&gt; here", "SPRING_MAIL_HOST"));
    }

    @Test
    void theCommandSaysTheSameToAFinanceLeadAlone() {
        when(mailer.missing()).thenReturn(Optional.of(Sentence.asIs("No mail server is set; set SPRING_MAIL_HOST.")));
        assertThat(asks(DANA, "setup")).isEmpty();

        await().untilAsserted(() -> assertThat(FAKE.received("response")).hasSize(1));
        assertThat(FAKE.received("response").getFirst().fields().get("json"))
                .contains("1 thing is still to be done", "No mail server is set", "all 13 scopes are there");
        assertThat(asks("setup")).contains("finance lead").doesNotContain("scopes");
    }

    @Test
    void theAnswerToTheCommandIsBroughtUpToDateWhereItStands() {
        clicksEphemeral(DANA, "setup:check", "");

        await().untilAsserted(() -> assertThat(FAKE.received("response")).hasSize(1));
        assertThat(FAKE.received("response").getFirst().fields().get("json"))
                .contains("\"replace_original\":true", "all 13 scopes are there");
    }

    private void theLedgerIsOf(int daysAgo) {
        jdbc.sql("delete from ledger_file").update();
        jdbc.sql("insert into ledger_file (path, fingerprint, imported_at, as_of) values ('invoices.csv', 'x', 1, ?)")
                .param(MONDAY.minusDays(daysAgo)
                        .atTime(LocalTime.of(8, 0))
                        .atZone(clock.getZone())
                        .toInstant()
                        .toEpochMilli())
                .update();
    }

    private static FakeSlack.Answer hasScopes(List<String> scopes) {
        return exchange -> {
            exchange.getResponseHeaders().add("X-OAuth-Scopes", String.join(",", scopes));
            FakeSlack.json("{\"ok\":true,\"user_id\":\"U0PBOT\",\"bot_id\":\"B0PBOT\",\"team_id\":\"T1\"}")
                    .to(exchange);
        };
    }

    private String home() {
        return homeJson().toString();
    }

    private JsonObject homeJson() {
        await().until(() -> !FAKE.received("views.publish").isEmpty());
        return JsonParser.parseString(
                        FAKE.received("views.publish").getLast().fields().get("view"))
                .getAsJsonObject();
    }
}
