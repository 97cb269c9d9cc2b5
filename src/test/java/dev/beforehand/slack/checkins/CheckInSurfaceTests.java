package dev.beforehand.slack.checkins;

import static dev.beforehand.database.TestClock.MONDAY;
import static dev.beforehand.slack.FakeSlack.error;
import static dev.beforehand.slack.FakeSlack.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import dev.beforehand.checkins.CheckIn.Outcome;
import dev.beforehand.checkins.CheckIn.State;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.Conversations;
import dev.beforehand.checkins.Disputes;
import dev.beforehand.checkins.Feedback;
import dev.beforehand.checkins.Promise;
import dev.beforehand.checkins.Promises;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.Payments;
import dev.beforehand.reminders.ReminderChanged;
import dev.beforehand.reminders.ReminderId;
import dev.beforehand.slack.FakeSlack.Received;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackTeam;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

class CheckInSurfaceTests extends SlackTeam {

    static final String ANA = "U0ANARUIZ";
    static final String BEN = "U0BENOKAFOR";
    static final Posted DIGEST = new Posted("C0PRECEIVABLES", "9.0");

    @Autowired
    CheckIns checkIns;

    @Autowired
    Conversations conversations;

    @Autowired
    Promises promises;

    @Autowired
    Disputes disputes;

    @Autowired
    Payments payments;

    @Autowired
    ApplicationEventPublisher events;

    ColleagueId ana;
    ColleagueId ben;
    InvoiceId invoice;
    CheckInId id;
    Posted card;

    @BeforeEach
    void aCheckInToClaim() {
        ana = ledger.colleague("Ana Ruiz");
        ben = ledger.colleague("Ben Okafor");
        var harbour = ledger.client("Harbour & Sons", ana);
        invoice = ledger.invoice("INV-1042", harbour, MONDAY.plusDays(4), "EUR 1000.00");
        checkIns.flag(MONDAY);
        id = new CheckInId(jdbc.sql("select id from check_in").query(Long.class).single());
        theDigestIs(DIGEST);
        card = shown(CheckInCards.subject(id));
        FAKE.forgetAll();
    }

    @Test
    void aClaimShowsOnTheCardAndSaysNothingElse() {
        clicks(ANA, CheckInButtons.CLAIM, id, card);

        assertThat(checkIns.find(id).orElseThrow().claimedBy()).isEqualTo(ana);
        await().until(() -> shown().contains("Ana Ruiz is on it"));
        assertThat(shown()).contains("Harbour &amp; Sons", "Done").doesNotContain("Claim\"");
        assertThat(toldTo(ANA)).isEmpty();
    }

    @Test
    void ofManyAtOnceOneHasItAndEachOtherIsToldWho() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> clicks(ANA, CheckInButtons.CLAIM, id, card));
            threads.execute(() -> clicks(BEN, CheckInButtons.CLAIM, id, card));
        }

        var winner = checkIns.find(id).orElseThrow().claimedBy();
        var loser = ana.equals(winner) ? BEN : ANA;
        await().until(() -> !toldTo(loser).isEmpty());
        assertThat(toldTo(loser))
                .containsExactly((ana.equals(winner) ? "Ana Ruiz" : "Ben Okafor")
                        + " has the check-in with Harbour &amp; Sons already.");
        assertThat(FAKE.received("chat.postEphemeral"))
                .hasSize(1)
                .allSatisfy(told -> assertThat(told.fields()).containsEntry("thread_ts", "9.0"));
    }

    @Test
    void aClickOnACheckInThatIsGoneIsAnsweredWithASentence() {
        for (var action : List.of(CheckInButtons.CLAIM, CheckInButtons.FEEDBACK, CheckInButtons.DONE)) {
            FAKE.forgetAll();
            clicks(ANA, action, 4711, card);
            await().until(() -> !toldTo(ANA).isEmpty());
            assertThat(toldTo(ANA)).singleElement().asString().startsWith("Beforehand does not know this check-in");
        }
        assertThat(FAKE.received("views.open")).isEmpty();
    }

    @Test
    void whatIsPaidCannotBeClaimedAndTheCardSaysSo() {
        ledger.paid(invoice, MONDAY.plusDays(1));
        clock.moveTo(MONDAY.plusDays(1), LocalTime.of(9, 0));
        checkIns.flag(MONDAY.plusDays(1));

        clicks(ANA, CheckInButtons.CLAIM, id, card);

        await().until(() -> !toldTo(ANA).isEmpty());
        assertThat(toldTo(ANA)).singleElement().asString().contains("paid or voided in the meantime");
        await().until(() -> shown().contains("INV-1042  paid"));
    }

    @Test
    void aPaymentBornElsewhereShowsOnTheCard() {
        ledger.paid(invoice, MONDAY);

        payments.note(MONDAY);

        await().until(() -> shown().contains("INV-1042  paid"));
    }

    @Test
    void aLetterAboutItsInvoicesShowsOnTheCard() {
        jdbc.sql("""
                insert into reminder (id, client_id, step, day, state, message_id, requested_by, attempts, changed_at)
                select 9, client_id, -4, '2013-06-17', 'SENT', '<m@brightwater.example>', ?, 1, 1371455100000
                from check_in""").param(ben.value()).update();
        jdbc.sql("insert into reminder_invoice (reminder_id, invoice_id, step, due_on, balance, currency)"
                        + " values (9, ?, -4, '2013-06-21', 100000, 'EUR')")
                .param(invoice.value())
                .update();

        events.publishEvent(new ReminderChanged(new ReminderId(9)));

        await().until(() -> shown().contains("Last letter <!date^1371455100^"));
        assertThat(shown()).contains("asked for by Ben Okafor");
    }

    @Test
    void manyCardsThatChangeAtOnceAreShownOnceEach() {
        var cardsOf = IntStream.range(0, 5)
                .mapToObj(n ->
                        ledger.invoice("M-" + n, ledger.client("Client " + n, ana), MONDAY.plusDays(1), "EUR 5.00"))
                .toList();
        checkIns.flag(MONDAY);
        var ids = checkIns.naming(cardsOf);
        ids.forEach(many -> shown(CheckInCards.subject(many)));
        FAKE.forgetAll();
        cardsOf.forEach(paid -> ledger.paid(paid, MONDAY));

        payments.note(MONDAY);

        await().until(() -> updatesOfCards().size() == 5);
        assertThat(updatesOfCards())
                .allSatisfy(update -> assertThat(update.fields().get("blocks")).contains("paid"))
                .extracting(update -> update.fields().get("ts"))
                .doesNotHaveDuplicates();
    }

    @Test
    void feedbackWithAPromiseIsKeptAndShown() {
        clicks(ANA, CheckInButtons.FEEDBACK, id, card);
        var form = modal("views.open");

        var answer = submits(
                ANA,
                form,
                Map.of(
                        "words", text("They pay <on> Friday"),
                        "mood", option("FRIENDLY"),
                        "day", date("2013-06-21"),
                        "amount", text("1000.00")));

        assertThat(answer).isNullOrEmpty();
        assertThat(checkIns.find(id).orElseThrow().outcome()).isEqualTo(Outcome.WILL_PAY);
        assertThat(promises.about(List.of(invoice)))
                .extracting(Promise::money)
                .containsExactly(Money.parse("EUR 1000.00"));
        await().until(() -> shown().contains("They promised €1,000.00 by Fri 21 Jun"));
        assertThat(shown()).contains("They pay &lt;on&gt; Friday", "noted by Ana Ruiz");
    }

    @Test
    void emptyFeedbackKeepsTheFormOpenAndNothingElse() {
        clicks(ANA, CheckInButtons.FEEDBACK, id, card);

        var answer = submits(ANA, modal("views.open"), Map.of("words", text("  "), "mood", option("FRIENDLY")));

        assertThat(answer).contains("errors").contains("Please write down what they said");
        assertThat(conversations.of(id)).isEmpty();
    }

    @Test
    void aFormSentTwiceIsLoggedOnce() {
        clicks(ANA, CheckInButtons.FEEDBACK, id, card);
        Map<String, Object> values = Map.of("words", text("They will see"), "mood", option("NEUTRAL"));

        submits(ANA, modal("views.open"), values);
        submits(ANA, modal("views.open"), values);

        assertThat(conversations.of(id)).extracting(Feedback::words).containsExactly("They will see");
    }

    @Test
    void aPromiseThatIsCorrectedAtOnceInTheSameWordsCounts() {
        promises("2013-06-21");
        promises("2013-06-28");

        assertThat(promises.about(List.of(invoice)))
                .extracting(Promise::promisedOn)
                .containsExactly(LocalDate.of(2013, 6, 28));
        assertThat(conversations.of(id)).hasSize(2);
    }

    private void promises(String day) {
        clicks(ANA, CheckInButtons.FEEDBACK, id, card);
        submits(
                ANA,
                modal("views.open"),
                Map.of("words", text("Will pay"), "mood", option("FRIENDLY"), "day", date(day)));
    }

    @Test
    void feedbackForACheckInThatIsGoneKeepsWhatWasTyped() {
        clicks(ANA, CheckInButtons.FEEDBACK, id, card);
        var form = modal("views.open");
        form.addProperty("private_metadata", "4711 a-form");

        var answer = submits(ANA, form, Map.of("words", text("Hello"), "mood", option("NEUTRAL")));

        assertThat(answer).contains("errors", "words", "does not know this check-in");
    }

    @Test
    void feedbackCanBeAddedToWhatIsDone() {
        checkIns.done(id, Outcome.ON_TRACK, ana);
        clicks(BEN, CheckInButtons.FEEDBACK, id, card);

        submits(BEN, modal("views.open"), Map.of("words", text("They paid half"), "mood", option("FRIENDLY")));

        assertThat(conversations.of(id)).hasSize(1);
        assertThat(checkIns.find(id).orElseThrow().outcome()).isEqualTo(Outcome.ON_TRACK);
    }

    @Test
    void doneAsksWhatCameOfItAndTheAnswerReplacesTheQuestion() {
        clicks(ANA, CheckInButtons.DONE, id, card);
        await().until(() -> toldTo(ANA).equals(List.of("*Harbour &amp; Sons*: what came of it?")));

        clicksEphemeral(ANA, "check-in:outcome:NO_ANSWER", id);

        assertThat(checkIns.find(id).orElseThrow().outcome()).isEqualTo(Outcome.NO_ANSWER);
        await().until(() -> !FAKE.received("response").isEmpty());
        assertThat(FAKE.received("response").getLast().fields().get("json"))
                .contains("\"replace_original\":true", "did not answer: noted");
        await().until(() -> shown().contains("No answer · Ana Ruiz"));

        clicksEphemeral(BEN, "check-in:outcome:ON_TRACK", id);
        await().until(() -> FAKE.received("response").size() == 2);
        assertThat(FAKE.received("response").getLast().fields().get("json")).contains("done already");
        assertThat(checkIns.find(id).orElseThrow().outcome()).isEqualTo(Outcome.NO_ANSWER);
    }

    @Test
    void anOutcomeThatNeedsWordsOpensTheForm() {
        clicksEphemeral(ANA, "check-in:outcome:PROBLEM", id);

        var form = modal("views.open");
        assertThat(submits(ANA, form, Map.of("words", text("It broke"), "mood", option("UPSET"))))
                .contains("Please choose what the problem is.");
        submits(ANA, form, Map.of("words", text("It broke"), "mood", option("UPSET"), "problem", option("QUALITY")));

        assertThat(checkIns.find(id).orElseThrow().outcome()).isEqualTo(Outcome.PROBLEM);
        await().until(() -> !FAKE.received("response").isEmpty());
    }

    @Test
    void aProblemStandsOnTheCardUntilSomebodyChoosesThatItIsSolved() {
        clicks(ANA, CheckInButtons.FEEDBACK, id, card);
        assertThat(modal("views.open").toString()).doesNotContain("SOLVED");
        submits(
                ANA,
                modal("views.open"),
                Map.of("words", text("Too much"), "mood", option("UPSET"), "problem", option("WRONG_AMOUNT")));

        clicks(BEN, CheckInButtons.FEEDBACK, id, card);
        assertThat(modal("views.open").toString()).contains("What stands: Wrong amount", "The problem is settled");
        submits(BEN, modal("views.open"), Map.of("words", text("Left a voicemail"), "mood", option("NEUTRAL")));
        await().until(() -> shown().contains("Left a voicemail"));
        assertThat(shown()).contains("*Wrong amount*, noted by Ana Ruiz");
        assertThat(disputes.standing(List.of(invoice))).containsExactly(invoice);

        clicks(BEN, CheckInButtons.FEEDBACK, id, card);
        submits(
                BEN,
                modal("views.open"),
                Map.of("words", text("Sent a credit note"), "mood", option("FRIENDLY"), "problem", option("SOLVED")));
        await().until(() -> shown().contains("*Wrong amount* is settled: Agreed with the client, says Ben Okafor"));
        assertThat(shown()).doesNotContain("reminders rest");
        assertThat(disputes.standing(List.of(invoice))).isEmpty();
    }

    @Test
    void aFormThatOpensTooLateIsExplained() {
        FAKE.answers("views.open", error("expired_trigger_id"));

        clicks(ANA, CheckInButtons.FEEDBACK, id, card);

        await().until(() -> !toldTo(ANA).isEmpty());
        assertThat(toldTo(ANA)).singleElement().asString().contains("Please click again");
    }

    @Test
    void reactionsOnTheCardDoWhatItsButtonsDo() {
        reacts(BEN, "eyes", card);
        assertThat(checkIns.find(id).orElseThrow().claimedBy()).isEqualTo(ben);

        reacts(ANA, "eyes", card);
        await().until(() ->
                toldTo(ANA).equals(List.of("Ben Okafor has the check-in with Harbour &amp; Sons already.")));

        reacts(BEN, "white_check_mark", card);
        await().until(() -> toldTo(BEN).equals(List.of("*Harbour &amp; Sons*: what came of it?")));

        reacts(BEN, "speech_balloon", card);
        await().until(() -> toldTo(BEN).size() == 2);
        assertThat(FAKE.received("chat.postEphemeral").getLast().fields())
                .containsEntry("thread_ts", "9.0")
                .hasEntrySatisfying("blocks", blocks -> assertThat(blocks).contains("check-in:feedback"));
    }

    @Test
    void reactionsOnAnythingElseMeanNothing() {
        reacts(ANA, "eyes", new Posted(card.channel(), "1234.5"));
        reacts(ANA, "heart", card);

        assertThat(checkIns.find(id).orElseThrow().state()).isEqualTo(State.OPEN);
        assertThat(FAKE.received("chat.postEphemeral")).isEmpty();
    }

    @Test
    void unclaimedTheNextMorningTheCardMovesToTheNewDigest() {
        clock.moveTo(MONDAY.plusDays(1), LocalTime.of(8, 30));
        FAKE.answers("chat.postMessage", json("{\"ok\":true,\"channel\":\"C0PRECEIVABLES\",\"ts\":\"100.1\"}"));

        theDigestIs(new Posted("C0PRECEIVABLES", "50.0"));
        shown(CheckInCards.subject(id));
        await().until(() -> !FAKE.received("chat.update").isEmpty());

        assertThat(FAKE.received("chat.postMessage"))
                .singleElement()
                .satisfies(post -> assertThat(post.fields()).containsEntry("thread_ts", "50.0"));
        assertThat(FAKE.received("chat.update")).anySatisfy(update -> {
            assertThat(update.fields())
                    .containsEntry("ts", card.ts())
                    .containsEntry(
                            "text",
                            "The check-in with Harbour &amp; Sons moved to the <https://brightwater.slack.example/archives/C0PRECEIVABLES/p1001?thread_ts=50.0&cid=C0PRECEIVABLES|thread of Tuesday, 18 June 2013>.");
            assertThat(update.fields()).doesNotContainKey("blocks");
        });
        clicks(ANA, CheckInButtons.CLAIM, id, card);
        await().until(() -> FAKE.received("chat.update").stream()
                .anyMatch(update -> "100.1".equals(update.fields().get("ts"))));
    }

    private static List<Received> updatesOfCards() {
        return FAKE.received("chat.update").stream()
                .filter(update -> !DIGEST.ts().equals(update.fields().get("ts")))
                .toList();
    }

    /** The card as it was last shown. */
    private String shown() {
        return FAKE.received("chat.update").stream()
                .filter(update -> card.ts().equals(update.fields().get("ts")))
                .map(Received::fields)
                .map(fields -> JsonParser.parseString(fields.getOrDefault("blocks", "[]"))
                        .toString())
                .reduce("", (older, newer) -> newer);
    }
}
