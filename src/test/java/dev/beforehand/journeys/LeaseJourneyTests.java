package dev.beforehand.journeys;

import dev.beforehand.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** For how long somebody has a check-in, in a browser. In practice the day's questions come when its letters leave. */
@ExtendWith(Browser.class)
class LeaseJourneyTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 15);
    private static final String CLIENT = "Alder & Co";

    private PracticeRun practice;

    @BeforeEach
    void begin() {
        practice = new PracticeRun(MONDAY, ledger(), "--beforehand.checkins.lease=1", "--beforehand.checkins.lead=30");
    }

    @AfterEach
    void end() {
        practice.close();
    }

    @Test
    void aLeaseRunsOutAndTheCheckInReturns() {
        var ana = practice.ana().opensTheDigestsThread();
        claims(ana);

        ana.livesUntilTheMorningOf(MONDAY.plusDays(2));
        ana.opensTheirDirectMessages().seesInTheMessageWith("Still on it?", CLIENT);
        ana.livesUntilTheMorningOf(MONDAY.plusDays(4));
        ana.opensTheirDirectMessages().see("anybody can claim it");
        ana.livesUntilTheMorningOf(MONDAY.plusDays(7));

        ana.opensTheirDirectMessages().see("No answer, so it went back to the pool");
        var ben = practice.ben().opensTheThreadWith("No word from Ana Ruiz");
        ben.seesInTheMessageWith(CLIENT, "No word from Ana Ruiz, so it is back in the pool");
        ben.presses("Claim", CLIENT).seesInTheMessageWith(CLIENT, "Ben Okafor is on it");
    }

    @Test
    void aCheckInIsHandedOver() {
        var ana = practice.ana().opensTheDigestsThread();
        claims(ana);

        ana.choosesInTheMenu("Hand over or give back", CLIENT)
                .chooses("Who takes over?", "Ben Okafor")
                .submits();
        ana.seesInTheWindow("Ben Okafor has the check-in with " + CLIENT + " now");
        ana.closesTheWindow();

        ana.seesInTheMessageWith(CLIENT, "Ben Okafor is on it · handed over by Ana Ruiz");
        practice.ben()
                .opensTheirDirectMessages()
                .seesInTheMessageWith("Ana Ruiz handed a check-in over to you", CLIENT);
    }

    @Test
    void whoeverIsAwayHasABackup() {
        var ana = practice.ana().opensTheDigestsThread();
        claims(ana);

        ana.closesTheThread()
                .writes("/invoices away")
                .fills("First day back", "2026-06-29")
                .chooses("Who stands in for you?", "Ben Okafor")
                .submits();
        ana.seesInTheWindow("you are away until Mon 29 Jun, and Ben Okafor stands in");
        ana.closesTheWindow();

        var ben = practice.ben().opensTheirDirectMessages();
        ben.seesInTheMessageWith("Ana Ruiz is away until Mon 29 Jun", CLIENT);
        ana.opensTheDigestsThread().seesInTheMessageWith(CLIENT, "Ben Okafor is on it · handed over by Ana Ruiz");
        ana.closesTheThread().writes("/invoices away").pressesInTheWindow("I am back");
        ana.seesInTheWindow("Welcome back!");
        ben.see("Ana Ruiz is back");
    }

    private static void claims(Person person) {
        person.clientsToClaim(1);
        person.presses("Claim", CLIENT).seesInTheMessageWith(CLIENT, "is on it · claimed");
    }

    private static Path ledger() {
        try {
            var folder = TestFolders.make("ledger");
            Files.writeString(folder.resolve("invoices.csv"), """
                    Number,Client,Invoice date,Due date,Currency,Total
                    INV-1,Alder & Co,2026-06-10,2026-07-10,GBP,120.00
                    """);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
