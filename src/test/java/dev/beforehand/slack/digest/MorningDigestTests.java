package dev.beforehand.slack.digest;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.LedgerImported;
import dev.beforehand.invoices.LedgerReport;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.slack.DigestOnDemand;
import dev.beforehand.slack.FakeSlack;
import dev.beforehand.slack.FakeSlack.Received;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.SlackTeam;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class MorningDigestTests extends SlackTeam {

    private static final String ANA = "U0ANARUIZ";
    private static final String DANA = "U0DANALINDQVIST";
    private static final Posted MESSAGE = new Posted("D1", "1.0");

    @Autowired
    MorningDigestJob job;

    @Autowired
    DigestOnDemand today;

    @Autowired
    CheckIns checkIns;

    @Autowired
    SlackPosts posts;

    @Autowired
    Reminders reminders;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void isPostedOnceADayHoweverOftenItRuns() {
        invoice("INV-1");

        job.run(MONDAY);
        await().until(() -> cards() == 1);
        job.run(MONDAY);
        clock.moveTo(MONDAY.plusDays(1), LocalTime.of(8, 30));
        job.run(MONDAY.plusDays(1));
        await().until(() -> cards() == 2);

        assertThat(posted().stream().filter(text -> text.startsWith("1 open invoice worth €100.00")))
                .hasSize(2);
    }

    @Test
    void plansNoLetterThatNobodyCouldLookAtBeforeItLeaves() {
        invoice("INV-1");
        job.run(MONDAY);
        jdbc.sql("update letter_day set planned_at = 0").update();
        ledger.invoice("INV-2", ledger.client("Mill Lane", ledger.colleague("Ben Okafor")), MONDAY, "EUR 70.00");

        clock.moveTo(MONDAY, LocalTime.of(23, 30));
        job.run(MONDAY);

        assertThat(jdbc.sql("select count(*) from letter_rest")
                        .query(Integer.class)
                        .single())
                .as("what the cadences asked for, without a mail server")
                .isEqualTo(1);
        await().until(() -> cards() == 2);
    }

    @Test
    void whoAsksForTheDigestEarlierKeepsNoLetterFromBeingPlanned() {
        invoice("INV-1");
        today.show();

        job.run(MONDAY);

        assertThat(jdbc.sql("select count(*) from letter_rest")
                        .query(Integer.class)
                        .single())
                .as("what the cadences asked for, without a mail server")
                .isEqualTo(1);
        await().until(() -> cards() == 1);
    }

    @Test
    void failsWhereSlackRefusesItSoThatNoLetterLeavesUnlistedAndSaysSoOnce() {
        FAKE.answers("chat.postMessage", FakeSlack.error("not_in_channel"));
        assertThatThrownBy(() -> job.run(MONDAY)).isInstanceOf(IllegalStateException.class);
        await().until(() -> toldInPerson().size() == 1);
        assertThatThrownBy(() -> job.run(MONDAY)).hasMessageContaining("Invite it there");
        assertThat(reminders.isListed(MONDAY)).isFalse();

        clock.moveTo(MONDAY, LocalTime.of(8, 35));
        job.run(MONDAY);

        assertThat(posted()).last().asString().startsWith("Nothing is open");
        await().until(() -> toldInPerson().size() == 2);
        assertThat(toldInPerson().getLast()).contains("This is over");
        assertThat(reminders.isListed(MONDAY)).isTrue();
    }

    @Test
    void noLetterLeavesBeforeSomebodySaysThatADigestStandsOfWhichNobodyCanFindOut() {
        losesTheDigest();
        clock.moveTo(MONDAY, LocalTime.of(8, 31));
        for (int minute = 0; minute < 2; minute++) {
            assertThatThrownBy(() -> job.run(MONDAY)).hasMessageContaining("already or not");
        }
        assertThat(reminders.isListed(MONDAY)).isFalse();
        await().until(() -> !toldBySlackLost().isEmpty());

        clicks(ANA, DigestProblems.STANDS, MONDAY, MESSAGE);
        await().until(() -> toldTo(ANA).size() == 1);
        assertThat(reminders.isListed(MONDAY)).as("she is no finance lead").isFalse();
        clicks(DANA, DigestProblems.STANDS, MONDAY, MESSAGE);
        await().until(() -> reminders.isListed(MONDAY));

        job.run(MONDAY);
        assertThat(toldBySlackLost()).as("once").hasSize(1);
    }

    @Test
    void aDigestWhoseAnswerWasLostIsLookedForAndNobodyIsAsked() {
        job.run(MONDAY);
        var tuesday = MONDAY.plusDays(1);
        clock.moveTo(tuesday, LocalTime.of(8, 30));
        FAKE.answers("chat.postMessage", FakeSlack.lost());
        assertThatThrownBy(() -> job.run(tuesday)).hasMessageContaining("already or not");
        assertThat(reminders.isListed(tuesday)).isFalse();

        clock.moveTo(tuesday, LocalTime.of(8, 31));
        job.run(tuesday);

        assertThat(reminders.isListed(tuesday)).isTrue();
        assertThat(posted()).hasSize(2);
        assertThat(toldBySlackLost()).isEmpty();
    }

    @Test
    void aDigestThatWasNotPostedOnItsDayNeverIs() {
        FAKE.always("chat.postMessage", fields -> true, FakeSlack.error("service_unavailable"));
        assertThatThrownBy(() -> job.run(MONDAY)).isInstanceOf(IllegalStateException.class);

        var tuesday = MONDAY.plusDays(1);
        clock.moveTo(tuesday, LocalTime.of(8, 30));
        FAKE.forgetAnswers();
        FAKE.forgetAll();
        job.run(tuesday);

        assertThat(FAKE.received("chat.postMessage"))
                .singleElement()
                .satisfies(post -> assertThat(post.fields().get("blocks")).contains("Tuesday, 18 June"));
    }

    private void losesTheDigest() {
        FAKE.answers("chat.postMessage", FakeSlack.hangUp());
        FAKE.always("conversations.history", fields -> true, FakeSlack.error("missing_scope"));
        assertThatThrownBy(() -> job.run(MONDAY)).hasMessageContaining("already or not");
    }

    private static List<String> toldBySlackLost() {
        return texts("chat.postMessage").stream()
                .filter(text -> text.startsWith("I do not know whether the digest"))
                .toList();
    }

    @Test
    void aDigestThatSomebodyDeletedHoldsNothingUp() {
        job.run(MONDAY);
        FAKE.answers("chat.update", FakeSlack.error("message_not_found"));

        job.run(MONDAY);

        assertThat(posted()).first().asString().startsWith("Nothing is open");
    }

    @Test
    void whatTheLedgerSaysDuringTheDayStandsInTheDigestAtOnce() {
        var paid = invoice("INV-1");
        job.run(MONDAY);
        await().until(() -> cards() == 1);
        clock.moveTo(MONDAY, LocalTime.of(11, 0));
        ledger.paid(paid, MONDAY);
        ledger.invoice("INV-2", ledger.client("Mill Lane", ledger.colleague("Ben Okafor")), MONDAY, "EUR 70.00");

        events.publishEvent(new LedgerImported(
                new LedgerReport("invoices.csv", null, 2, 1, 1, 0, 0, 0, List.of(), 0, Duration.ZERO)));

        await().untilAsserted(
                        () -> assertThat(updates()).anyMatch(text -> text.startsWith("1 open invoice worth €70.00")));
        assertThat(jdbc.sql("select state from check_in order by id")
                        .query(String.class)
                        .list())
                .containsExactly("CANCELLED", "OPEN");
        await().untilAsserted(() -> assertThat(posted()).contains("Check-in with Mill Lane: €70.00"));
    }

    @Test
    void aClaimOnAWeekendStandsInTheNewestDigest() {
        invoice("INV-1");
        job.run(MONDAY);
        await().until(() -> cards() == 1);
        clock.moveTo(MONDAY.plusDays(5), LocalTime.NOON);
        var checkIn = new CheckInId(
                jdbc.sql("select id from check_in").query(Long.class).single());

        checkIns.claim(checkIn, ledger.colleague("Ben Okafor"));

        await().until(() -> FAKE.received("chat.update").stream()
                .anyMatch(
                        update -> update.fields().getOrDefault("blocks", "").contains("Receivables on Monday, 17 June")
                                && update.fields().getOrDefault("blocks", "").contains("claimed by Ben Okafor")));
    }

    @Test
    void aDigestOfWhichNobodyKnowsIsPostedAgainOnceAndOnItsDayOnly() {
        losesTheDigest();
        FAKE.forgetAll();
        FAKE.always("conversations.history", fields -> true, FakeSlack.error("missing_scope"));

        clicks(DANA, DigestProblems.POST_AGAIN, MONDAY, MESSAGE);
        await().until(() -> toldTo(DANA).size() == 1);
        assertThat(toldTo(DANA)).last().asString().contains("on its way");
        assertThat(posted()).isEmpty();

        clock.moveTo(MONDAY, LocalTime.of(8, 32));
        clicks(DANA, DigestProblems.POST_AGAIN, MONDAY, MESSAGE);
        await().until(() -> posted().size() == 1);
        clicks(DANA, DigestProblems.POST_AGAIN, MONDAY, MESSAGE);
        await().until(() -> toldTo(DANA).size() == 2);

        clock.moveTo(MONDAY.plusDays(1), LocalTime.of(8, 32));
        clicks(DANA, DigestProblems.POST_AGAIN, MONDAY, MESSAGE);
        await().until(() -> toldTo(DANA).size() == 3);
        assertThat(toldTo(DANA)).last().asString().contains("is over");
        assertThat(posted()).hasSize(1);
    }

    private InvoiceId invoice(String number) {
        var harbour = ledger.client("Harbour Books", ledger.colleague("Ana Ruiz"));
        return ledger.invoice(number, harbour, MONDAY.plusDays(4), "EUR 100.00");
    }

    private static long cards() {
        return posted().stream()
                .filter(text -> text.startsWith("Check-in with"))
                .count();
    }

    private static List<String> posted() {
        return texts("chat.postMessage").stream()
                .filter(text -> !text.contains("Slack took nothing") && !text.startsWith(":warning:"))
                .toList();
    }

    private static List<String> toldInPerson() {
        return texts("chat.postMessage").stream()
                .filter(text -> text.contains("Slack took nothing") || text.startsWith(":warning:"))
                .toList();
    }

    private static List<String> updates() {
        return texts("chat.update");
    }

    private static List<String> texts(String method) {
        return FAKE.received(method).stream()
                .map(Received::fields)
                .map(fields -> fields.get("text"))
                .toList();
    }
}
