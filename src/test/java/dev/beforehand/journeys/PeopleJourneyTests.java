package dev.beforehand.journeys;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may do what, in a browser; one run in practice with two finance leads and a sum above which both approve. */
@ExtendWith(Browser.class)
class PeopleJourneyTests {

    private static PracticeRun practice;

    @BeforeAll
    static void begin() {
        practice = new PracticeRun(
                "--beforehand.approvers=U0PDANA,U0PCLARA",
                "--beforehand.plans.second-approver-above=GBP 1,EUR 1,USD 1");
    }

    @AfterAll
    static void end() {
        practice.close();
    }

    @Test
    void aStrangerConnectsAndHasWhatTheyClaimed() {
        var felix = practice.felix().opensTheDigestsThread();
        var client = felix.clientsToClaim(1).getFirst();

        felix.presses("Claim", client);
        felix.see("Beforehand does not know you yet");
        felix.presses("Connect me", "Beforehand does not know you yet");
        felix.see("is asked who you are");
        practice.dana().opensTheirDirectMessages().presses("Account manager", "Felix Grant");

        felix.seesInTheMessageWith(client, "Felix Grant is on it");
    }

    @Test
    void aLargePlanIsApprovedByTwo() {
        var ana = practice.ana().opensTheDigestsThread();
        var client = ana.clientsToClaim(2).getLast();
        ana.presses("Propose plan", client);
        ana.seesInTheWindow("two people have to approve");
        ana.submits().seesNoWindow();

        var plan = "Payment plan for " + client;
        practice.dana().opensTheDigestsThread().presses("Approve", plan).confirms();
        ana.seesInTheMessageWith(plan, "Dana Lindqvist has approved it as the first of two");
        practice.clara().opensTheDigestsThread().presses("Approve", plan).confirms();

        ana.seesInTheMessageWith(plan, "Approved by Clara Weiss");
    }
}
