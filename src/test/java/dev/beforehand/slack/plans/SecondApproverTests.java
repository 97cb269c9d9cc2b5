package dev.beforehand.slack.plans;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.plans.PaymentPlan.State;
import dev.beforehand.plans.PlanId;
import dev.beforehand.plans.Plans;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackTeam;
import dev.beforehand.slack.checkins.CheckInCards;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "beforehand.approvers=U0DANALINDQVIST, U0EVASTONE",
            "beforehand.plans.second-approver-above=EUR 999",
            "beforehand.plans.longest=12m"
        })
class SecondApproverTests extends SlackTeam {

    static final String ANA = "U0ANARUIZ";
    static final String DANA = "U0DANALINDQVIST";
    static final String EVA = "U0EVASTONE";
    static final Posted CARD = new Posted("C0PRECEIVABLES", "5.0");

    @Autowired
    CheckIns checkIns;

    @Autowired
    Plans plans;

    Posted checkIn;
    String id;

    @BeforeEach
    void aLargeCheckIn() {
        var ana = ledger.colleague("Ana Ruiz");
        ledger.colleague("Dana Lindqvist");
        ledger.colleague("Eva Stone");
        var harbour = ledger.client("Harbour Books", ana);
        ledger.invoice("INV-1042", harbour, MONDAY.plusDays(4), "EUR 1000.00");
        checkIns.flag(MONDAY);
        id = jdbc.sql("select id from check_in").query(String.class).single();
        theDigestIs(new Posted("C0PRECEIVABLES", "9.0"));
        checkIn = shown(CheckInCards.subject(new CheckInId(Long.parseLong(id))));
        FAKE.forgetAll();
    }

    @Test
    void theFormSaysThatTwoHaveToApproveAndWhatThePolicyForbids() {
        clicks(ANA, "check-in:plan", "check-in:" + id, checkIn);
        var form = modal("views.open");

        assertThat(form.toString()).contains("Above €999.00 two people have to approve a plan.");
        var tooLong = Map.<String, Object>of(
                "plan:form:instalments", option("24"),
                "plan:form:first", date("2013-06-24"),
                "plan:form:interval", option("MONTHLY"));
        changes(ANA, "plan:form:instalments", form, tooLong);
        await().until(() -> !FAKE.received("views.update").isEmpty());
        assertThat(modal("views.update").toString()).contains("Payment plans may last 12 months from today at most.");
        assertThat(submits(ANA, modal("views.update"), tooLong)).contains("errors", "may last 12 months");
        assertThat(plans.waiting()).isEmpty();
    }

    @Test
    void theCardNamesTheFirstAndAsksForAnother() {
        var plan = proposed();

        clicks(DANA, PlanBlocks.APPROVE, plan, CARD);

        await().until(() -> toldTo(DANA).toString().contains("as the first of two"));
        await().until(() -> shown().contains("Dana Lindqvist has approved it as the first of two"));
        assertThat(shown()).contains("<@" + EVA + "> can decide about it").doesNotContain("<@" + DANA + "> can");
        assertThat(plans.find(plan).orElseThrow().state()).isEqualTo(State.PROPOSED);

        clicks(DANA, PlanBlocks.APPROVE, plan, CARD);
        await().until(() -> toldTo(DANA).getLast().contains("You have approved this plan already"));

        clicks(EVA, PlanBlocks.APPROVE, plan, CARD);
        await().until(() -> shown().contains("Approved by Eva Stone"));
        assertThat(plans.find(plan).orElseThrow().state()).isEqualTo(State.APPROVED);
    }

    private PlanId proposed() {
        clicks(ANA, "check-in:plan", "check-in:" + id, checkIn);
        submits(
                ANA,
                modal("views.open"),
                Map.of(
                        "plan:form:instalments", option("3"),
                        "plan:form:first", date("2013-06-24"),
                        "plan:form:interval", option("MONTHLY")));
        await().until(() -> FAKE.received("chat.postMessage").stream()
                .anyMatch(post -> post.fields().get("text").contains("Payment plan")));
        return plans.waiting().getFirst().knownId();
    }

    private static String shown() {
        return FAKE.received("chat.update").stream()
                .filter(update -> update.fields().get("text").contains("Payment plan"))
                .map(update ->
                        JsonParser.parseString(update.fields().get("blocks")).toString())
                .reduce("", (before, after) -> after);
    }
}
