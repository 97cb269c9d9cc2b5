package dev.beforehand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.practice.workspace.Manifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Home in a browser; one run in practice. */
@ExtendWith(Browser.class)
class HomeJourneyTests {

    private static PracticeRun practice;

    @BeforeAll
    static void begin() {
        practice = new PracticeRun("--beforehand.approvers=U0PDANA");
    }

    @AfterAll
    static void end() {
        practice.close();
    }

    @Test
    void homeShowsWhatOthersDoWithoutBeingOpenedAgain() {
        var ana = practice.ana().opensHome();
        ana.see("check-ins to claim");
        var client = ana.firstToClaimOnHome();

        practice.ben().opensTheDigestsThread().presses("Claim", client);

        ana.doesNotSeeToClaim(client);
        ana.pressesOnHome("Claim").see("1 check-in that you have");
    }

    @Test
    void theTourLeadsThroughThePracticeCompanyAndIsTakenUpAgain() {
        var ben = practice.ben().opensHome();
        ben.pressesOnHome("Show me around").see("1 of 5");
        for (int step = 2; step <= 4; step++) {
            ben.pressesOnHome("Next").see(step + " of 5");
        }
        ben.pressesOnHome("Leave the tour").doesNotSee("4 of 5");
        ben.opensHome().pressesOnHome("Go on with the tour").see("4 of 5");

        ben.follows("mailbox");

        ben.see("The mailbox holds what clients receive");
    }

    @Test
    void theSetupSaysWhichScopeIsMissingAndSendsATestLetter() {
        practice.the(Manifest.class).installedWithout("im:history");
        var dana = practice.dana().opensHome();
        dana.see("missing im:history");

        practice.the(Manifest.class).installedWithout();
        dana.pressesOnHome("Check again").see("scopes are there");
        dana.pressesOnHome("Send a test letter to me").see("Everything that Beforehand needs is set up");

        assertThat(practice.inTheMailbox())
                .filteredOn(letter -> letter.to().contains("dana@"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).isEqualTo("Test letter from Beforehand"));
    }
}
