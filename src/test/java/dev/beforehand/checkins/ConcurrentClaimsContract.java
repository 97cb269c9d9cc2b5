package dev.beforehand.checkins;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.checkins.Feedback.Mood;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import dev.beforehand.database.TestLedger;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({CheckInsFixture.class, Activities.class, TestLedger.class})
abstract class ConcurrentClaimsContract {

    private static final int PEOPLE = 20;

    @Autowired
    CheckIns checkIns;

    @Autowired
    Conversations conversations;

    @Autowired
    Leases leases;

    @Autowired
    LeaseQuestions questions;

    @Autowired
    TestClock clock;

    @Autowired
    Activities activities;

    @Autowired
    TestLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void empty() {
        for (var table : List.of(
                "activity",
                "feedback",
                "lease_question",
                "check_in_invoice",
                "check_in",
                "invoice",
                "client_word",
                "preference_edit",
                "client",
                "colleague")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Test
    void ofManyWhoClaimAtOnceOneWinsAndAllOthersAreToldWho() throws Exception {
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> ledger.colleague("Person " + i))
                .toList();
        ledger.invoice("INV-1", ledger.client("Harbour Books", people.getFirst()), MONDAY.plusDays(2), "EUR 1.00");
        checkIns.flag(MONDAY);
        var checkIn = new CheckInId(
                jdbc.sql("select id from check_in").query(Long.class).single());

        var claims = allAtOnce(checkIn, people);

        var holder = checkIns.find(checkIn).orElseThrow().claimedBy();
        assertThat(claims).filteredOn(new Claim.Claimed()::equals).hasSize(1);
        assertThat(claims).filteredOn(new Claim.AlreadyClaimed(holder)::equals).hasSize(PEOPLE - 1);
        assertThat(activities.since(Instant.EPOCH).get(Kind.CHECK_IN_CLAIMED).count())
                .isEqualTo(1);
    }

    @Test
    void instancesThatFlagTogetherNameAnInvoiceOnce() throws Exception {
        var ana = ledger.colleague("Ana Ruiz");
        var invoice = ledger.invoice("INV-1", ledger.client("Harbour Books", ana), MONDAY.plusDays(2), "EUR 1.00");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> flag = () -> {
                checkIns.flag(MONDAY);
                return true;
            };
            for (var flagged : threads.invokeAll(Collections.nCopies(PEOPLE, flag))) {
                assertThat(flagged.get()).isTrue();
            }
        }

        assertThat(checkIns.naming(List.of(invoice))).hasSize(1);
    }

    @Test
    void aFormThatArrivesManyTimesAtOnceIsLoggedOnce() throws Exception {
        var ana = ledger.colleague("Ana Ruiz");
        ledger.invoice("INV-1", ledger.client("Harbour Books", ana), MONDAY.plusDays(2), "EUR 1.00");
        checkIns.flag(MONDAY);
        var checkIn = new CheckInId(
                jdbc.sql("select id from check_in").query(Long.class).single());
        var said = new ClientSaid("They will see", Mood.NEUTRAL, null, null);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> log = () -> conversations.log(checkIn, said, ana, "a-form");
            for (var logged : threads.invokeAll(Collections.nCopies(PEOPLE, log))) {
                assertThat(logged.get()).isTrue();
            }
        }

        assertThat(conversations.of(checkIn)).hasSize(1);
    }

    @Test
    void ofAYesAndTheSilenceThatEndsTheLeaseOneWins() throws Exception {
        var ana = ledger.colleague("Ana Ruiz");
        ledger.invoice("INV-1", ledger.client("Harbour Books", ana), MONDAY.plusDays(7), "EUR 1.00");
        checkIns.flag(MONDAY);
        var checkIn = new CheckInId(
                jdbc.sql("select id from check_in").query(Long.class).single());
        clock.moveTo(MONDAY, LocalTime.of(9, 0));
        checkIns.claim(checkIn, ana);
        for (int day : new int[] {2, 3, 4}) {
            clock.moveTo(MONDAY.plusDays(day), LocalTime.of(9, 0));
            leases.ripe().forEach(lease -> leases.review(lease, clock.getZone()));
            jdbc.sql("update lease_question set shown_at = asked_at").update();
        }
        clock.moveTo(MONDAY.plusDays(7), LocalTime.of(9, 0));
        var last = questions
                .find(jdbc.sql("select max(id) from lease_question")
                        .query(Long.class)
                        .single())
                .orElseThrow();
        var ripe = leases.ripe().getFirst();

        int yes = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<Boolean>>();
            calls.addAll(Collections.nCopies(PEOPLE, () -> leases.keep(last, ana) instanceof Handing.Done));
            calls.addAll(Collections.nCopies(PEOPLE, () -> {
                leases.review(ripe, clock.getZone());
                return false;
            }));
            Collections.shuffle(calls);
            for (var call : threads.invokeAll(calls)) {
                yes += call.get() ? 1 : 0;
            }
        }

        var counts = activities.since(Instant.EPOCH);
        assertThat(yes + (counts.containsKey(Kind.CHECK_IN_RETURNED) ? 1 : 0)).isEqualTo(1);
        assertThat(checkIns.find(checkIn).orElseThrow().claimedBy()).isEqualTo(yes == 1 ? ana : null);
        assertThat(questions.find(last.id()).orElseThrow().answer())
                .isEqualTo(yes == 1 ? LeaseQuestion.Answer.KEPT : LeaseQuestion.Answer.NO_ANSWER);
    }

    private List<Claim> allAtOnce(CheckInId checkIn, List<ColleagueId> people) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var claims = new ArrayList<Claim>();
            var calls = people.stream()
                    .<Callable<Claim>>map(person -> () -> checkIns.claim(checkIn, person))
                    .toList();
            for (var claim : threads.invokeAll(calls)) {
                claims.add(claim.get());
            }
            return claims;
        }
    }

    @OnSqlite
    static class OnSqliteTests extends ConcurrentClaimsContract {}

    @OnPostgres
    static class OnPostgresTests extends ConcurrentClaimsContract {}
}
