package dev.beforehand.slack.note;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.slack.Cards;
import dev.beforehand.slack.FakeSlack;
import dev.beforehand.slack.FakeSlack.Received;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackTeam;
import dev.beforehand.slack.checkins.CheckInButtons;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MorningNotesTests extends SlackTeam {

    private static final String ANA = "U0ANARUIZ";
    private static final String BEN = "U0BENOKAFOR";
    private static final Posted DIGEST = new Posted("C0PRECEIVABLES", "9.0");

    @Autowired
    MorningNotes notes;

    @Autowired
    NoteReaders readers;

    @Autowired
    Cards cards;

    @Autowired
    CheckIns checkIns;

    ColleagueId ana;
    ColleagueId ben;
    ClientId harbour;

    @BeforeEach
    void aClientToTalkTo() {
        ana = ledger.colleague("Ana Ruiz");
        ben = ledger.colleague("Ben Okafor");
        harbour = ledger.client("Harbour & Sons", ana);
        ledger.client("Owes Nothing Ltd", ben);
        ledger.invoice("INV-1042", harbour, MONDAY.plusDays(4), "EUR 1000.00");
        checkIns.flag(MONDAY);
        readers.wants(ana, LocalTime.of(8, 31));
        clock.moveTo(MONDAY, LocalTime.of(8, 31));
    }

    @Test
    void comesOnceADayToWhomSomethingWaitsForAndToNobodyElse() {
        theDigestIs(DIGEST);

        notes.sayDue();
        notes.sayDue();
        clock.moveTo(MONDAY, LocalTime.of(9, 0));
        notes.sayDue();

        await().until(() -> notesTo(ANA).size() == 1);
        assertThat(notesTo(ANA).getFirst())
                .contains(
                        "Your list for Monday", "Yours to claim: 1 check-in", "Harbour \\u0026amp; Sons", "€1,000.00");
        assertThat(notesTo(BEN)).isEmpty();

        nextDay();
        theDigestIs(DIGEST);
        notes.sayDue();
        await().until(() -> notesTo(ANA).size() == 2);
    }

    @Test
    void comesOnceHoweverManyInstancesLookAtOnce() {
        theDigestIs(DIGEST);

        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8).forEach(i -> instances.execute(notes::sayDue));
        }

        await().until(() -> notesTo(ANA).size() == 1);
        quietly();
        assertThat(notesTo(ANA)).hasSize(1);
    }

    @Test
    void isNoNewsAfterALongOutageAndNotOnDaysOff() {
        clock.moveTo(MONDAY, LocalTime.of(12, 31));
        notes.sayDue();
        clock.moveTo(MONDAY.minusDays(1), LocalTime.of(8, 31));
        notes.sayDue();
        quietly();

        assertThat(notesTo(ANA)).isEmpty();
    }

    @Test
    void isNotSaidLaterWhereSlackWasAwayUntilItWasNoNewsAnyMore() {
        clock.moveTo(MONDAY, LocalTime.of(12, 31));

        cards.show(NoteCards.subject(ana, MONDAY));
        await().until(() -> jdbc.sql("select count(*) from slack_errand")
                        .query(Integer.class)
                        .single()
                == 0);

        assertThat(notesTo(ANA)).isEmpty();
    }

    @Test
    void comesAtTheirOwnTimeAndNotTwiceWhereThatIsChanged() {
        theDigestIs(DIGEST);
        clock.moveTo(MONDAY, LocalTime.of(7, 0));
        assertThat(asks(ANA, "note 07:10"))
                .contains("on Monday, 17 June 2013, at 07:10 (time in Europe/London)", "before the digest");
        notes.sayDue();
        quietly();
        assertThat(notesTo(ANA)).isEmpty();

        clock.moveTo(MONDAY, LocalTime.of(7, 10));
        assertThat(asks(ANA, "note")).contains("today, in a minute");
        notes.sayDue();
        await().until(() -> notesTo(ANA).size() == 1);

        assertThat(asks(ANA, "note 9:00")).contains("on Tuesday, 18 June 2013, at 09:00");
        assertThat(asks(ANA, "note digest")).contains("on Tuesday, 18 June 2013, with the digest, at 23:00");
        clock.moveTo(MONDAY, LocalTime.of(9, 0));
        notes.sayDue();
        quietly();
        assertThat(notesTo(ANA)).hasSize(1);
    }

    @Test
    void aTimeThatIsNoneIsRefusedAndNothingChanges() {
        for (var nonsense : List.of("24:00", "8:75", "noon", "8", "08:15:30", "-1:00")) {
            assertThat(asks(ANA, "note " + nonsense))
                    .contains("is no time of day, and nothing was changed", "`/invoices note 08:15`");
        }
        assertThat(asks(ANA, "note")).contains("today, in a minute");
    }

    @Test
    void whoIsMutedGetsNoneUntilTheyWantItAgain() {
        theDigestIs(DIGEST);
        assertThat(asks(ANA, "mute")).contains("You get no morning note", "`/invoices unmute`");
        notes.sayDue();
        quietly();
        assertThat(notesTo(ANA)).isEmpty();
        assertThat(asks(ANA, "note")).contains("You get no morning note");

        assertThat(asks(ANA, "unmute")).contains("today, in a minute");
        notes.sayDue();
        await().until(() -> notesTo(ANA).size() == 1);
    }

    @Test
    void aClaimFromTheNoteIsShownInIt() {
        theDigestIs(DIGEST);
        notes.sayDue();
        await().until(() -> notesTo(ANA).size() == 1);

        clicks(ANA, CheckInButtons.CLAIM, checkIn(), theNote());

        await().until(() -> shown().contains("Claimed by you: 1 check-in"));
        assertThat(shown()).contains("Log feedback").doesNotContain("Yours to claim");
    }

    @Test
    void whatSomebodyElseClaimsIsNoLongerTheirs() {
        theDigestIs(DIGEST);
        notes.sayDue();
        await().until(() -> notesTo(ANA).size() == 1);

        checkIns.claim(checkIn(), ben);

        await().until(() -> shown().contains("All of it is dealt with"));
        assertThat(notesTo(BEN)).as("nobody is told of what they do themselves").isEmpty();
    }

    @Test
    void aLongListIsCutAndItsPagesShowTheRest() {
        for (int i = 1; i <= 24; i++) {
            ledger.invoice("INV-" + i, ledger.client("Client " + i, ana), MONDAY.plusDays(5), "EUR 10.00");
        }
        checkIns.flag(MONDAY);
        theDigestIs(DIGEST);
        notes.sayDue();
        await().until(() -> notesTo(ANA).size() == 1);
        assertThat(notesTo(ANA).getFirst()).contains("Yours to claim: 25 check-ins", "And 21 more: show all 25");

        clicks(ANA, NotePages.ACTION + "to-claim", 0, theNote());

        var page = view("views.open");
        assertThat(page).contains("Client 19", "Next", NotePages.CLAIM).doesNotContain("Client 20", "Previous");
        clicks(ANA, NotePages.CLAIM, checkIn(), JsonParser.parseString(page).getAsJsonObject());
        await().until(() -> !FAKE.received("views.update").isEmpty());
        assertThat(view("views.update")).contains("24 check-ins").doesNotContain("Harbour");
        assertThat(checkIns.find(checkIn()).orElseThrow().claimedBy()).isEqualTo(ana);
    }

    @Test
    void aManagerWhomOnlyTheLedgerNamesIsFoundByTheirAddress() {
        theDigestIs(DIGEST);
        jdbc.sql("update colleague set slack_user_id = null where id = ?")
                .param(ana.value())
                .update();
        FAKE.answers("users.lookupByEmail", FakeSlack.json("{\"ok\":true,\"user\":{\"id\":\"U0PANNA\"}}"));
        FAKE.knows("U0PANNA", "Ana Ruiz", "ana.ruiz@brightwater.example", "");

        notes.sayDue();

        await().until(() -> notesTo("U0PANNA").size() == 1);
    }

    private void nextDay() {
        var tuesday = MONDAY.plusDays(1);
        clock.moveTo(tuesday, LocalTime.of(8, 31));
    }

    /** Long enough for what should not be said to have been said. */
    private static void quietly() {
        try {
            Thread.sleep(Duration.ofMillis(300));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CheckInId checkIn() {
        return new CheckInId(
                jdbc.sql("select min(id) from check_in").query(Long.class).single());
    }

    private Posted theNote() {
        await().until(() -> note() != null);
        return note();
    }

    private Posted note() {
        return jdbc.sql("select channel, ts from slack_post where subject = ? and ts is not null")
                .param(NoteCards.subject(ana, LocalDate.now(clock)))
                .query((row, number) -> new Posted(row.getString("channel"), row.getString("ts")))
                .optional()
                .orElse(null);
    }

    private String shown() {
        var updates = FAKE.received("chat.update");
        return updates.isEmpty() ? "" : updates.getLast().fields().get("blocks");
    }

    private static String view(String method) {
        return FAKE.received(method).getLast().fields().get("view");
    }

    private static List<String> notesTo(String user) {
        return FAKE.received("chat.postMessage").stream()
                .map(Received::fields)
                .filter(fields -> fields.get("channel").equals("D" + user))
                .map(fields -> fields.get("blocks"))
                .toList();
    }
}
