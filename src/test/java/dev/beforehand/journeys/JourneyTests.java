package dev.beforehand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do with Beforehand, each in a real browser against a run in practice. */
@ExtendWith(Browser.class)
class JourneyTests {

    private PracticeRun practice;

    @BeforeEach
    void begin() {
        practice = new PracticeRun();
    }

    @AfterEach
    void end() {
        practice.close();
    }

    @Test
    void claimACheckIn() {
        var ana = practice.ana().opensTheDigestsThread();
        var client = ana.clientsToClaim(1).getFirst();

        ana.presses("Claim", client);

        ana.seesInTheMessageWith(client, "Ana Ruiz is on it");
        ana.closesTheThread().seesInTheMessageWith("Receivables on", "claimed by Ana Ruiz");
    }

    @Test
    void twoPeopleClaimAtOnce() {
        var ana = practice.ana().opensTheDigestsThread();
        var ben = practice.ben().opensTheDigestsThread();
        var client = ana.clientsToClaim(1).getFirst();
        ben.clientsToClaim(1);

        Person.atOnce(() -> ana.presses("Claim", client), () -> ben.presses("Claim", client));

        ana.see(" is on it · claimed");
        var holder = ana.text().contains("Ana Ruiz is on it") ? "Ana Ruiz" : "Ben Okafor";
        var loser = holder.equals("Ana Ruiz") ? ben : ana;
        loser.see(holder + " has the check-in with " + client + " already.");
    }

    @Test
    void aPromiseStopsTheLetters() {
        var ana = practice.ana().opensTheDigestsThread();
        ana.clientsToClaim(3);
        var dueToday = ana.clientsDueToday();
        var promising = dueToday.get(0);
        var silent = dueToday.get(1);

        ana.presses("Log feedback", promising.client())
                .fills("What did they say?", "All good, they pay in ten days")
                .chooses("How did they sound?", "Friendly")
                .fills(
                        "They promised to pay on",
                        LocalDate.parse(ana.practiceDay()).plusDays(10).toString())
                .submits()
                .seesNoWindow();

        ana.seesInTheMessageWith(promising.client(), "They promised");
        ana.livesUntilTheNextMorning();
        ana.opensTheMailbox();
        ana.seesALetterAbout(silent.invoice());
        assertThat(ana.letters()).noneMatch(letter -> letter.contains(promising.invoice()));
    }

    @Test
    void aPromiseThatIsBrokenAfterItsGraceTopsTheNextDigest() {
        var ana = practice.ana().opensTheChannel();
        ana.see("Receivables on");
        ana.writes("/invoices promise Pennywell Cycles")
                .fills("They promised to pay on", ana.practiceDay())
                .submits();
        ana.seesInTheWindow("Noted: Pennywell Cycles pays");
        ana.closesTheWindow();

        for (int dayOfGrace = 1; dayOfGrace <= 2; dayOfGrace++) {
            ana.livesUntilTheNextMorning();
            ana.opensTheChannel();
            assertThat(ana.digestSections()).isNotEmpty().noneMatch(title -> title.contains("Promise broken"));
        }

        ana.livesUntilTheNextMorning();
        ana.opensTheChannel();
        ana.see("Promise broken: 1");
        assertThat(ana.digestSections().getFirst()).contains("Promise broken: 1");
        assertThat(ana.digestLines("Promise broken").getFirst()).contains("Pennywell Cycles", "promised");
    }

    @Test
    void aPlanIsProposedAndApprovedBySomebodyElse() {
        var ana = practice.ana().opensTheDigestsThread();
        var dana = practice.dana().opensTheDigestsThread();
        var clients = ana.clientsToClaim(2);
        var planned = clients.get(0);
        var own = clients.get(1);

        proposeAPlan(ana, planned);
        dana.presses("Approve", "Payment plan for " + planned).confirms();
        dana.seesInTheMessageWith("Payment plan for " + planned, "Approved by Dana Lindqvist");

        proposeAPlan(dana, own);
        dana.presses("Approve", "Payment plan for " + own).confirms();
        dana.see("You proposed this plan, so somebody else has to decide about it.");
    }

    private static void proposeAPlan(Person person, String client) {
        person.presses("Propose plan", client);
        person.chooses("Number of instalments", "4");
        person.seesInTheWindow("\n4. ");
        person.submits().seesNoWindow();
        person.seesInTheMessageWith("Payment plan for " + client, "in 4 instalments");
    }

    @Test
    void lookUpAnInvoice() {
        var ana = practice.ana().opensTheDigestsThread();
        var client = ana.clientsToClaim(1).getFirst();

        ana.closesTheThread().writes("/invoices " + client);

        ana.see("Only visible to you");
        ana.seesInTheMessageWith("Only visible to you", client);
        ana.writes("/invoices zzz-nothing");
        ana.see("zzz-nothing");
    }

    @Test
    void sendAReminderAndReadItInTheMailbox() {
        var ana = practice.ana().opensTheDigestsThread();
        ana.clientsToClaim(3);
        var due = ana.clientsDueToday().getFirst();

        ana.presses("Send reminder now", due.client());
        assertThat(ana.seesAWindow()).contains(due.invoice());
        ana.submits().seesInTheWindow("The letter leaves in a moment");
        ana.closesTheWindow();

        ana.opensTheMailbox().seesALetterAbout(due.invoice());
        assertThat(ana.readsTheLetterAbout(due.invoice())).contains(due.invoice(), "Brightwater Supplies");
    }

    @Test
    void aReplyFromTheMailboxIsAnsweredFromSlackAndABounceHasACard() {
        var ana = practice.ana().opensTheDigestsThread();
        ana.clientsToClaim(3);
        var due = ana.clientsDueToday().getFirst();
        ana.presses("Send reminder now", due.client()).submits().seesInTheWindow("The letter leaves in a moment");
        ana.closesTheWindow();
        ana.opensTheMailbox().seesALetterAbout(due.invoice());
        ana.readsTheLetterAbout(due.invoice());

        ana.answersTheLetter("We pay on Friday, promised.");

        ana.opensTheDigestsThread().see("We pay on Friday, promised.");
        ana.closesTheThread().writes("/invoices why " + due.invoice());
        ana.see("Now: the client has written, and nobody has dealt with it yet");
        ana.opensTheDigestsThread();
        ana.presses("Reply", "We pay on Friday, promised.")
                .fills("Your answer", "Thank you, that is fine.")
                .submits()
                .seesNoWindow();
        ana.seesInTheMessageWith("We pay on Friday, promised.", "Answered by Ana Ruiz");
        ana.opensTheMailbox().see("Re: ");
        assertThat(ana.readsTheLetterAbout("Re: ")).contains("Thank you, that is fine.");

        ana.bouncesTheLetter();

        ana.opensTheDigestsThread().see("could not be delivered");
        ana.closesTheThread().writes("/invoices why " + due.invoice());
        ana.see("Now: mail to this client's address came back");
        ana.opensTheDigestsThread().see("could not be delivered");
        ana.presses("Address is right again", "could not be delivered")
                .seesInTheMessageWith("could not be delivered", "the address is right again");
    }

    @Test
    void aLetterThatIsHeldInTheMorningDoesNotLeave() {
        var ana = practice.ana().opensTheChannel();
        ana.see("Letters today");
        var client = ana.clientsOfTodaysLetters().getFirst();

        ana.choosesForTheLetterTo(client, "Hold").seesTheLetterTo(client, "held by Ana Ruiz");
        ana.livesUntilTheNextMorning();

        ana.opensTheMailbox().see("Brightwater");
        assertThat(ana.letters()).isNotEmpty().noneMatch(letter -> letter.contains(client));
    }

    @Test
    void aLetterIsEditedBeforeItLeaves() {
        var ana = practice.ana().opensTheChannel();
        ana.see("Letters today");
        var client = ana.clientsOfTodaysLetters().getFirst();

        ana.choosesForTheLetterTo(client, "Edit");
        ana.fills("Subject", "As we said on the phone")
                .fills("A paragraph of your own, after the greeting", "Thank you for the good talk.")
                .submits()
                .seesNoWindow();
        ana.choosesForTheLetterTo(client, "Send now").seesTheLetterTo(client, "sent");

        ana.opensTheMailbox().seesALetterAbout("As we said on the phone");
        assertThat(ana.readsTheLetterAbout("As we said on the phone")).contains("Thank you for the good talk.");
    }

    @Test
    void tenMorningsInARow() {
        var ana = practice.ana().opensTheChannel();
        ana.see("Receivables on");
        var days = new ArrayList<>();
        days.add(ana.practiceDay());
        for (int morning = 0; morning < 10; morning++) {
            days.add(ana.livesUntilTheNextMorning());
        }

        assertThat(days).doesNotHaveDuplicates().hasSize(11);
        assertThat(ana.digests()).isEqualTo(9);
        ana.see("paid");
        ana.opensTheMailbox();
        assertThat(ana.letters()).isNotEmpty();
    }
}
