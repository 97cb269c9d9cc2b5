package dev.beforehand.slack;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import dev.beforehand.slack.Deliveries.Arrival;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is remembered of Slack; callers race on connections of their own, so no test is rolled back. */
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({SlackPosts.class, Deliveries.class})
abstract class SlackPostsContract {

    @Autowired
    SlackPosts posts;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    @AfterEach
    void empty() {
        jdbc.sql("delete from slack_post").update();
        jdbc.sql("delete from slack_delivery").update();
        clock.moveTo(MONDAY, LocalTime.of(8, 30));
    }

    @Test
    void ofManyCallersOnePostsASubject() throws Exception {
        assertThat(winnersOf(() -> posts.claim("check-in:17", "#receivables", "1.0")))
                .isEqualTo(1);
    }

    @Test
    void aPostIsFoundByWhatItShowsAndByWhereItStands() {
        posts.claim("check-in:17", "#receivables", "1.0");
        posts.posted("check-in:17", new Posted("C1", "2.0"));

        var post = posts.find("check-in:17").orElseThrow();
        assertThat(post.posted()).isEqualTo(new Posted("C1", "2.0"));
        assertThat(post.threadTs()).isEqualTo("1.0");
        assertThat(post.deleted()).isFalse();
        assertThat(posts.at(new Posted("C1", "2.0"))).contains(post);
        assertThat(posts.at(new Posted("C2", "2.0"))).isEmpty();
        assertThat(posts.inThread(new Posted("C1", "1.0"))).containsExactly(post);
        assertThat(posts.inThread(new Posted("C2", "1.0"))).isEmpty();
        assertThat(posts.hasAny("C1")).isTrue();
        assertThat(posts.hasAny("C2")).isFalse();
        assertThat(posts.find("check-in:18")).isEmpty();
    }

    @Test
    void aClaimThatStaysWithoutAPostIsGivenUpAfterAMinuteAndNoSooner() {
        posts.claim("check-in:17", "C1", null);
        posts.claim("check-in:18", "C1", null);
        posts.posted("check-in:18", new Posted("C1", "2.0"));
        assertThat(posts.giveUp("check-in:17")).isFalse();

        clock.moveTo(MONDAY, LocalTime.of(8, 31, 1));

        assertThat(posts.giveUp("check-in:18")).isFalse();
        assertThat(posts.giveUp("check-in:17")).isTrue();
        assertThat(posts.claim("check-in:17", "C1", null)).isTrue();
    }

    @Test
    void aDeletedMessageIsNoticedOnceAndCanBeForgotten() {
        posts.claim("check-in:17", "C1", null);
        posts.posted("check-in:17", new Posted("C1", "2.0"));

        assertThat(posts.forgetDeleted("check-in:17")).isFalse();
        assertThat(posts.deleted("check-in:17")).isTrue();
        assertThat(posts.deleted("check-in:17")).isFalse();
        assertThat(posts.forgetDeleted("check-in:17")).isTrue();
        assertThat(posts.find("check-in:17")).isEmpty();
    }

    @Test
    void aDeliveryIsNewOnce() throws Exception {
        assertThat(winnersOf(() -> deliveries.arrive("event:Ev1", true) == Arrival.NEW))
                .isEqualTo(1);
        assertThat(deliveries.arrive("event:Ev1", true)).isEqualTo(Arrival.RUNNING);
        deliveries.done("event:Ev1");
        assertThat(deliveries.arrive("event:Ev1", true)).isEqualTo(Arrival.DONE);
    }

    @Test
    void aClickIsHandledOnceOrNotAtAll() {
        assertThat(deliveries.arrive("interaction:1.2", false)).isEqualTo(Arrival.NEW);
        clock.moveTo(MONDAY, LocalTime.of(8, 34));

        assertThat(deliveries.arrive("interaction:1.2", false)).isEqualTo(Arrival.DONE);
    }

    @Test
    void aForgottenDeliveryIsNewAgain() {
        deliveries.arrive("event:Ev1", true);
        deliveries.forget("event:Ev1");

        assertThat(deliveries.arrive("event:Ev1", true)).isEqualTo(Arrival.NEW);
    }

    @Test
    void aDeliveryWhoseProcessDiedIsTakenOverByOne() throws Exception {
        deliveries.arrive("event:Ev1", true);
        deliveries.arrive("event:Ev2", true);
        deliveries.done("event:Ev2");
        clock.moveTo(MONDAY, LocalTime.of(8, 31, 1));

        assertThat(winnersOf(() -> deliveries.arrive("event:Ev1", true) == Arrival.NEW))
                .isEqualTo(1);
        assertThat(deliveries.arrive("event:Ev2", true)).isEqualTo(Arrival.DONE);
    }

    private int winnersOf(Callable<Boolean> race) throws Exception {
        var runs = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                runs.add(threads.submit(race));
            }
        }
        int winners = 0;
        for (var run : runs) {
            winners += run.get() ? 1 : 0;
        }
        return winners;
    }

    @OnSqlite
    static class OnSqliteTests extends SlackPostsContract {}

    @OnPostgres
    static class OnPostgresTests extends SlackPostsContract {}
}
