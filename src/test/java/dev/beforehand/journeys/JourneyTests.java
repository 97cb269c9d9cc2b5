package dev.beforehand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.practice.PracticeLetter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do with Beforehand, each in a real browser against a run in practice. */
@ExtendWith(Browser.class)
class JourneyTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

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
                        "They promised to pay by",
                        LocalDate.parse(ana.practiceDay()).plusDays(10).toString())
                .submits()
                .seesNoWindow();

        ana.seesInTheMessageWith(promising.client(), "They promised");
        ana.livesUntilTheNextMorning();
        ana.opensTheMailbox().seesALetterAbout(silent.invoice());
        assertThat(practice.inTheMailbox()).noneMatch(letter -> letter.text().contains(promising.invoice()));
    }

    @Test
    void aPromiseThatIsBrokenAfterItsGraceTopsTheNextDigest() {
        var ana = practice.ana().opensTheChannel();
        ana.see("Receivables on");
        ana.writes("/invoices promise Pennywell Cycles")
                .fills("They promised to pay by", ana.practiceDay())
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
    void aLetterThatIsHeldDoesNotLeaveAndTheOthersDo() {
        var ana = practice.ana().opensTheChannel();
        ana.see("Letters today");
        var held = ana.clientsOfTodaysLetters().get(0);
        var other = ana.clientsOfTodaysLetters().get(1);
        var heldAddress = ana.addressOfTheLetterTo(held);
        var otherAddress = ana.addressOfTheLetterTo(other);

        ana.choosesForTheLetterTo(held, "Hold").seesTheLetterTo(held, "held by Ana Ruiz");
        ana.livesUntilTheNextMorning();

        ana.opensTheMailbox().seesALetterTo(otherAddress);
        assertThat(ana.hasALetterTo(heldAddress)).isFalse();
    }

    @Test
    void anEditedLetterSaysWhatWasWrittenAndADroppedLineIsAskedForLater() {
        var ana = practice.ana().opensTheChannel();
        ana.see("Letters today");
        var address = ana.addressOfTheLetterTo("Amber & Sons Joinery");
        assertThat(ana.lineOfTheLetterTo("Amber & Sons Joinery")).contains("INV-2209, INV-2249 £1,742.11");

        ana.choosesForTheLetterTo("Amber & Sons Joinery", "Edit")
                .fills("Subject", "As we said on the phone")
                .fills("A paragraph of your own, after the greeting", "Thank you for the good talk.")
                .takesOut("INV-2209")
                .submits()
                .seesNoWindow();
        ana.seesTheLetterTo("Amber & Sons Joinery", "INV-2249 £660.47");
        assertThat(ana.lineOfTheLetterTo("Amber & Sons Joinery")).doesNotContain("INV-2209");
        ana.choosesForTheLetterTo("Amber & Sons Joinery", "Send now").seesTheLetterTo("Amber & Sons Joinery", "sent");

        ana.opensTheMailbox().seesALetterTo(address);
        assertThat(ana.readsTheLetterAbout("As we said on the phone"))
                .contains("Thank you for the good talk.", "INV-2249", "£660.47")
                .doesNotContain("INV-2209", "£1,742.11");
        ana.opensTheChannel().writes("/invoices INV-2209");
        ana.seesInTheMessageWith("Only visible to you", "£1,081.64 · 🔴 due Wed 27 May");
        ana.livesUntilTheMorningOf(LocalDate.of(2026, 6, 19));
        ana.opensTheMailbox();
        assertThat(ana.readsTheLetterAbout(address)).contains("INV-2209", "£1,081.64", "INV-2249");
    }

    @Test
    void aReplyStopsTheLettersUntilItIsAnsweredFromSlackInTheSameConversation() {
        var ana = practice.ana().opensTheChannel();
        ana.see("Letters today");
        var address = ana.addressOfTheLetterTo("Pennywell Cycles");
        ana.choosesForTheLetterTo("Pennywell Cycles", "Send now").seesTheLetterTo("Pennywell Cycles", "sent");
        ana.opensTheMailbox().readsTheLetterAbout(address);
        var letter = messageId(ana.readsTheHeaders());
        ana.opensTheChannel().writes("/invoices why INV-2247");
        ana.see("Next: due-today");

        ana.opensTheMailbox().readsTheLetterAbout(address);
        ana.answersTheLetter("We are moving house, please bear with us.");
        ana.opensTheDigestsThread().see("We are moving house");
        ana.livesUntilTheMorningOf(LocalDate.of(2026, 6, 19));
        assertThat(practice.inTheMailbox())
                .filteredOn(mail -> mail.to().equals(address))
                .hasSize(1);
        ana.writes("/invoices why INV-2247");
        ana.see("no letter, because the client has written, and nobody has dealt with it yet");

        ana.opensTheThreadWith("We are moving house");
        ana.presses("Reply", "We are moving house")
                .fills("Your answer", "Thank you for telling us.")
                .submits()
                .seesNoWindow();
        ana.seesInTheMessageWith("We are moving house", "Answered by Ana Ruiz");
        ana.opensTheMailbox().see("Re: ");
        assertThat(ana.readsTheLetterAbout(address)).contains("Thank you for telling us.");
        assertThat(ana.conversation())
                .hasSize(3)
                .satisfiesExactly(
                        sent -> assertThat(sent).contains("Ana Ruiz"),
                        reply -> assertThat(reply).contains(address, "We are moving house, please bear with us."),
                        answer -> assertThat(answer).contains("Thank you for telling us."));
        var answer = ana.readsTheHeaders();
        var reply = messageId(ana.turnsToTheMail("We are moving house").readsTheHeaders());
        assertThat(answer.replaceAll("\\s+", " "))
                .contains("In-Reply-To: " + reply, "References: " + letter + " " + reply);

        ana.livesUntilTheMorningOf(LocalDate.of(2026, 6, 24));
        assertThat(practice.inTheMailbox())
                .filteredOn(mail -> mail.to().equals(address))
                .as("the letter, the answer, and a letter that the cadence asks for again")
                .hasSizeGreaterThan(2);
    }

    @Test
    void aDroppedLedgerIsShownAndImportedWithoutItsThreeBadRows() {
        var dana = practice.dana().opensTheirDirectMessages();

        dana.drops("upload.csv", """
                Number,Client,Invoice date,Due date,Amount,Currency
                UP-1,Harbour Books,2026-06-01,2026-07-20,120.50,GBP
                UP-2,Harbour Books,2026-06-01,soon,1,GBP
                UP-3,,2026-06-01,2026-07-20,1,GBP
                UP-4,Harbour Books,2026-06-01,2026-07-20,twelve,GBP
                """);
        dana.seesInTheMessageWith("upload.csv", "1 is new");
        dana.seesInTheMessageWith("upload.csv", "3 rows cannot be read");
        dana.seesInTheMessageWith("upload.csv", "Line 3, due date: \"soon\" is no date");
        dana.seesInTheMessageWith("upload.csv", "stays the ledger");
        dana.writes("/invoices UP-1");
        dana.see("No invoice has a number that begins with \"UP-1\"");

        dana.presses("Import", "3 rows cannot be read").confirms();
        dana.seesInTheMessageWith("3 rows cannot be read", "Imported by Dana Lindqvist");
        dana.writes("/invoices UP-1");
        dana.see("1 invoice matches \"UP-1\"");
        dana.writes("/invoices UP-2");
        dana.see("No invoice has a number that begins with \"UP-2\"");
    }

    @Test
    void anExportIsOpenedAndReadBack() {
        var dana = practice.dana().opensTheirDirectMessages();

        dana.writes("/invoices export overdue");
        dana.see("overdue, as of Mon 15 Jun 2026");
        var file = dana.opensTheFile("invoices-overdue-2026-06-15.csv");
        var rows = file.lines().count() - 1;
        assertThat(file).startsWith("\ufeffinvoice number,client,invoice date,due date,currency,amount,");
        assertThat(rows).isPositive();

        dana.drops("back.csv", file);
        dana.seesInTheMessageWith("back.csv", rows + " are as they were");
    }

    private static String messageId(String headers) {
        var id = Pattern.compile("(?m)^Message-ID: (<[^>]+>)").matcher(headers);
        assertThat(id.find()).as(headers).isTrue();
        return id.group(1);
    }

    @Test
    void aBounceHasACardAndStopsTheLettersUntilTheAddressIsRightAgain() {
        var ana = practice.ana().opensTheChannel();
        ana.see("Letters today");
        var address = ana.addressOfTheLetterTo("Pennywell Cycles");
        ana.choosesForTheLetterTo("Pennywell Cycles", "Send now").seesTheLetterTo("Pennywell Cycles", "sent");
        ana.opensTheMailbox().readsTheLetterAbout(address);

        ana.bouncesTheLetter();

        ana.opensTheDigestsThread().seesInTheMessageWith("could not be delivered", address);
        ana.livesUntilTheMorningOf(LocalDate.of(2026, 6, 19));
        assertThat(practice.inTheMailbox())
                .filteredOn(mail -> mail.to().equals(address))
                .hasSize(1);
        ana.opensTheChannel().writes("/invoices why INV-2247");
        ana.see("no letter, because mail to this client's address came back");
        ana.see("Now: mail to this client's address came back");
        ana.opensTheThreadWith("could not be delivered");
        ana.presses("Address is right again", "could not be delivered")
                .seesInTheMessageWith("could not be delivered", "the address is right again");
    }

    @Test
    void aMonthOfMorningsLeavesNoClientWithTwoLettersInsideTheContactDelay() {
        var ana = practice.ana().opensTheChannel();
        ana.see("Receivables on");
        ana.livesUntilTheMorningOf(LocalDate.of(2026, 6, 23));
        ana.presses("Hold all", "Receivables on").confirms();
        ana.see("Whoever wants one to leave after all");
        ana.opensTheirDirectMessages();
        practice.livesUntilTheMorningOf(LocalDate.of(2026, 7, 15));

        assertThat(ana.opensTheChannel().digests())
                .as("working days since the first")
                .isEqualTo(22 + 1);
        var days = new TreeMap<String, TreeSet<LocalDate>>();
        var letters = practice.inTheMailbox().stream()
                .filter(letter -> !letter.subject().matches("(Thank you|Vielen Dank) .*"))
                .toList();
        for (var letter : letters) {
            days.computeIfAbsent(letter.to(), address -> new TreeSet<>()).add(dayOf(letter));
        }
        assertThat(days.values()).as("somebody gets more than one").anyMatch(each -> each.size() > 2);
        assertThat(days.values())
                .allSatisfy(each -> assertThat(each)
                        .allSatisfy(day -> assertThat(each.subSet(day, false, day.plusDays(contactDelay()), false))
                                .isEmpty()));
        assertThat(letters.stream().map(letter -> letter.to() + " " + dayOf(letter) + " " + letter.subject()))
                .as("several a day only to those who want one for each invoice")
                .doesNotHaveDuplicates();
        var heldFrom = LocalDate.of(2026, 6, 23).atTime(8, 30).atZone(LONDON).toInstant();
        assertThat(letters)
                .as("all of a day were held, to the far end of its working hours anywhere")
                .noneMatch(letter ->
                        !letter.at().isBefore(heldFrom) && letter.at().isBefore(heldFrom.plus(Duration.ofDays(1))));
    }

    private static LocalDate dayOf(PracticeLetter letter) {
        return LocalDate.ofInstant(letter.at(), LONDON);
    }

    /** As the packaged cadence says. */
    private static int contactDelay() {
        try {
            var delay = Pattern.compile("(?m)^    contact-delay: (\\d+)$")
                    .matcher(Files.readString(Path.of("messages/cadences.yaml")));
            assertThat(delay.find()).isTrue();
            return Integer.parseInt(delay.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
