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
import java.util.List;
import java.util.concurrent.CountDownLatch;
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
        gateway = new SlackGateway(
                slack, new SlackCalls(slack, "xoxb-test", new SlackProblems(Phrases.packaged()), Duration.ofMillis(5)));
    }

    @AfterEach
    void close() throws Exception {
        fake.close();
        slack.close();
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
        fake.answers("chat.postEphemeral", tooMany(1));

        var reply = gateway.ephemeral("C1", "U0PANA", null, HELLO);

        assertThat(reply).isInstanceOf(Reply.Done.class);
        var tries = fake.received("chat.postEphemeral");
        assertThat(tries).hasSize(2);
        assertThat(between(tries.get(0), tries.get(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void givesUpWhereSlackStaysBusy() {
        fake.answers("chat.getPermalink", tooMany(0), tooMany(0), tooMany(0), tooMany(0), tooMany(0));

        var reply = gateway.permalink(new Posted("C1", "1.0"));

        assertThat(problem(reply).code()).isEqualTo("ratelimited");
        assertThat(fake.received("chat.getPermalink")).hasSize(4);
    }

    @Test
    void doesNotWaitForHours() {
        fake.answers("chat.postEphemeral", tooMany(7200));

        assertThat(problem(gateway.ephemeral("C1", "U0PANA", null, HELLO)).code())
                .isEqualTo("ratelimited");
        assertThat(fake.received("chat.postEphemeral")).hasSize(1);
    }

    @Test
    void aPostWhoseAnswerWasLostIsNotSentAgain() {
        // On a connection that was used before, HTTP clients like to repeat requests by themselves.
        gateway.permalink(new Posted("C1", "1.0"));
        fake.answers("chat.postEphemeral", hangUp());

        assertThat(gateway.ephemeral("C1", "U0PANA", null, HELLO)).isInstanceOf(Reply.Unknown.class);
        assertThat(fake.received("chat.postEphemeral")).hasSize(1);
    }

    @Test
    void aPostThatTimedOutIsNotSentAgain() {
        var over = new CountDownLatch(1);
        fake.answers("chat.postEphemeral", exchange -> {
            awaited(over);
            exchange.close();
        });

        assertThat(gateway.ephemeral("C1", "U0PANA", null, HELLO)).isInstanceOf(Reply.Unknown.class);
        over.countDown();
        assertThat(fake.received("chat.postEphemeral")).hasSize(1);
    }

    @Test
    void aPostWhoseAnswerBreaksOffIsNotSentAgain() {
        fake.answers("chat.postEphemeral", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            exchange.close();
        });

        assertThat(gateway.ephemeral("C1", "U0PANA", null, HELLO)).isInstanceOf(Reply.Unknown.class);
        assertThat(fake.received("chat.postEphemeral")).hasSize(1);
    }

    @Test
    void aPostAnsweredWith500MayStandInSlackAndIsNotSentAgain() {
        fake.answers("chat.postEphemeral", status(500));

        assertThat(gateway.ephemeral("C1", "U0PANA", null, HELLO)).isInstanceOf(Reply.Unknown.class);
        assertThat(fake.received("chat.postEphemeral")).hasSize(1);
    }

    @Test
    void aPostAnsweredWithNonsenseMayStandInSlack() {
        fake.answers("chat.postEphemeral", json("<html>proxy error</html>"));

        assertThat(gateway.ephemeral("C1", "U0PANA", null, HELLO)).isInstanceOf(Reply.Unknown.class);
    }

    @Test
    void aPostThatSlackHadNoRoomForIsSentAgain() {
        fake.answers("chat.postEphemeral", status(503), error("service_unavailable"));

        assertThat(gateway.ephemeral("C1", "U0PANA", null, HELLO)).isInstanceOf(Reply.Done.class);
        assertThat(fake.received("chat.postEphemeral")).hasSize(3);
    }

    @Test
    void anUpdateIsTriedAgainBecauseTwoAreAsGoodAsOne() {
        fake.answers("chat.getPermalink", status(500), hangUp(), error("internal_error"));

        assertThat(gateway.permalink(new Posted("C1", "1.0"))).isInstanceOf(Reply.Done.class);
        assertThat(fake.received("chat.getPermalink")).hasSize(4);
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

        assertThat(problem(gateway.ephemeral("C1", "U0PANA", null, HELLO)).code())
                .isEqualTo("unreachable");
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
        fake.answers("chat.getPermalink", error(code));

        var problem = problem(gateway.permalink(new Posted("C1", "1.0")));

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.sentence()).endsWith(".").doesNotContain("Slack refused with");
        assertThat(fake.received("chat.getPermalink")).hasSize(1);
    }

    @Test
    void aMissingPermissionIsNamed() {
        fake.answers(
                "chat.postEphemeral", json("{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"chat:write\"}"));

        assertThat(problem(gateway.ephemeral("C1", "U0PANA", null, HELLO)).sentence())
                .contains("`chat:write`");
    }

    @Test
    void anErrorNobodyHasHeardOfIsPassedOn() {
        fake.answers("chat.postEphemeral", error("brand_new_error"));

        assertThat(problem(gateway.ephemeral("C1", "U0PANA", null, HELLO)).sentence())
                .contains("`brand_new_error`");
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private static SlackProblem problem(Reply<?> reply) {
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        return ((Reply.Refused<?>) reply).problem();
    }

    private static Duration between(FakeSlack.Received first, FakeSlack.Received second) {
        return Duration.ofNanos(second.atNanos() - first.atNanos());
    }
}
