package dev.beforehand.slack.plans;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.invoices.Payments;
import dev.beforehand.plans.PaymentPlan;
import dev.beforehand.plans.PaymentPlan.State;
import dev.beforehand.plans.Plans;
import dev.beforehand.slack.FakeSlack.Received;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackTeam;
import dev.beforehand.slack.agreements.AgreementMenu;
import dev.beforehand.slack.checkins.CheckInCards;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PlanSurfaceTests extends SlackTeam {

    static final String ANA = "U0ANARUIZ";
    static final String DANA = "U0DANALINDQVIST";
    static final Posted DIGEST = new Posted("C0PRECEIVABLES", "9.0");

    @Autowired
    CheckIns checkIns;

    @Autowired
    Plans plans;

    @Autowired
    Payments payments;

    InvoiceId first;
    CheckInId id;
    Posted checkInCard;

    @BeforeEach
    void aCheckIn() {
        var ana = ledger.colleague("Ana Ruiz");
        ledger.colleague("Dana Lindqvist");
        var harbour = ledger.client("Harbour Books", ana);
        first = ledger.invoice("INV-1042", harbour, MONDAY.plusDays(4), "EUR 700.00");
        ledger.invoice("INV-1043", harbour, MONDAY.plusDays(4), "EUR 300.00");
        checkIns.flag(MONDAY);
        id = new CheckInId(jdbc.sql("select id from check_in").query(Long.class).single());
        theDigestIs(DIGEST);
        checkInCard = shown(CheckInCards.subject(id));
        FAKE.forgetAll();
    }

    @Test
    void theFormOpensWithASchedule() {
        var form = form();

        assertThat(form.toString())
                .contains("1.  Mon 24 Jun 2013  €333.34", "2.  Wed 24 Jul 2013  €333.33")
                .contains("\"dispatch_action\":true");
    }

    @Test
    void eachChangeShowsWhatItComesTo() {
        changes(ANA, "plan:form:interval", form(), terms("4", "2013-06-28", "WEEKLY"));

        await().until(() -> !FAKE.received("views.update").isEmpty());
        assertThat(FAKE.received("views.update").getLast().fields())
                .containsEntry("view_id", "V1")
                .containsKey("hash");
        assertThat(modal("views.update").toString()).contains("4.  Fri 19 Jul 2013  €250.00");
    }

    @Test
    void aDayThatIsPastIsExplainedAtOnceAndAtSubmission() {
        var past = terms("3", "2013-06-14", "MONTHLY");
        changes(ANA, "plan:form:first", form(), past);

        await().until(() -> !FAKE.received("views.update").isEmpty());
        assertThat(modal("views.update").toString()).contains("This day is past.");
        assertThat(submits(ANA, modal("views.update"), past))
                .contains("errors", "plan:form:first", "This day is past.");
        assertThat(plans.waiting()).isEmpty();
    }

    @Test
    void aProposalIsPostedBesideItsCheckInAndShownOnIt() {
        proposed();

        var post = FAKE.received("chat.postMessage").getLast().fields();
        assertThat(post)
                .containsEntry("channel", "C0PRECEIVABLES")
                .containsEntry("thread_ts", "9.0")
                .containsEntry("text", "Payment plan for Harbour Books: €1,000.00 in 3 instalments");
        assertThat(blocks(post.get("blocks")))
                .contains("<@U0DANALINDQVIST> can decide about it", "INV-1042, INV-1043", "plan:approve");
        await().until(() -> shown(checkInCard).contains("waits for approval"));
    }

    @Test
    void aScheduleThatWasNotSeenIsShownBeforeItCounts() {
        var unseen = terms("5", "2013-06-24", "MONTHLY");

        var answer = submits(ANA, form(), unseen);

        assertThat(answer).contains("\"response_action\":\"update\"", "€200.00", "The schedule has changed");
        assertThat(plans.waiting()).isEmpty();
        var again = JsonParser.parseString(answer).getAsJsonObject().getAsJsonObject("view");
        assertThat(submits(ANA, again, unseen)).isNullOrEmpty();
        assertThat(plans.waiting()).hasSize(1);
    }

    @Test
    void aSecondProposalOverTheSameInvoicesIsRefused() {
        var form = form();
        submits(ANA, form, opening());

        assertThat(submits(ANA, form, opening())).contains("on a payment plan already: INV-1042, INV-1043");
        assertThat(plans.waiting()).hasSize(1);
    }

    @Test
    void anApproverApprovesAndBothCardsSayWhoAndWhen() {
        var plan = proposed();

        clicks(DANA, PlanBlocks.APPROVE, plan.knownId(), planCard());

        assertThat(state(plan)).isEqualTo(State.APPROVED);
        await().until(() -> shown(planCard()).contains("Approved by Dana Lindqvist, <!date^"));
        assertThat(shown(planCard())).doesNotContain("plan:approve");
        await().until(() -> shown(checkInCard).contains("approved by Dana Lindqvist"));
        assertThat(toldTo(DANA)).isEmpty();

        clicks(DANA, PlanBlocks.DECLINE, plan.knownId(), planCard());
        await().until(() -> toldTo(DANA).equals(List.of("Dana Lindqvist approved this plan already.")));
    }

    @Test
    void ofTwoDecisionsAtOnceOneStands() {
        var plan = proposed();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> clicks(DANA, PlanBlocks.APPROVE, plan.knownId(), planCard()));
            threads.execute(() -> clicks(DANA, PlanBlocks.DECLINE, plan.knownId(), planCard()));
        }

        await().until(() -> toldTo(DANA).size() == 1);
        assertThat(toldTo(DANA))
                .containsExactly("Dana Lindqvist " + (state(plan) == State.APPROVED ? "approved" : "declined")
                        + " this plan already.");
    }

    @Test
    void whoIsNoApproverIsToldWhoIs() {
        var plan = proposed();

        clicks(ANA, PlanBlocks.APPROVE, plan.knownId(), planCard());

        await().until(() -> toldTo(ANA).equals(List.of("Only a finance lead can do this: <@U0DANALINDQVIST>.")));
        assertThat(state(plan)).isEqualTo(State.PROPOSED);
    }

    @Test
    void anApproversOwnProposalIsNotTheirsToApprove() {
        clicks(DANA, AgreementMenu.PLAN, "check-in:" + id, checkInCard);
        submits(DANA, modal("views.open"), opening());
        var plan = posted();
        assertThat(blocks(FAKE.received("chat.postMessage").getLast().fields().get("blocks")))
                .contains("Nobody can decide about this plan");

        clicks(DANA, PlanBlocks.APPROVE, plan.knownId(), planCard());

        await().until(() -> !toldTo(DANA).isEmpty());
        assertThat(toldTo(DANA)).singleElement().asString().startsWith("You proposed this plan");
        assertThat(state(plan)).isEqualTo(State.PROPOSED);
    }

    @Test
    void aPlanThatShouldHaveBegunIsRefusedInASentence() {
        var plan = proposed();
        clock.moveTo(MONDAY.plusDays(60), LocalTime.of(9, 0));

        clicks(DANA, PlanBlocks.APPROVE, plan.knownId(), planCard());

        await().until(() -> !toldTo(DANA).isEmpty());
        assertThat(toldTo(DANA)).singleElement().asString().startsWith("The day of its first instalment is past");
        await().until(() -> shown(planCard()).contains("the day of the first instalment is past"));
        assertThat(state(plan)).isEqualTo(State.PROPOSED);
    }

    @Test
    void aPlanThatNoLongerFitsSaysSoAndIsNotApproved() {
        var plan = proposed();
        ledger.paid(first, MONDAY);
        payments.note(MONDAY);
        await().until(() -> shown(planCard()).contains("Some of these invoices were paid"));

        clicks(DANA, PlanBlocks.APPROVE, plan.knownId(), planCard());

        await().until(() -> !toldTo(DANA).isEmpty());
        assertThat(toldTo(DANA)).singleElement().asString().contains("no longer is what is owed");
        assertThat(state(plan)).isEqualTo(State.PROPOSED);
    }

    @Test
    void aPlanThatIsGoneIsExplained() {
        clicks(DANA, PlanBlocks.APPROVE, 4711, checkInCard);

        await().until(() -> !toldTo(DANA).isEmpty());
        assertThat(toldTo(DANA)).singleElement().asString().startsWith("Beforehand does not know this plan");
    }

    @Test
    void nothingIsPlannedWhereNothingIsOwed() {
        var form = form();
        jdbc.sql("update invoice set open_until = '2013-06-17', closed_by = 'PAYMENT'")
                .update();

        assertThat(submits(ANA, form, opening())).contains("Nothing is open on these invoices any more");
        clicks(ANA, AgreementMenu.PLAN, "check-in:" + id, checkInCard);
        await().until(() -> !toldTo(ANA).isEmpty());
        assertThat(toldTo(ANA)).singleElement().asString().startsWith("Nothing is open");
    }

    @Test
    void eachCurrencyHasItsOwnPlan() {
        var client = plansClient();
        ledger.invoice("INV-1044", client, MONDAY.plusDays(4), "USD 90.00");
        checkIns.flag(MONDAY);

        var form = form();
        changes(ANA, "plan:form:currency", form, with(opening(), "plan:form:currency", option("USD")));

        await().until(() -> !FAKE.received("views.update").isEmpty());
        assertThat(modal("views.update").toString()).contains("US$30.00");
    }

    @Test
    void theNextMorningAWaitingPlanMovesToTheNewDigest() {
        var plan = proposed();
        clock.moveTo(MONDAY.plusDays(1), LocalTime.of(8, 30));

        theDigestIs(new Posted("C0PRECEIVABLES", "50.0"));
        shown(PlanCards.subject(plan.knownId()));

        await().untilAsserted(() -> assertThat(FAKE.received("chat.update"))
                .anySatisfy(update -> assertThat(update.fields())
                        .containsEntry(
                                "text",
                                "The payment plan for Harbour Books moved to the thread of Tuesday, 18 June 2013.")));
        assertThat(FAKE.received("chat.postMessage"))
                .anySatisfy(post -> assertThat(post.fields()).containsEntry("thread_ts", "50.0"));
    }

    private JsonObject form() {
        clicks(ANA, AgreementMenu.PLAN, "check-in:" + id, checkInCard);
        return modal("views.open");
    }

    private PaymentPlan proposed() {
        assertThat(submits(ANA, form(), opening())).isNullOrEmpty();
        return posted();
    }

    private PaymentPlan posted() {
        await().until(() -> jdbc.sql("select count(*) from slack_post where subject like 'plan:%' and ts is not null")
                        .query(Integer.class)
                        .single()
                == 1);
        return plans.waiting().getFirst();
    }

    private Posted planCard() {
        return jdbc.sql("select channel, ts from slack_post where subject like 'plan:%'")
                .query((row, n) -> new Posted(row.getString("channel"), row.getString("ts")))
                .single();
    }

    private ClientId plansClient() {
        return checkIns.find(id).orElseThrow().clientId();
    }

    private State state(PaymentPlan plan) {
        return plans.find(plan.knownId()).orElseThrow().state();
    }

    /** What the form begins with. */
    private static Map<String, Object> opening() {
        return terms("3", "2013-06-24", "MONTHLY");
    }

    private static Map<String, Object> terms(String instalments, String first, String interval) {
        return Map.of(
                "plan:form:instalments", option(instalments),
                "plan:form:first", date(first),
                "plan:form:interval", option(interval));
    }

    private static Map<String, Object> with(Map<String, Object> values, String field, Object value) {
        var all = new HashMap<>(values);
        all.put(field, value);
        return all;
    }

    private static String shown(Posted card) {
        return FAKE.received("chat.update").stream()
                .filter(update -> card.ts().equals(update.fields().get("ts")))
                .map(Received::fields)
                .map(fields -> blocks(fields.getOrDefault("blocks", "[]")))
                .reduce("", (older, newer) -> newer);
    }

    private static String blocks(String json) {
        return JsonParser.parseString(json).toString();
    }
}
