package dev.beforehand.practice.delivery;

import static dev.beforehand.practice.delivery.Receiver.noMore;
import static dev.beforehand.practice.delivery.Receiver.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.slack.api.app_backend.events.payload.ReactionAddedPayload;
import com.slack.api.util.json.GsonFactory;
import dev.beforehand.practice.delivery.Receiver.Received;
import dev.beforehand.practice.faults.Fault;
import dev.beforehand.practice.faults.Rule;
import dev.beforehand.practice.workspace.PracticeMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsTests {

    private static final Duration LONG_AFTER_THE_LAST_RETRY = Duration.ofMillis(400);

    private final Practising practice = new Practising();
    private PracticeMessage card;

    @BeforeEach
    void post() {
        card = practice.post("[{\"type\":\"divider\"}]", null);
    }

    @AfterEach
    void close() {
        practice.close();
    }

    @Test
    void aReactionReachesBoltAsSlackSendsIt() {
        practice.events.reacted("U0PANA", card, "eyes");

        awaitDeliveries(1);
        var payload = GsonFactory.createSnakeCase()
                .fromJson(practice.beforehand.last().body(), ReactionAddedPayload.class);
        assertThat(payload.getType()).isEqualTo("event_callback");
        assertThat(payload.getEventId()).startsWith("Ev");
        assertThat(payload.getTeamId()).isEqualTo("T0PRACTICE");
        assertThat(payload.getAuthorizations().getFirst().getUserId()).isEqualTo("U0PBOT");
        assertThat(payload.getEvent().getType()).isEqualTo("reaction_added");
        assertThat(payload.getEvent().getUser()).isEqualTo("U0PANA");
        assertThat(payload.getEvent().getReaction()).isEqualTo("eyes");
        assertThat(payload.getEvent().getItem().getType()).isEqualTo("message");
        assertThat(payload.getEvent().getItem().getChannel()).isEqualTo("C0PGENERAL");
        assertThat(payload.getEvent().getItem().getTs()).isEqualTo(card.ts());
        assertThat(payload.getEvent().getItemUser()).isEqualTo("U0PBOT");
    }

    @Test
    void oneThatWasAckedIsNotSentAgain() {
        practice.events.reacted("U0PANA", card, "eyes");
        awaitDeliveriesAndNoMore(1);
    }

    @Test
    void oneThatWasNotAckedIsSentAgainThreeTimesWithItsReason() {
        practice.beforehand.answers(status(500), practice.beforehand.silence(), status(503), status(500));

        practice.events.reacted("U0PANA", card, "eyes");

        awaitDeliveriesAndNoMore(4);
        assertThat(header("x-slack-retry-num")).containsExactly(null, "1", "2", "3");
        assertThat(header("x-slack-retry-reason")).containsExactly(null, "http_error", "http_timeout", "http_error");
        assertThat(practice.beforehand.received()).extracting(Received::body).containsOnly(body(0));
    }

    @Test
    void aRetryThatIsAckedIsTheLast() {
        practice.beforehand.answers(status(500));
        practice.events.reacted("U0PANA", card, "eyes");
        awaitDeliveriesAndNoMore(2);
    }

    @Test
    void oneThatComesTwiceSaysThatItIsARetry() {
        practice.faults.set(Rule.next(Fault.DUPLICATE_DELIVERY, 1));

        practice.events.reacted("U0PANA", card, "eyes");

        awaitDeliveriesAndNoMore(2);
        assertThat(body(1)).isEqualTo(body(0));
        assertThat(header("x-slack-retry-num")).containsExactly(null, "1");
        assertThat(header("x-slack-retry-reason")).containsExactly(null, "http_timeout");
    }

    @Test
    void oneThatComesLateComesAsARetry() {
        practice.faults.set(Rule.next(Fault.LATE_DELIVERY, 1));
        var start = System.nanoTime();

        practice.events.reacted("U0PANA", card, "eyes");

        awaitDeliveriesAndNoMore(1);
        assertThat(header("x-slack-retry-num")).containsExactly("1");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Practising.LATE);
    }

    @Test
    void beforehandCanAskForNoRetry() {
        practice.beforehand.answers(noMore());
        practice.events.reacted("U0PANA", card, "eyes");
        awaitDeliveriesAndNoMore(1);
    }

    @Test
    void nothingIsToldThatTheManifestDoesNotSubscribeTo() {
        practice.events.said(card, practice.general);
        practice.events.tookBack("U0PANA", card, "eyes");
        practice.events.reacted("U0PANA", card, "eyes");

        awaitDeliveriesAndNoMore(1);
        assertThat(practice.beforehand.last().json().at("/event/type").asString())
                .isEqualTo("reaction_added");
    }

    private String body(int number) {
        return practice.beforehand.received().get(number).body();
    }

    private List<String> header(String name) {
        return practice.beforehand.received().stream()
                .map(received -> received.headers().get(name))
                .toList();
    }

    private void awaitDeliveries(int count) {
        await().untilAsserted(() -> assertThat(practice.beforehand.received()).hasSizeGreaterThanOrEqualTo(count));
    }

    private void awaitDeliveriesAndNoMore(int count) {
        awaitDeliveries(count);
        await().during(LONG_AFTER_THE_LAST_RETRY)
                .untilAsserted(() -> assertThat(practice.beforehand.received()).hasSize(count));
    }
}
