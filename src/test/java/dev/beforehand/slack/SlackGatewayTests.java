package dev.beforehand.slack;

import static dev.beforehand.slack.FakeSlack.error;
import static dev.beforehand.slack.FakeSlack.hangUp;
import static dev.beforehand.slack.FakeSlack.json;
import static dev.beforehand.slack.FakeSlack.status;
import static dev.beforehand.slack.FakeSlack.tooMany;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.model.view.View;
import dev.beforehand.letters.Phrases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackGatewayTests {

    static final SlackMessage HELLO = SlackMessage.of("Hello");
    static final Duration TIMEOUT = Duration.ofMillis(700);

    final FakeSlack fake = new FakeSlack();
    Slack slack;
    SlackGateway gateway;

    @BeforeEach
    void connect() {
        slack = SlackClients.connect(fake.apiUrl(), TIMEOUT);
        gateway = gateway(Duration.ofMillis(1));
    }

    @AfterEach
    void close() throws Exception {
        fake.close();
        slack.close();
    }

    @Test
    void aPostSaysWhereItStands() {
        assertThat(gateway.post("#receivables", null, HELLO))
                .isEqualTo(new Reply.Done<>(new Posted("C0PRECEIVABLES", "1.000100")));
    }

    @Test
    void filesAreSharedOnlyOnceAllOfThemWereUploaded() {
        var files = List.of(new SlackFile("a.pdf", new byte[3]), new SlackFile("b.pdf", new byte[4]));
        fake.answers("file", status(200), status(500));

        assertThat(gateway.share(new Posted("C1", "1.0"), "Two files", files)).isInstanceOf(Reply.Refused.class);
        assertThat(fake.received("files.completeUploadExternal")).isEmpty();

        fake.answers("files.completeUploadExternal", hangUp());
        assertThat(gateway.share(new Posted("C1", "1.0"), "Two files", files)).isInstanceOf(Reply.Unknown.class);
        assertThat(fake.received("files.completeUploadExternal")).hasSize(1);
    }

    @Test
    void waitsAsLongAsSlackAsksAndThenPosts() {
        fake.answers("chat.postMessage", tooMany(1));

        var reply = gateway.post("C1", null, HELLO);

        assertThat(reply).isInstanceOf(Reply.Done.class);
        var tries = fake.received("chat.postMessage");
        assertThat(tries).hasSize(2);
        assertThat(between(tries.get(0), tries.get(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void givesUpWhereSlackStaysBusy() {
        fake.answers("chat.update", tooMany(0), tooMany(0), tooMany(0), tooMany(0), tooMany(0));

        var reply = gateway.update(new Posted("C1", "1.0"), HELLO);

        assertThat(problem(reply).code()).isEqualTo("ratelimited");
        assertThat(fake.received("chat.update")).hasSize(4);
    }

    @Test
    void doesNotWaitForHours() {
        fake.answers("chat.postMessage", tooMany(7200));

        assertThat(problem(gateway.post("C1", null, HELLO)).code()).isEqualTo("ratelimited");
        assertThat(fake.received("chat.postMessage")).hasSize(1);
    }

    @Test
    void aPostWhoseAnswerWasLostIsNotSentAgain() {
        // On a connection that was used before, HTTP clients like to repeat requests by themselves.
        gateway.permalink(new Posted("C1", "1.0"));
        fake.answers("chat.postMessage", hangUp());

        assertThat(gateway.post("C1", null, HELLO)).isInstanceOf(Reply.Unknown.class);
        assertThat(fake.received("chat.postMessage")).hasSize(1);
    }

    @Test
    void aPostThatTimedOutIsNotSentAgain() {
        var over = new CountDownLatch(1);
        fake.answers("chat.postMessage", exchange -> {
            awaited(over);
            exchange.close();
        });

        assertThat(gateway.post("C1", null, HELLO)).isInstanceOf(Reply.Unknown.class);
        over.countDown();
        assertThat(fake.received("chat.postMessage")).hasSize(1);
    }

    @Test
    void aPostWhoseAnswerBreaksOffIsNotSentAgain() {
        fake.answers("chat.postMessage", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            exchange.close();
        });

        assertThat(gateway.post("C1", null, HELLO)).isInstanceOf(Reply.Unknown.class);
        assertThat(fake.received("chat.postMessage")).hasSize(1);
    }

    @Test
    void aPostAnsweredWith500MayStandInSlackAndIsNotSentAgain() {
        fake.answers("chat.postMessage", status(500));

        assertThat(gateway.post("C1", null, HELLO)).isInstanceOf(Reply.Unknown.class);
        assertThat(fake.received("chat.postMessage")).hasSize(1);
    }

    @Test
    void aPostAnsweredWithNonsenseMayStandInSlack() {
        fake.answers("chat.postMessage", json("<html>proxy error</html>"));

        assertThat(gateway.post("C1", null, HELLO)).isInstanceOf(Reply.Unknown.class);
    }

    @Test
    void aPostThatSlackHadNoRoomForIsSentAgain() {
        fake.answers("chat.postMessage", status(503), error("service_unavailable"));

        assertThat(gateway.post("C1", null, HELLO)).isInstanceOf(Reply.Done.class);
        assertThat(fake.received("chat.postMessage")).hasSize(3);
    }

    @Test
    void anUpdateIsTriedAgainBecauseTwoAreAsGoodAsOne() {
        fake.answers("chat.update", status(500), hangUp(), error("internal_error"));

        assertThat(gateway.update(new Posted("C1", "1.0"), HELLO)).isInstanceOf(Reply.Done.class);
        assertThat(fake.received("chat.update")).hasSize(4);
    }

    @Test
    void aFormIsOpenedOnceOrNotAtAll() {
        fake.answers("views.open", status(503));

        assertThat(gateway.openView("trigger", View.builder().type("modal").build()))
                .isInstanceOf(Reply.Refused.class);
        assertThat(fake.received("views.open")).hasSize(1);
    }

    @Test
    void slackOutOfReachIsRefusedAndNotUnknown() {
        fake.close();

        assertThat(problem(gateway.post("C1", null, HELLO)).code()).isEqualTo("unreachable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message_not_found",
                "cant_update_message",
                "channel_not_found",
                "is_archived",
                "not_in_channel",
                "token_revoked",
                "invalid_auth",
                "expired_trigger_id",
                "msg_blocks_too_long"
            })
    void eachRefusalHasItsOwnSentenceAndIsNotTriedAgain(String code) {
        fake.answers("chat.update", error(code));

        var problem = problem(gateway.update(new Posted("C1", "1.0"), HELLO));

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.sentence()).endsWith(".").doesNotContain("Slack refused with");
        assertThat(fake.received("chat.update")).hasSize(1);
    }

    @Test
    void aMissingPermissionIsNamed() {
        fake.answers("chat.postMessage", json("{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"chat:write\"}"));

        assertThat(problem(gateway.post("C1", null, HELLO)).sentence()).contains("`chat:write`");
    }

    @Test
    void anErrorNobodyHasHeardOfIsPassedOn() {
        fake.answers("chat.postMessage", error("brand_new_error"));

        assertThat(problem(gateway.post("C1", null, HELLO)).sentence()).contains("`brand_new_error`");
    }

    @Test
    void postsToOneChannelKeepTheirDistanceAndOthersDoNotWait() {
        var gap = Duration.ofMillis(150);
        gateway = gateway(gap);
        gateway.post("#receivables", null, HELLO);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 3).forEach(i -> threads.execute(() -> gateway.post("#receivables", null, HELLO)));
            IntStream.range(0, 3).forEach(i -> threads.execute(() -> gateway.post("C0PRECEIVABLES", null, HELLO)));
            IntStream.range(0, 3).forEach(i -> threads.execute(() -> gateway.post("C" + i, null, HELLO)));
        }

        var all = fake.received("chat.postMessage");
        var one = all.stream()
                .filter(r -> r.fields().get("channel").matches("#receivables|C0PRECEIVABLES"))
                .toList();
        assertThat(one).hasSize(7);
        for (int i = 1; i < one.size(); i++) {
            assertThat(between(one.get(i - 1), one.get(i))).isGreaterThanOrEqualTo(gap);
        }
        var others = new ArrayList<>(all);
        others.removeAll(one);
        assertThat(others)
                .hasSize(3)
                .allSatisfy(r -> assertThat(between(one.get(0), r)).isLessThan(gap.multipliedBy(6)));
    }

    @Test
    void whoeverWaitsTooLongIsToldSo() throws Exception {
        var pacing = new Pacing(Duration.ZERO, Duration.ofMillis(50));
        var posting = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> pacing.inTurn(
                    "C1",
                    () -> {
                        posting.countDown();
                        return awaited(over);
                    },
                    () -> false));
            posting.await();
            assertThat(pacing.inTurn("C1", () -> "posted", () -> "too long")).isEqualTo("too long");
            over.countDown();
        }
        assertThat(pacing.inTurn("C1", () -> "posted", () -> "too long")).isEqualTo("posted");
    }

    @Test
    void aDirectMessageIsOpenedOnce() {
        assertThat(gateway.dm("U0PANA")).isEqualTo(new Reply.Done<>("DU0PANA"));
        assertThat(gateway.dm("U0PANA")).isEqualTo(new Reply.Done<>("DU0PANA"));
        assertThat(fake.received("conversations.open")).hasSize(1);
    }

    @Test
    void aPersonHasANameAndAnAddress() {
        assertThat(gateway.userInfo("U0PANA"))
                .isEqualTo(new Reply.Done<>(new SlackUser("U0PANA", "Ana Ruiz", "ana@brightwater.example")));
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private SlackGateway gateway(Duration gap) {
        var problems = new SlackProblems(Phrases.packaged());
        return new SlackGateway(
                slack,
                new SlackCalls(slack, "xoxb-test", problems, Duration.ofMillis(5)),
                new Pacing(gap, Duration.ofSeconds(30)));
    }

    private static SlackProblem problem(Reply<?> reply) {
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        return ((Reply.Refused<?>) reply).problem();
    }

    private static Duration between(FakeSlack.Received first, FakeSlack.Received second) {
        return Duration.ofNanos(second.atNanos() - first.atNanos());
    }
}
