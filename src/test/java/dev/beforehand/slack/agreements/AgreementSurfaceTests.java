package dev.beforehand.slack.agreements;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.Dispute;
import dev.beforehand.checkins.Dispute.Resolution;
import dev.beforehand.checkins.Disputes;
import dev.beforehand.checkins.Feedback.Problem;
import dev.beforehand.checkins.Hold;
import dev.beforehand.checkins.Holds;
import dev.beforehand.checkins.Promises;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackTeam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class AgreementSurfaceTests extends SlackTeam {

    private static final String ANA = "U0ANARUIZ";
    private static final String BEN = "U0BENOKAFOR";
    private static final Posted CARD = new Posted("C0PRECEIVABLES", "1.000100");

    @Autowired
    Promises promises;

    @Autowired
    Disputes disputes;

    @Autowired
    Holds holds;

    @Autowired
    CheckIns checkIns;

    ColleagueId ana;
    ClientId harbour;
    InvoiceId late;
    InvoiceId soon;

    @BeforeEach
    void aClientWithOneInvoiceLateAndOneSoonDue() {
        ana = ledger.colleague("Ana Ruiz");
        var ben = ledger.colleague("Ben Okafor");
        jdbc.sql("update colleague set slack_user_id = ? where id = ?")
                .params(ANA, ana.value())
                .update();
        jdbc.sql("update colleague set slack_user_id = ? where id = ?")
                .params(BEN, ben.value())
                .update();
        harbour = ledger.client("Harbour Books", ana);
        late = ledger.invoice("INV-1", harbour, MONDAY.minusDays(20), "EUR 100.00");
        soon = ledger.invoice("INV-10", harbour, MONDAY.plusDays(3), "EUR 50.00");
        ledger.invoice("INV-2", ledger.client("Harbour Lights", ana), MONDAY, "EUR 100.00");
    }

    @Test
    void aPromiseByCommandIsAboutJustThatInvoice() {
        assertThat(asks("promise inv-1")).isEmpty();
        var form = modal("views.open");
        assertThat(form.toString())
                .contains("Harbour Books", "INV-1", "€100.00")
                .doesNotContain("INV-10");

        assertThat(submits(ANA, form, Map.of())).contains("Please choose the day on which they will pay");
        assertThat(submits(ANA, form, Map.of("day", date("2013-06-16")))).contains("This day is past");
        assertThat(submits(ANA, form, Map.of("day", date("2013-06-21"), "amount", text("100.01"))))
                .contains("They owe €100.00");
        assertThat(submits(ANA, form, Map.of("day", date("2013-06-21"), "amount", text("40"))))
                .contains("pays €40.00 by Fri 21 Jun 2013", "rest until Tue 25 Jun 2013");

        assertThat(promises.covering(List.of(late, soon), MONDAY)).containsOnlyKeys(late);
        asks("promise INV-1");
        assertThat(modal("views.open").toString()).contains("They promised €40.00 by Fri 21 Jun");
    }

    @Test
    void aClientPromisesForAllThatItOwes() {
        asks("promise harbour books");

        submits(ANA, modal("views.open"), Map.of("day", date("2013-06-21")));

        assertThat(promises.covering(List.of(late, soon), MONDAY)).containsOnlyKeys(late, soon);
    }

    @Test
    void aDisputeHasAReasonAnOwnerAndWordsAndIsSettledInTheSameForm() {
        asks("dispute INV-1");
        var form = modal("views.open");
        assertThat(form.toString()).doesNotContain("How was it settled?");

        assertThat(submits(ANA, form, Map.of())).contains("what the problem is", "who sees to it", "what they say");
        assertThat(submits(ANA, form, disputed("QUALITY", BEN, "Half of it broke")))
                .contains("until somebody says here how it was settled");
        assertThat(disputes.standing(List.of(late, soon))).containsExactly(late);

        asks("dispute INV-1");
        var standing = modal("views.open");
        assertThat(standing.toString())
                .contains(
                        "In dispute: *Quality of goods or work*",
                        "Half of it broke",
                        "\"initial_user\":\"" + BEN + "\"");
        var settled = new HashMap<>(disputed("QUALITY", BEN, "Half of it broke"));
        settled.put("resolution", option("CREDITED"));
        assertThat(submits(ANA, standing, settled)).contains("Noted as settled");
        assertThat(submits(ANA, standing, settled)).contains("Somebody has noted already that it is settled");
        assertThat(disputes.newest(List.of(late)).orElseThrow().resolution()).isEqualTo(Resolution.CREDITED);
    }

    @Test
    void theFormOfADisputeThatStandsIsAboutThatAlone() {
        dispute("INV-1", "QUALITY", "Half of it broke");

        asks("dispute harbour books");
        var form = modal("views.open");
        assertThat(form.toString())
                .contains("INV-1", "This form is about that alone")
                .doesNotContain("INV-10");
        submits(ANA, form, disputed("QUALITY", ANA, "Half of it broke"));
        assertThat(disputes.about(List.of(late, soon)))
                .extracting(Dispute::invoiceId, Dispute::ownerId)
                .containsExactly(tuple(late, ana));
    }

    @Test
    void ofTwoDisputesOnlyTheOneThatIsShownIsSettled() {
        dispute("INV-1", "QUALITY", "Half of it broke");
        dispute("INV-10", "WRONG_AMOUNT", "They had agreed on less");

        asks("dispute harbour books");
        var form = modal("views.open");
        assertThat(form.toString())
                .contains("INV-10", "They had agreed on less")
                .doesNotContain("INV-1\"");
        var settled = new HashMap<>(disputed("WRONG_AMOUNT", BEN, "They had agreed on less"));
        settled.put("resolution", option("CORRECTED"));
        assertThat(submits(ANA, form, settled)).contains("Noted as settled");

        assertThat(disputes.standing(List.of(late, soon))).containsExactly(late);
    }

    @Test
    void oneProblemAboutSeveralInvoicesIsSettledAtOnce() {
        dispute("harbour books", "QUALITY", "Half of it broke");

        asks("dispute harbour books");
        var form = modal("views.open");
        assertThat(form.toString()).contains("INV-1, INV-10").doesNotContain("This form is about that alone");
        assertThat(submits(ANA, form, Map.of("resolution", option("CREDITED")))).contains("Noted as settled");

        assertThat(disputes.standing(List.of(late, soon))).isEmpty();
    }

    @Test
    void aDisputeAboutWhatWasPaidMeanwhileIsSettledInItsForm() {
        dispute("INV-1", "QUALITY", "Half of it broke");
        ledger.paid(late, MONDAY);

        assertThat(asks("dispute INV-1")).isEmpty();
        var form = modal("views.open");
        assertThat(form.toString())
                .contains("INV-1", "Quality of goods or work", "How was it settled?")
                .doesNotContain("What do they say?", "Leave this empty");
        assertThat(submits(ANA, form, Map.of("resolution", option("CREDITED")))).contains("Noted as settled");

        assertThat(disputes.standing(List.of(late))).isEmpty();
        assertThat(asks("dispute INV-1")).contains("Nothing is open here any more");
    }

    @Test
    void whatWasPaidInPartMeanwhileIsLookedAtAgain() {
        asks("promise harbour books");
        var form = modal("views.open");
        ledger.paid(soon, MONDAY);

        assertThat(submits(ANA, form, Map.of("day", date("2013-06-21"))))
                .contains("What this is about has changed", "\"text\":\"*Harbour Books*  ·  €100.00");
        assertThat(promises.about(List.of(late, soon))).isEmpty();
    }

    @Test
    void anInvoiceIsHeldUntilADayWithAReasonAndReleasedAgain() {
        asks("hold inv-1");
        var form = modal("views.open");
        assertThat(form.toString()).contains("No letter asks for this invoice").doesNotContain("on hold until");

        assertThat(submits(ANA, form, held("2013-06-16", "new order number"))).contains("This day is past");
        assertThat(submits(ANA, form, held("2013-06-21", "  "))).contains("Please write down why");
        assertThat(submits(ANA, form, held("2013-06-21", "new order number")))
                .contains("Letters about INV-1 rest until Fri 21 Jun 2013");
        assertThat(holds.standing(harbour, MONDAY)).extracting(Hold::invoiceId).containsExactly(late);

        asks("hold INV-1");
        assertThat(modal("views.open").toString())
                .contains("*INV-1*: on hold until Fri 21 Jun 2013, by Ana Ruiz: new order number");
        var hold = holds.standing(harbour, MONDAY).getFirst().knownId();
        clicksInModal(ANA, HoldView.RELEASE, hold);
        await().until(() -> holds.standing(harbour, MONDAY).isEmpty());
        await().until(() -> !FAKE.received("views.update").isEmpty());
        assertThat(modal("views.update").toString()).contains("Released");
    }

    @Test
    void theFormForAnInvoiceShowsThatItsWholeClientIsOnHold() {
        asks("hold harbour books");
        submits(ANA, modal("views.open"), held("2013-06-21", "they are moving"));
        assertThat(holds.standing(harbour, MONDAY)).extracting(Hold::invoiceId).containsExactly((InvoiceId) null);

        asks("hold INV-1");

        assertThat(modal("views.open").toString())
                .contains("*All letters to this client*: on hold until Fri 21 Jun 2013", "they are moving");
    }

    @Test
    void holdsOfSeveralInvoicesAreToldApart() {
        hold("INV-1", "new order number");
        hold("INV-10", "wrong address");

        asks("hold harbour books");

        assertThat(modal("views.open").toString())
                .contains("*INV-1*: on hold until", "*INV-10*: on hold until", "new order number", "wrong address");
    }

    @Test
    void theFormSaysWhichHoldANewOneReplaces() {
        hold("INV-1", "new order number");

        asks("hold INV-1");
        assertThat(modal("views.open").toString()).contains("It takes the place of the one above");
        asks("hold harbour books");
        assertThat(modal("views.open").toString()).doesNotContain("It takes the place");
    }

    @Test
    void aClientThatOwesNothingCanBeHeld() {
        ledger.client("Quay Street", ana);

        asks("hold quay street");

        assertThat(modal("views.open").toString()).contains("\"text\":\"*Quay Street*\"");
        assertThat(submits(ANA, modal("views.open"), held("2013-06-21", "they are moving")))
                .contains("All letters to Quay Street that ask for something rest");
    }

    @ParameterizedTest
    @EnumSource(names = {"PROMISE", "DISPUTE"})
    void theMenuOfACheckInOpensEachForm(Agreement agreement) {
        checkIns.flag(MONDAY);
        var checkIn = checkIns.newestOf(harbour).orElseThrow();

        chooses(ANA, AgreementMenu.MENU, agreement + " check-in:" + checkIn, CARD);

        assertThat(modal("views.open").toString())
                .contains("Harbour Books", "INV-10")
                .doesNotContain("INV-1,");
    }

    @Test
    void aHoldFromACheckInIsTheWholeClientsAndSaysSo() {
        checkIns.flag(MONDAY);
        var checkIn = checkIns.newestOf(harbour).orElseThrow();

        chooses(ANA, AgreementMenu.MENU, "HOLD check-in:" + checkIn, CARD);

        var form = modal("views.open");
        assertThat(form.toString()).contains("€150.00", "INV-1, INV-10", "No letter asks this client for anything");
        submits(ANA, form, held("2013-06-21", "they are moving"));
        assertThat(holds.covering(List.of(late, soon), MONDAY)).containsOnlyKeys(late, soon);
    }

    @Test
    void aDisputeFromACheckInIsAboutItsInvoicesAndStandsOnItsCard() {
        checkIns.flag(MONDAY);
        var checkIn = checkIns.newestOf(harbour).orElseThrow();
        chooses(ANA, AgreementMenu.MENU, "DISPUTE check-in:" + checkIn, CARD);

        submits(ANA, modal("views.open"), disputed("OTHER", ANA, "The door is blue"));

        assertThat(disputes.standing(List.of(late, soon))).containsExactly(soon);
        assertThat(disputes.newest(List.of(soon)).orElseThrow().reason()).isEqualTo(Problem.OTHER);
    }

    @Test
    void whatWasPaidInTheMeantimeCannotBeAgreedAbout() {
        asks("promise INV-1");
        var form = modal("views.open");
        ledger.paid(late, MONDAY);

        assertThat(submits(ANA, form, Map.of("day", date("2013-06-21")))).contains("Nothing is open");
        assertThat(asks("promise INV-1")).contains("Nothing is open here any more");
        assertThat(promises.about(List.of(late))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hold nothing", "promise INV-99", "dispute inv-"})
    void whatIsNotFoundIsSaid(String asked) {
        assertThat(asks(asked)).contains("No invoice has the number");
        assertThat(FAKE.received("views.open")).isEmpty();
    }

    @Test
    void anInvoiceNumberFromOutsideMentionsNobody() {
        ledger.invoice("<!channel>", harbour, MONDAY, "EUR 1.00");

        asks("promise harbour books");

        assertThat(modal("views.open").toString()).contains("&lt;!channel&gt;").doesNotContain("<!channel>");
    }

    @Test
    void aNameThatSeveralClientsHaveIsNotGuessed() {
        assertThat(asks("hold harbour")).contains("Several clients match");
        assertThat(FAKE.received("views.open")).isEmpty();
    }

    private void dispute(String words, String reason, String said) {
        asks("dispute " + words);
        assertThat(submits(ANA, modal("views.open"), disputed(reason, BEN, said)))
                .contains("Noted");
        clock.moveTo(
                MONDAY, clock.instant().atZone(clock.getZone()).toLocalTime().plusMinutes(1));
    }

    private void hold(String words, String reason) {
        asks("hold " + words);
        assertThat(submits(ANA, modal("views.open"), held("2013-06-21", reason)))
                .contains("Letters about");
    }

    private static Map<String, Object> disputed(String reason, String owner, String words) {
        return Map.of("reason", option(reason), "owner", Map.of("selected_user", owner), "words", text(words));
    }

    private static Map<String, Object> held(String until, String reason) {
        return Map.of("until", date(until), "reason", text(reason));
    }
}
