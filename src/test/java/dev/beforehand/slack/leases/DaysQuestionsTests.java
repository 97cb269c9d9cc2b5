package dev.beforehand.slack.leases;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.beforehand.checkins.CheckIn;
import dev.beforehand.checkins.CheckIn.State;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.checkins.Leases;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.slack.FakeSlack;
import dev.beforehand.slack.FakeSlack.Received;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackPosts;
import dev.beforehand.slack.SlackTeam;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 'Still on it?', asked of somebody who holds several check-ins. */
class DaysQuestionsTests extends SlackTeam {

    private static final String ANA = "U0ANARUIZ";
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    @Autowired
    CheckIns checkIns;

    @Autowired
    Leases leases;

    @Autowired
    LeaseRound round;

    @Autowired
    SlackPosts posts;

    ColleagueId ana;
    ColleagueId ben;

    @BeforeEach
    void people() {
        ana = ledger.colleague("Ana Ruiz");
        ben = ledger.colleague("Ben Okafor");
    }

    @Test
    void whoeverHoldsThirtyCheckInsGetsTwoMessages() {
        var held = IntStream.range(0, 30).mapToObj(n -> "Client " + (n + 1)).toList();
        holds(ana, held);

        asked(WEDNESDAY);

        assertThat(postsTo(ANA)).hasSize(2);
        assertThat(card(WEDNESDAY, 0))
                .contains(starred(held.subList(0, 20)))
                .doesNotContain(starred(held.subList(20, 30)))
                .contains("*Still on it?* 20 check-ins wait for a word from you.");
        assertThat(card(WEDNESDAY, 1)).contains(starred(held.subList(20, 30))).contains("10 check-ins");
    }

    @Test
    void yesToAllKeepsEachThatStillWaits() {
        holds(ana, List.of("Harbour", "Mill", "Quay", "Rope"));
        asked(WEDNESDAY);
        var yesToAll = questions();
        leases.giveBack(checkIn("Mill"), ana, ana, false);
        checkIns.claim(checkIn("Mill"), ben);
        clicks(ANA, LeaseQuestionBlocks.KEEP, idOf("Quay"), at(WEDNESDAY));

        clicks(ANA, LeaseQuestionBlocks.KEEP, yesToAll, at(WEDNESDAY));

        await().until(() -> !toldTo(ANA).isEmpty());
        assertThat(toldTo(ANA)).containsExactly("Ben Okafor has the check-in with Mill now, so nothing was changed.");
        assertThat(answers()).containsExactly("KEPT", "GIVEN_BACK", "KEPT", "KEPT");
        assertThat(holderOf("Mill")).isEqualTo(ben);
        assertThat(card(WEDNESDAY, 0))
                .contains("Ana Ruiz is on it, ", "Ana Ruiz gave it back, ")
                .doesNotContain("Still on it?*", "Yes to all", "Without an answer");
    }

    @Test
    void whoeverSaysYesTwiceIsToldNothing() {
        holds(ana, List.of("Harbour", "Mill"));
        asked(WEDNESDAY);

        clicks(ANA, LeaseQuestionBlocks.KEEP, questions(), at(WEDNESDAY));
        clicks(ANA, LeaseQuestionBlocks.KEEP, questions(), at(WEDNESDAY));

        assertThat(card(WEDNESDAY, 0)).contains("Ana Ruiz is on it");
        assertThat(answers()).containsExactly("KEPT", "KEPT");
        assertThat(toldTo(ANA)).isEmpty();
    }

    @Test
    void aQuestionThatIsAddedCountsFromWhenSlackShowsIt() {
        holds(ana, List.of("Harbour"));
        asked(WEDNESDAY);
        FAKE.always("chat.update", fields -> true, FakeSlack.error("ratelimited"));
        clock.moveTo(MONDAY, LocalTime.of(12, 0));
        holds(ana, List.of("Mill"));
        clock.moveTo(WEDNESDAY, LocalTime.of(11, 0));
        round.go();
        await().until(() -> !FAKE.received("chat.update").isEmpty());
        assertThat(jdbc.sql("select count(*) from lease_question where shown_at is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        FAKE.forgetAnswers();
        clock.moveTo(WEDNESDAY, LocalTime.of(12, 0));

        await().until(this::allAreShown);
        assertThat(jdbc.sql("select shown_at from lease_question order by id")
                        .query(Long.class)
                        .list())
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(postsTo(ANA)).hasSize(1);
        assertThat(card(WEDNESDAY, 0)).contains("*Harbour*", "*Mill*", "Yes to all");
    }

    @Test
    void whatIsAskedAfterTheMessageWasDeletedIsPostedAnew() {
        holds(ana, List.of("Harbour"));
        asked(WEDNESDAY);
        FAKE.answers("chat.update", FakeSlack.error("message_not_found"));
        clock.moveTo(MONDAY, LocalTime.of(12, 0));
        holds(ana, List.of("Mill"));

        asked(WEDNESDAY);

        assertThat(postsTo(ANA))
                .filteredOn(Objects::nonNull)
                .hasSize(2)
                .last()
                .asString()
                .contains("*Harbour*", "*Mill*");
    }

    @Test
    void whatIsAskedForTheLastTimeSaysSoAmongOthers() {
        holds(ana, List.of("Harbour"));
        asked(WEDNESDAY);
        asked(WEDNESDAY.plusDays(1));
        assertThat(card(WEDNESDAY, 0)).contains("Asked again, ").doesNotContain("lease:keep");
        clock.moveTo(WEDNESDAY, LocalTime.of(8, 0));
        holds(ana, List.of("Mill", "Quay"));
        var friday = WEDNESDAY.plusDays(2);

        asked(friday);

        assertThat(card(friday, 0))
                .containsOnlyOnce("Asked for the last time")
                .contains("you are asked about the others again on the next working day");
        clicks(ANA, LeaseQuestionBlocks.KEEP, idOf("Mill"), at(friday));
        clicks(ANA, LeaseQuestionBlocks.KEEP, idOf("Quay"), at(friday));
        assertThat(card(friday, 0))
                .contains("it goes back to the pool on the next working day, and anybody can claim it")
                .doesNotContain("Asked for the last time", "Yes to all", "about the others");
    }

    @Test
    void aQuestionFromBeforeDaysHadOneMessageKeepsItsOwn() {
        holds(ana, List.of("Harbour", "Mill"));
        asked(WEDNESDAY);
        jdbc.sql("update lease_question set asked_on = null").update();
        var own = shown("lease:" + idOf("Harbour"));
        FAKE.forgetAll();

        clicks(ANA, LeaseQuestionBlocks.KEEP, idOf("Harbour"), own);

        await().until(() -> !FAKE.received("chat.update").isEmpty());
        assertThat(FAKE.received("chat.update"))
                .singleElement()
                .satisfies(update -> assertThat(update.fields().get("ts")).isEqualTo(own.ts()))
                .satisfies(update -> assertThat(update.fields().get("blocks"))
                        .contains("Ana Ruiz is on it")
                        .doesNotContain("Mill"));
        assertThat(postsTo(ANA)).isEmpty();
    }

    @Test
    void whatCameOfItIsSaidInTheLanguageOfWhoWasAsked() {
        FAKE.knows("U0CLARAWEISS", "Clara Weiss", "clara.weiss@brightwater.example", ",\"locale\":\"de-DE\"");
        var clara = ledger.colleague("Clara Weiss");
        holds(clara, List.of("Harbour"));
        asked(WEDNESDAY);
        assertThat(postsTo("U0CLARAWEISS")).singleElement().asString().contains("*Noch dran?*");

        checkIns.done(checkIn("Harbour"), CheckIn.Outcome.ON_TRACK, clara);

        await().until(() -> !FAKE.received("chat.update").isEmpty());
        assertThat(FAKE.received("chat.update").getLast().fields().get("blocks"))
                .contains("Nichts mehr zu beantworten");
    }

    /** Check-ins with these clients, claimed by them now. */
    private void holds(ColleagueId holder, List<String> clients) {
        clients.forEach(client ->
                ledger.invoice("INV-" + client, ledger.client(client, holder), MONDAY.plusDays(7), "EUR 10.00"));
        checkIns.flag(MONDAY);
        clients.forEach(client -> checkIns.claim(checkIn(client), holder));
    }

    private void asked(LocalDate day) {
        clock.moveTo(day, LocalTime.of(9, 0));
        round.go();
        await().until(this::allAreShown);
    }

    private boolean allAreShown() {
        return jdbc.sql("select count(*) from lease_question where shown_at is null and answer is null")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private CheckInId checkIn(String client) {
        return new CheckInId(
                jdbc.sql("select k.id from check_in k join client c on c.id = k.client_id where c.name = ?")
                        .param(client)
                        .query(Long.class)
                        .single());
    }

    private ColleagueId holderOf(String client) {
        return checkIns.find(checkIn(client))
                .filter(found -> found.state() == State.CLAIMED)
                .map(CheckIn::claimedBy)
                .orElseThrow();
    }

    private long idOf(String client) {
        return jdbc.sql("select max(id) from lease_question where check_in_id = ?")
                .param(checkIn(client).value())
                .query(Long.class)
                .single();
    }

    /** As the button *Yes to all* has them. */
    private String questions() {
        return String.join(
                " ",
                jdbc.sql("select id from lease_question order by id")
                        .query(String.class)
                        .list());
    }

    private List<String> answers() {
        return jdbc.sql("select answer from lease_question order by id")
                .query(String.class)
                .list();
    }

    private String subject(LocalDate day, int page) {
        return "lease:" + ana + ":" + day + ":" + page;
    }

    private Posted at(LocalDate day) {
        return posts.find(subject(day, 0)).orElseThrow().posted();
    }

    /** What the message to Ana shows when all that was to be shown is. */
    private String card(LocalDate day, int page) {
        var at = shown(subject(day, page));
        return FAKE.received("chat.update").stream()
                .filter(update -> at.ts().equals(update.fields().get("ts")))
                .map(DaysQuestionsTests::blocks)
                .reduce("", (older, newer) -> newer);
    }

    private static List<String> postsTo(String user) {
        return FAKE.received("chat.postMessage").stream()
                .filter(post -> post.fields().get("channel").equals("D" + user))
                .map(DaysQuestionsTests::blocks)
                .toList();
    }

    private static String blocks(Received message) {
        return message.fields().get("blocks");
    }

    private static String[] starred(List<String> clients) {
        return clients.stream().map(client -> "*" + client + "*").toArray(String[]::new);
    }
}
