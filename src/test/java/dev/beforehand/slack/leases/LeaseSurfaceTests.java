package dev.beforehand.slack.leases;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.beforehand.checkins.CheckIn;
import dev.beforehand.checkins.CheckIn.Outcome;
import dev.beforehand.checkins.CheckIn.State;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.Absences;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.slack.FakeSlack;
import dev.beforehand.slack.FakeSlack.Received;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackPeople;
import dev.beforehand.slack.SlackTeam;
import dev.beforehand.slack.checkins.CheckInButtons;
import dev.beforehand.slack.checkins.CheckInCards;
import dev.beforehand.slack.checkins.ClaimedMenu;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "beforehand.viewers=U0VERAHILL")
class LeaseSurfaceTests extends SlackTeam {

    private static final String ANA = "U0ANARUIZ";
    private static final String BEN = "U0BENOKAFOR";
    private static final String VERA = "U0VERAHILL";
    private static final String DANA = "U0DANALINDQVIST";
    private static final Posted DIGEST = new Posted("C0PRECEIVABLES", "9.0");

    @Autowired
    CheckIns checkIns;

    @Autowired
    Absences absences;

    @Autowired
    SlackPeople people;

    @Autowired
    LeaseRound round;

    @Autowired
    LeaseJob job;

    ColleagueId ana;
    ColleagueId ben;
    ClientId harbour;
    CheckInId id;
    Posted card;

    @BeforeEach
    void aCheckInThatAnaHas() {
        ana = ledger.colleague("Ana Ruiz");
        ben = ledger.colleague("Ben Okafor");
        ledger.colleague("Vera Hill");
        ledger.colleague("Dana Lindqvist");
        harbour = ledger.client("Harbour & Sons", ana);
        ledger.invoice("INV-1042", harbour, MONDAY.plusDays(7), "EUR 1000.00");
        checkIns.flag(MONDAY);
        id = new CheckInId(jdbc.sql("select id from check_in").query(Long.class).single());
        theDigestIs(DIGEST);
        card = shown(CheckInCards.subject(id));
        checkIns.claim(id, ana);
        await().until(() -> shownOnTheCard().contains("Ana Ruiz is on it"));
        FAKE.forgetAll();
    }

    @Test
    void yesIsNotedWhereItWasAsked() {
        var question = askedOn(2);
        assertThat(toldIn(ANA))
                .singleElement()
                .asString()
                .contains("*Still on it?*", "*Harbour &amp; Sons*", "€1,000.00, due Mon 24 Jun", "Give back");

        clicks(ANA, LeaseQuestionBlocks.KEEP, question, card);

        await().until(() -> updates().contains("Ana Ruiz is on it, "));
        assertThat(updates()).doesNotContain("lease:keep");
        round.go();
        assertThat(count("lease_question")).isEqualTo(1);
    }

    @Test
    void silenceIsSaidOnTheCardAndOnTheQuestion() {
        askedOn(2);
        askedOn(3);
        await().until(() -> updates().contains("Asked again"));
        askedOn(4);
        assertThat(toldIn(ANA)).hasSize(3);
        assertThat(toldIn(ANA).getLast()).contains("anybody can claim it");

        clock.moveTo(MONDAY.plusDays(7), LocalTime.of(9, 0));
        round.go();

        await().until(() -> updates().contains("No answer, so it went back to the pool"));
        await().until(() -> shownOnTheCard().contains("No word from Ana Ruiz, so it is back in the pool"));
        assertThat(shownOnTheCard()).contains(CheckInButtons.CLAIM);
    }

    @Test
    void whoeverAnswersTooLateIsToldWhoHasItNow() {
        var question = askedOn(2);
        clicks(ANA, LeaseQuestionBlocks.GIVE_BACK, question, card);
        checkIns.claim(id, ben);

        clicks(ANA, LeaseQuestionBlocks.GIVE_BACK, question, card);
        clicks(ANA, LeaseQuestionBlocks.HAND_OVER, question, card);

        await().until(() -> toldTo(ANA).size() == 2);
        assertThat(toldTo(ANA))
                .contains(
                        "Ben Okafor has the check-in with Harbour &amp; Sons now, so nothing was changed.",
                        "Ben Okafor has this check-in. Only they, whoever stands in for them, or a finance lead can hand it over or give it back.");
        assertThat(now().claimedBy()).isEqualTo(ben);
        await().until(() -> updates().contains("Ana Ruiz gave it back"));
    }

    @Test
    void aQuestionAboutWhatWasDoneBeforeSlackShowedItIsNotAsked() {
        FAKE.always("chat.postMessage", fields -> true, FakeSlack.error("internal_error"));
        clock.moveTo(MONDAY.plusDays(2), LocalTime.of(9, 0));
        round.go();
        await().until(() -> !toldIn(ANA).isEmpty());
        checkIns.done(id, Outcome.ON_TRACK, ana);
        FAKE.forgetAll();
        clock.moveTo(MONDAY.plusDays(2), LocalTime.of(12, 0));

        await().until(() -> count("slack_errand") == 0);

        assertThat(toldIn(ANA)).isEmpty();
    }

    @Test
    void theOneToWhomItIsHandedIsToldAndTheCardSaysIt() {
        chooses(ANA, ClaimedMenu.MENU, "HAND_OVER " + id, card);
        assertThat(modal("views.open").toString()).contains("Harbour &amp; Sons", "Give back");

        var answer = submits(ANA, modal("views.open"), Map.of("to", person(BEN)));

        assertThat(answer).contains("Ben Okafor has the check-in with Harbour", "is told in a direct message");
        assertThat(now().claimedBy()).isEqualTo(ben);
        await().until(() -> !toldIn(BEN).isEmpty());
        assertThat(toldIn(BEN))
                .singleElement()
                .asString()
                .contains("Ana Ruiz handed a check-in over to you", "*Harbour &amp; Sons*", CheckInButtons.FEEDBACK);
        await().until(() -> shownOnTheCard().contains("Ben Okafor is on it · handed over by Ana Ruiz"));
    }

    @Test
    void whoCannotHaveItIsRefusedWithTheReason() {
        chooses(ANA, ClaimedMenu.MENU, "HAND_OVER " + id, card);
        var form = modal("views.open");

        assertThat(submits(ANA, form, Map.of("to", person(VERA)))).contains("They cannot have check-ins");
        assertThat(submits(ANA, form, Map.of("to", person(ANA)))).contains("They have it already");
        assertThat(submits(BEN, form, Map.of("to", person(BEN)))).contains("Ana Ruiz has this check-in. Only they");
        absences.leave(ben, MONDAY.plusDays(3), ana, MONDAY);
        assertThat(submits(ANA, form, Map.of("to", person(BEN))))
                .contains("Ben Okafor is away until Thu 20 Jun; Ana Ruiz stands in");
        assertThat(now().claimedBy()).isEqualTo(ana);
    }

    @Test
    void aFinanceLeadHandsOverForOthers() {
        chooses(BEN, ClaimedMenu.MENU, "HAND_OVER " + id, card);
        await().until(() -> toldTo(BEN).size() == 1);
        assertThat(FAKE.received("views.open")).isEmpty();

        chooses(DANA, ClaimedMenu.MENU, "HAND_OVER " + id, card);
        submits(DANA, modal("views.open"), Map.of("to", person(BEN)));

        assertThat(now().claimedBy()).isEqualTo(ben);
    }

    @Test
    void itIsGivenBackFromTheMenu() {
        chooses(ANA, ClaimedMenu.MENU, "HAND_OVER " + id, card);
        clicksInModal(ANA, HandOverView.GIVE_BACK, id + " " + ana);

        assertThat(now().state()).isEqualTo(State.OPEN);
        await().until(() -> shownOnTheCard().contains("Ana Ruiz gave it back"));
        await().until(() -> !FAKE.received("views.update").isEmpty());
        assertThat(modal("views.update").toString()).contains("anybody can claim the check-in with Harbour");
    }

    @Test
    void theRestOfTheMenuIsWhatItWas() {
        chooses(ANA, ClaimedMenu.MENU, "HOLD check-in:" + id, card);

        assertThat(modal("views.open").toString()).contains("No letter asks this client");
    }

    @Test
    void whoeverIsAwayHasWhatTheyHadListedForTheirBackup() {
        ledger.invoice("INV-7", ledger.client("Mill Lane", ana), MONDAY.plusDays(2), "EUR 5.00");
        checkIns.flag(MONDAY);
        checkIns.running().forEach(each -> checkIns.claim(each, ana));
        asks(ANA, "away");
        assertThat(modal("views.open").toString()).contains("gets the 2 check-ins that you have now");

        var answer = submits(ANA, modal("views.open"), Map.of("back-on", date("2013-07-01"), "backup", person(BEN)));

        assertThat(answer).contains("you are away until Mon 1 Jul, and Ben Okafor stands in");
        await().until(() -> !toldIn(BEN).isEmpty());
        assertThat(toldIn(BEN)).singleElement().asString().contains("Ana Ruiz is away until Mon 1 Jul");
        assertThat(toldIn(BEN).getFirst().indexOf("Mill Lane"))
                .isPositive()
                .isLessThan(toldIn(BEN).getFirst().indexOf("Harbour"));
        assertThat(now().claimedBy()).isEqualTo(ben);
    }

    @Test
    void theFormOfWhoeverIsAwayBringsThemBack() {
        absences.leave(ana, MONDAY.plusDays(14), ben, MONDAY);
        asks(ANA, "away");
        assertThat(modal("views.open").toString()).contains("You are away until Mon 1 Jul; Ben Okafor stands in", BEN);

        clicksInModal(ANA, AwayView.BACK, "back");

        assertThat(absences.of(ana, MONDAY)).isEmpty();
        await().until(() -> !toldIn(BEN).isEmpty());
        assertThat(toldIn(BEN)).singleElement().asString().contains("Ana Ruiz is back");
    }

    @Test
    void aFormThatCannotStandIsRefusedBesideItsField() {
        asks(ANA, "away");
        var form = modal("views.open");

        assertThat(submits(ANA, form, Map.of("back-on", date("2013-06-17"), "backup", person(BEN))))
                .contains("back-on", "Please choose a day after today");
        assertThat(submits(ANA, form, Map.of("back-on", date("2013-07-01"), "backup", person(ANA))))
                .contains("backup", "somebody else than yourself");
        assertThat(submits(ANA, form, Map.of("back-on", date("2013-07-01"), "backup", person(VERA))))
                .contains("They cannot have check-ins");
        absences.leave(ben, MONDAY.plusDays(3), ana, MONDAY);
        assertThat(submits(ANA, form, Map.of("back-on", date("2013-07-01"), "backup", person(BEN))))
                .contains("Ben Okafor is away until Thu 20 Jun");
        assertThat(absences.of(ana, MONDAY)).isEmpty();
    }

    @Test
    void theCardSaysWhoStandsInForTheAccountManager() {
        clicks(ANA, LeaseQuestionBlocks.GIVE_BACK, askedOn(2), card);
        asks(ANA, "away");

        submits(ANA, modal("views.open"), Map.of("back-on", date("2013-07-01"), "backup", person(BEN)));

        await().until(() ->
                shownOnTheCard().contains("Account manager: Ana Ruiz, away until Mon 1 Jul; Ben Okafor stands in"));
    }

    @Test
    void whatNobodyClaimsIsListedOnceForTheFinanceLead() {
        clicks(ANA, LeaseQuestionBlocks.GIVE_BACK, askedOn(2), card);
        ledger.invoice("INV-7", ledger.client("Mill Lane", ana), MONDAY.plusDays(4), "EUR 5.00");
        checkIns.flag(MONDAY.plusDays(3));
        clock.moveTo(MONDAY.plusDays(3), LocalTime.of(9, 0));

        job.run(MONDAY.plusDays(3));
        job.run(MONDAY.plusDays(3));

        await().until(() -> !toldIn(DANA).isEmpty());
        assertThat(toldIn(DANA))
                .singleElement()
                .asString()
                .contains("2 check-ins are due soon", "*Harbour &amp; Sons*", "*Mill Lane*", CheckInButtons.CLAIM);

        clicks(BEN, CheckInButtons.CLAIM, id, card);

        await().until(() -> updates().contains("1 check-in is due soon"));
        assertThat(updates()).contains("Ben Okafor is on it");
        job.run(MONDAY.plusDays(4));
        assertThat(toldIn(DANA)).hasSize(1);
    }

    @Test
    void whatIsToldAGermanFinanceLeadStaysGermanOnceAllIsClaimed() {
        speaks(DANA, "de-DE");
        clicks(ANA, LeaseQuestionBlocks.GIVE_BACK, askedOn(2), card);
        clock.moveTo(MONDAY.plusDays(3), LocalTime.of(9, 0));
        job.run(MONDAY.plusDays(3));
        await().until(() -> !toldIn(DANA).isEmpty());

        clicks(BEN, CheckInButtons.CLAIM, id, card);

        await().until(() -> updates().contains("kümmert sich jetzt jemand"));
    }

    @AfterEach
    void danaSpeaksEnglish() {
        speaks(DANA, "en-GB");
    }

    private void speaks(String person, String locale) {
        FAKE.knows(person, "Dana Lindqvist", "dana@brightwater.example", ",\"locale\":\"" + locale + "\"");
        people.afresh(person);
    }

    /** So many days after Monday. */
    private long askedOn(int days) {
        clock.moveTo(MONDAY.plusDays(days), LocalTime.of(9, 0));
        round.go();
        await().until(() -> count("lease_question where shown_at is null") == 0);
        return jdbc.sql("select max(id) from lease_question").query(Long.class).single();
    }

    private CheckIn now() {
        return checkIns.find(id).orElseThrow();
    }

    private int count(String of) {
        return jdbc.sql("select count(*) from " + of).query(Integer.class).single();
    }

    /** What was posted into this person's direct messages. */
    private static List<String> toldIn(String user) {
        return FAKE.received("chat.postMessage").stream()
                .map(Received::fields)
                .filter(fields -> fields.getOrDefault("channel", "").contains(user.substring(2)))
                .map(fields -> fields.getOrDefault("blocks", "") + fields.get("text"))
                .map(LeaseSurfaceTests::readable)
                .toList();
    }

    private static String updates() {
        return FAKE.received("chat.update").stream()
                .map(update -> update.fields().getOrDefault("blocks", ""))
                .map(LeaseSurfaceTests::readable)
                .reduce("", String::concat);
    }

    private String shownOnTheCard() {
        return FAKE.received("chat.update").stream()
                .filter(update -> card.ts().equals(update.fields().get("ts")))
                .map(update -> readable(update.fields().getOrDefault("blocks", "")))
                .reduce("", (older, newer) -> newer);
    }

    private static String readable(String blocks) {
        return blocks.replace("\\u0026", "&").replace("\\u003c", "<").replace("\\u003e", ">");
    }

    private static Map<String, Object> person(String user) {
        return Map.of("selected_user", user);
    }
}
