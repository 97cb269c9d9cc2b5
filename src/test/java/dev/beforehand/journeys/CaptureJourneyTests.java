package dev.beforehand.journeys;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people write in Slack anyway is kept with the client, in a browser. */
@ExtendWith(Browser.class)
class CaptureJourneyTests {

    private static PracticeRun practice;

    @BeforeAll
    static void begin() {
        practice = new PracticeRun();
    }

    @AfterAll
    static void end() {
        practice.close();
    }

    @Test
    void aMessageIsLoggedAsWhatAClientSaid() {
        var ana = practice.ana().opensTheChannel();
        ana.see("Receivables on");
        ana.writes("Pennywell Cycles rang: they pay next week, all is well");

        var ben = practice.ben().opensTheChannel();
        ben.choosesForTheMessage("Pennywell Cycles rang", "Log as client feedback")
                .chooses("How did they sound?", "Friendly")
                .submits()
                .seesInTheWindow("this is what Pennywell Cycles said");
        ben.closesTheWindow();

        ana.writes("/invoices client Pennywell");
        ana.seesInTheWindow("They said: Friendly, as Ana Ruiz wrote: Pennywell Cycles rang: they pay next week");
        ana.seesInTheWindow("Ben Okafor · in Slack");
        ana.closesTheWindow()
                .choosesForTheMessage("Pennywell Cycles rang", "Log as client feedback")
                .seesInTheWindow("Ben Okafor logged this message before");
        ana.closesTheWindow();
    }

    @Test
    void anInvoiceIsFoundFromAnywhere() {
        var ben = practice.ben().opensTheChannel();

        ben.choosesAnywhere("Find an invoice")
                .fills("Number or client", "Pennywell")
                .submits();
        ben.seesInTheWindow("invoices match");
        ben.seesInTheWindow("Pennywell Cycles");
        ben.fills("Number or client", "no such thing").submits();
        ben.seesInTheWindow("No invoice has a number that begins with");
        ben.closesTheWindow();
    }

    @Test
    void aPinKeepsWhatTheTeamSaidUnderACard() {
        var dana = practice.dana().opensTheDigestsThread();
        var client = dana.clientsToClaim(1).getFirst();

        dana.writesInTheThread(client + " has a new head of purchasing").reacts("pushpin", "new head of purchasing");

        dana.see("Kept 1 note on " + client);
        dana.writes("/invoices client " + client);
        dana.seesInTheWindow("Internal note, Dana Lindqvist: " + client + " has a new head of purchasing");
        dana.closesTheWindow();
    }
}
