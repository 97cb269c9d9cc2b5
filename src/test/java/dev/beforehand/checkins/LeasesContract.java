package dev.beforehand.checkins;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.checkins.CheckIn.LetGo;
import dev.beforehand.checkins.CheckIn.Outcome;
import dev.beforehand.checkins.CheckIn.State;
import dev.beforehand.checkins.Feedback.Mood;
import dev.beforehand.checkins.LeaseQuestion.Answer;
import dev.beforehand.clients.Absence;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Leave;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import dev.beforehand.database.TestLedger;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@Transactional
@Import({CheckInsFixture.class, Activities.class, TestLedger.class})
abstract class LeasesContract {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Autowired
    CheckIns checkIns;

    @Autowired
    Conversations conversations;

    @Autowired
    Holds holds;

    @Autowired
    Leases leases;

    @Autowired
    LeaseQuestions questions;

    @Autowired
    Absentees absentees;

    @Autowired
    Activities activities;

    @Autowired
    TestLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    ColleagueId ana;
    ColleagueId ben;
    ColleagueId clara;
    ClientId harbour;
    CheckInId id;

    @BeforeEach
    void aCheckInThatAnaHas() {
        clock.moveTo(MONDAY, LocalTime.of(9, 30));
        ana = ledger.colleague("Ana Ruiz");
        ben = ledger.colleague("Ben Okafor");
        clara = ledger.colleague("Clara Weiss");
        harbour = ledger.client("Harbour Books", ana);
        ledger.invoice("INV-1", harbour, MONDAY.plusDays(7), "EUR 100.00");
        checkIns.flag(MONDAY);
        id = new CheckInId(jdbc.sql("select id from check_in").query(Long.class).single());
        checkIns.claim(id, ana);
    }

    @Test
    void afterTwoWorkingDaysItsHolderIsAskedOnce() {
        round(1);
        assertThat(questions()).isEmpty();

        round(2);
        round(2);

        assertThat(questions()).singleElement().satisfies(question -> {
            assertThat(question.number()).isEqualTo(1);
            assertThat(question.askedOf()).isEqualTo(ana);
            assertThat(question.answer()).isNull();
        });
        assertThat(count(Kind.CHECK_IN_ASKED)).isEqualTo(1);
    }

    @Test
    void instancesThatAskTogetherAskOnceEachDay() {
        round(2);
        clock.moveTo(MONDAY.plusDays(3), LocalTime.of(9, 0));
        var seenByBoth = leases.ripe().getFirst();

        leases.review(seenByBoth, LONDON);
        leases.review(seenByBoth, LONDON);

        assertThat(questions()).extracting(LeaseQuestion::answer).containsExactly(Answer.ASKED_AGAIN, null);
        assertThat(count(Kind.CHECK_IN_ASKED)).isEqualTo(2);
    }

    @Test
    void silenceGivesItBackAfterThreeQuestions() {
        round(2);
        round(3);
        round(4);
        assertThat(questions())
                .extracting(LeaseQuestion::answer)
                .containsExactly(Answer.ASKED_AGAIN, Answer.ASKED_AGAIN, null);
        assertThat(now().state()).isEqualTo(State.CLAIMED);

        round(7);

        assertThat(now().state()).isEqualTo(State.OPEN);
        assertThat(now().claimedBy()).isNull();
        assertThat(now().letGo()).isEqualTo(LetGo.NO_ANSWER);
        assertThat(now().letGoBy()).isEqualTo(ana);
        assertThat(questions().getLast().answer()).isEqualTo(Answer.NO_ANSWER);
        assertThat(count(Kind.CHECK_IN_RETURNED)).isEqualTo(1);
        assertThat(checkIns.claim(id, ben)).isEqualTo(new Claim.Claimed());
        assertThat(now().letGo()).isNull();
    }

    @Test
    void whatSlackHasNotShownIsNoSilence() {
        clock.moveTo(MONDAY.plusDays(2), LocalTime.of(9, 0));
        review();
        clock.moveTo(MONDAY.plusDays(3), LocalTime.of(9, 0));
        review();

        assertThat(questions()).hasSize(1);
    }

    @Test
    void yesBeginsTheLeaseAnew() {
        round(2);

        assertThat(leases.keep(questions().getFirst(), ana)).isEqualTo(new Handing.Done());

        round(3);
        assertThat(questions())
                .singleElement()
                .extracting(LeaseQuestion::answer)
                .isEqualTo(Answer.KEPT);
        assertThat(count(Kind.CHECK_IN_KEPT)).isEqualTo(1);
        round(4);
        assertThat(questions()).hasSize(2);
        assertThat(questions().getLast().number()).isEqualTo(1);
    }

    @Test
    void aYesThatComesAfterTheSilenceChangesNothing() {
        round(2);
        round(3);
        round(4);
        var last = questions().getLast();
        round(7);
        checkIns.claim(id, ben);

        assertThat(leases.keep(last, ana)).isInstanceOf(Handing.NotTheirs.class);
        assertThat(leases.keep(last, ben)).isEqualTo(new Handing.Overtaken());
        assertThat(now().claimedBy()).isEqualTo(ben);
    }

    @Test
    void silenceThatComesAfterAYesChangesNothing() {
        round(2);
        round(3);
        round(4);
        clock.moveTo(MONDAY.plusDays(7), LocalTime.of(9, 0));
        var ripe = leases.ripe().getFirst();
        leases.keep(questions().getLast(), ana);

        leases.review(ripe, LONDON);

        assertThat(now().claimedBy()).isEqualTo(ana);
        assertThat(count(Kind.CHECK_IN_RETURNED)).isZero();
    }

    @Test
    void whateverTheHolderDoesAboutTheClientIsAnAnswer() {
        round(2);
        clock.moveTo(MONDAY.plusDays(2), LocalTime.of(11, 0));
        conversations.log(id, new ClientSaid("Ask again on Friday", Mood.NEUTRAL, null, null), ana);
        assertThat(questions())
                .singleElement()
                .extracting(LeaseQuestion::answer)
                .isEqualTo(Answer.OVERTAKEN);

        round(3);
        assertThat(questions()).hasSize(1);
        clock.moveTo(MONDAY.plusDays(3), LocalTime.of(12, 0));
        holds.client(harbour, MONDAY.plusDays(5), "They are moving", ana);

        round(4);
        assertThat(questions()).hasSize(1);
        round(7);
        assertThat(questions()).hasSize(2);
    }

    @Test
    void whatOthersDoAboutTheClientIsNone() {
        clock.moveTo(MONDAY.plusDays(1), LocalTime.of(11, 0));
        conversations.log(id, new ClientSaid("They called", Mood.NEUTRAL, null, null), ben);

        round(2);

        assertThat(questions()).hasSize(1);
    }

    @Test
    void aQuestionAboutWhatIsDoneIsOver() {
        round(2);

        checkIns.done(id, Outcome.ON_TRACK, ben);

        assertThat(questions())
                .singleElement()
                .extracting(LeaseQuestion::answer)
                .isEqualTo(Answer.OVERTAKEN);
        round(7);
        assertThat(questions()).hasSize(1);
    }

    @Test
    void whoeverItIsHandedToHasItForALeaseOfTheirOwn() {
        round(2);

        assertThat(leases.handOver(id, ana, ben, ana, false)).isEqualTo(new Handing.Done());

        assertThat(now().claimedBy()).isEqualTo(ben);
        assertThat(now().handedBy()).isEqualTo(ana);
        assertThat(questions())
                .singleElement()
                .extracting(LeaseQuestion::answer)
                .isEqualTo(Answer.HANDED_OVER);
        round(3);
        assertThat(questions()).hasSize(1);
        round(4);
        assertThat(questions().getLast().askedOf()).isEqualTo(ben);
    }

    @Test
    void itIsHandedOverByWhoeverHasItOrAFinanceLeadAndOnlyAsItWasSeen() {
        assertThat(leases.handOver(id, ana, clara, ben, false)).isEqualTo(new Handing.NotTheirs());
        assertThat(leases.handOver(id, ana, ana, ana, false)).isEqualTo(new Handing.HasItAlready());
        assertThat(leases.handOver(id, ana, clara, ben, true)).isEqualTo(new Handing.Done());
        assertThat(leases.handOver(id, ana, ben, ben, true)).isEqualTo(new Handing.Overtaken());
        assertThat(leases.giveBack(id, ana, ana, false)).isEqualTo(new Handing.NotTheirs());
        assertThat(leases.giveBack(id, ana, ben, true)).isEqualTo(new Handing.Overtaken());
        assertThat(now().claimedBy()).isEqualTo(clara);
    }

    @Test
    void whatIsGivenBackCanBeClaimed() {
        round(2);

        assertThat(leases.giveBack(questions().getFirst(), ana)).isEqualTo(new Handing.Done());

        assertThat(now().state()).isEqualTo(State.OPEN);
        assertThat(now().letGo()).isEqualTo(LetGo.GIVEN_BACK);
        assertThat(questions())
                .singleElement()
                .extracting(LeaseQuestion::answer)
                .isEqualTo(Answer.GIVEN_BACK);
        assertThat(leases.giveBack(questions().getFirst(), ana)).isEqualTo(new Handing.Overtaken());
        assertThat(count(Kind.CHECK_IN_GIVEN_BACK)).isEqualTo(1);
    }

    @Test
    void whoeverIsNoLongerInSlackHasNothing() {
        clock.moveTo(MONDAY.plusDays(2), LocalTime.of(9, 0));

        leases.holderIsGone(leases.ripe().getFirst());

        assertThat(now().letGo()).isEqualTo(LetGo.GONE);
    }

    @Test
    void whoeverLeavesHandsWhatTheyHaveToTheirBackup() {
        var backOn = MONDAY.plusDays(10);

        assertThat(absentees.leave(ana, backOn, ben)).isEqualTo(new Leave.Noted(new Absence(ana, backOn, ben)));

        assertThat(now().claimedBy()).isEqualTo(ben);
        assertThat(now().handedBy()).isEqualTo(ana);
        assertThat(leases.heldBy(ben)).containsExactly(id);
        assertThat(count(Kind.COLLEAGUE_AWAY)).isEqualTo(1);
        assertThat(count(Kind.CHECK_IN_HANDED_OVER)).isEqualTo(1);
    }

    @Test
    void nobodyWhoIsAwayStandsInOrIsHandedAnything() {
        absentees.leave(ben, MONDAY.plusDays(3), clara);

        assertThat(absentees.leave(ana, MONDAY.plusDays(3), ben))
                .isEqualTo(new Leave.BackupAway(new Absence(ben, MONDAY.plusDays(3), clara)));
        assertThat(absentees.leave(ana, MONDAY.plusDays(3), ana)).isEqualTo(new Leave.OwnBackup());
        assertThat(absentees.leave(ana, MONDAY, clara)).isEqualTo(new Leave.DayPast());
        assertThat(leases.handOver(id, ana, ben, ana, false))
                .isEqualTo(new Handing.ReceiverAway(new Absence(ben, MONDAY.plusDays(3), clara)));
        assertThat(now().claimedBy()).isEqualTo(ana);

        clock.moveTo(MONDAY.plusDays(3), LocalTime.of(9, 0));
        assertThat(leases.handOver(id, ana, ben, ana, false)).isEqualTo(new Handing.Done());
    }

    @Test
    void whatComesUpWhileSomebodyIsAwayIsAskedOfWhoeverStandsIn() {
        absentees.leave(ana, MONDAY.plusDays(10), ben);
        absentees.leave(ben, MONDAY.plusDays(10), clara);
        leases.handOver(id, clara, ben, clara, true);
        jdbc.sql("update check_in set claimed_by = ?").param(ana.value()).update();

        round(2);

        assertThat(questions())
                .singleElement()
                .satisfies(question -> assertThat(question.askedOf()).isEqualTo(clara));
        assertThat(leases.keep(questions().getFirst(), clara)).isEqualTo(new Handing.Done());
        assertThat(now().claimedBy()).isEqualTo(clara);
        assertThat(now().handedBy()).isEqualTo(ana);
    }

    @Test
    void whoeverIsBackEarlyIsAskedThemselves() {
        absentees.leave(ana, MONDAY.plusDays(10), ben);

        assertThat(absentees.comeBack(ana)).isTrue();
        assertThat(absentees.comeBack(ana)).isFalse();

        assertThat(leases.handOver(id, ben, ana, ben, false)).isEqualTo(new Handing.Done());
        round(2);
        assertThat(questions().getLast().askedOf()).isEqualTo(ana);
    }

    @Test
    void theFinanceLeadsAreToldOnceOfWhatNobodyClaimsTwoWorkingDaysBeforeItIsDue() {
        leases.giveBack(id, ana, ana, false);
        var thursday = MONDAY.plusDays(3);

        assertThat(checkIns.escalate(thursday.minusDays(1))).isFalse();
        assertThat(checkIns.escalate(thursday)).isTrue();
        assertThat(checkIns.escalate(thursday)).isFalse();
        assertThat(checkIns.escalate(thursday.plusDays(1))).isFalse();

        assertThat(checkIns.escalatedOn(thursday)).containsExactly(id);
        assertThat(count(Kind.CHECK_IN_ESCALATED)).isEqualTo(1);
    }

    @Test
    void ofWhatSomebodyHasNobodyIsTold() {
        assertThat(checkIns.escalate(MONDAY.plusDays(7))).isFalse();
    }

    /** On so many days after Monday, when the working hours begin; Slack shows what is asked. */
    private void round(int days) {
        clock.moveTo(MONDAY.plusDays(days), LocalTime.of(9, 0));
        review();
        questions().stream()
                .filter(question -> question.answer() == null && question.shownAt() == null)
                .forEach(question -> questions.shown(List.of(question.id())));
    }

    private void review() {
        leases.renew();
        leases.ripe().forEach(lease -> leases.review(lease, LONDON));
    }

    private CheckIn now() {
        return checkIns.find(id).orElseThrow();
    }

    private List<LeaseQuestion> questions() {
        return jdbc.sql("select id from lease_question order by id").query(Long.class).list().stream()
                .map(question -> questions.find(question).orElseThrow())
                .toList();
    }

    private int count(Kind kind) {
        var tally = activities.since(Instant.EPOCH).get(kind);
        return tally == null ? 0 : tally.count();
    }

    @OnSqlite
    static class OnSqliteTests extends LeasesContract {}

    @OnPostgres
    static class OnPostgresTests extends LeasesContract {}
}
