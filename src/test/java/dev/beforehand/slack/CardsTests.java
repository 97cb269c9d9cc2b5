package dev.beforehand.slack;

import static dev.beforehand.slack.FakeSlack.error;
import static dev.beforehand.slack.FakeSlack.hangUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.letters.Phrases;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@OnSqlite
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({SlackPosts.class, LeftBehind.class, Colleagues.class})
class CardsTests {

    @Autowired
    SlackPosts posts;

    @Autowired
    LeftBehind left;

    @Autowired
    Colleagues colleagues;

    @Autowired
    JdbcClient jdbc;

    final FakeSlack fake = new FakeSlack();
    Slack slack;
    SlackGateway gateway;
    Cards cards;

    @BeforeEach
    void connect() {
        jdbc.sql("delete from slack_post").update();
        slack = SlackClients.connect(fake.apiUrl(), Duration.ofSeconds(2));
        var problems = new SlackProblems(Phrases.packaged());
        gateway = new SlackGateway(
                slack,
                new SlackCalls(slack, "xoxb-test", problems, Duration.ofMillis(5)),
                new Pacing(Duration.ofMillis(1), Duration.ofSeconds(30)));
        cards = new Cards(posts, left, gateway, problems, Phrases.packaged());
    }

    @AfterEach
    void close() throws Exception {
        fake.close();
        slack.close();
    }

    @Test
    void isPostedTheFirstTimeAndUpdatedEverAfter() {
        var first = cards.show("check-in:17", "#receivables", "9.0", says("open"));
        var second = cards.show("check-in:17", "#receivables", "9.0", says("claimed"));

        assertThat(second).isEqualTo(first).isInstanceOf(Reply.Done.class);
        assertThat(fake.received("chat.postMessage"))
                .singleElement()
                .satisfies(post ->
                        assertThat(post.fields()).containsEntry("text", "open").containsEntry("thread_ts", "9.0"));
        assertThat(fake.received("chat.update"))
                .singleElement()
                .satisfies(update -> assertThat(update.fields())
                        .containsEntry("channel", "C0PRECEIVABLES")
                        .containsEntry("ts", "1.000100")
                        .containsEntry("text", "claimed"));
    }

    @Test
    void manyAtOncePostOneCardAndTheLastWordIsTheNewest() {
        var state = new AtomicInteger();
        Supplier<SlackMessage> now = () -> SlackMessage.of("state " + state.get());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 10)
                    .forEach(i -> threads.execute(() -> {
                        state.incrementAndGet();
                        cards.show("check-in:17", "C1", null, now);
                    }));
        }

        assertThat(fake.received("chat.postMessage")).hasSize(1);
        assertThat(fake.received("chat.update").getLast().fields()).containsEntry("text", "state 10");
    }

    @Test
    void whoseAnswerWasLostIsNeverPostedAgainByItself() {
        fake.answers("chat.postMessage", hangUp());

        assertThat(cards.show("check-in:17", "C1", null, says("open"))).isInstanceOf(Reply.Unknown.class);
        assertThat(cards.show("check-in:17", "C1", null, says("open"))).isInstanceOf(Reply.Unknown.class);

        assertThat(fake.received("chat.postMessage")).hasSize(1);
        assertThat(posts.find("check-in:17").orElseThrow().posted()).isNull();
    }

    @Test
    void thatSlackRefusedIsPostedWhenTheCauseIsGone() {
        fake.answers("chat.postMessage", error("not_in_channel"));

        assertThat(cards.show("check-in:17", "C1", null, says("open"))).isInstanceOf(Reply.Refused.class);
        assertThat(cards.show("check-in:17", "C1", null, says("open"))).isInstanceOf(Reply.Done.class);
    }

    @Test
    void thatCannotBeRenderedIsNotTakenForPosted() {
        assertThatThrownBy(() -> cards.show("check-in:17", "C1", null, () -> {
                    throw new IllegalStateException("no such check-in");
                }))
                .hasMessage("no such check-in");

        assertThat(cards.show("check-in:17", "C1", null, says("open"))).isInstanceOf(Reply.Done.class);
    }

    @Test
    void thatSomebodyDeletedIsSaidOnceInItsThread() {
        cards.show("check-in:17", "C1", "9.0", says("open"));
        fake.answers("chat.update", error("message_not_found"));

        var reply = cards.show("check-in:17", "C1", "9.0", says("claimed"));
        cards.refresh("check-in:17", says("done"));

        assertThat(reply).isInstanceOf(Reply.Refused.class);
        assertThat(fake.received("chat.update")).hasSize(1);
        assertThat(fake.received("chat.postMessage")).hasSize(2);
        assertThat(fake.received("chat.postMessage").getLast().fields())
                .containsEntry("thread_ts", "9.0")
                .hasEntrySatisfying("text", text -> assertThat(text).contains("was deleted"));
    }

    @Test
    void movesUnderAnotherMessageAndLeavesALineBehind() {
        cards.show("check-in:17", "C1", "9.0", says("open"));

        cards.showUnder(new Posted("C1", "10.0"), "check-in:17", says("still open"), this::farewell);
        cards.showUnder(new Posted("C1", "10.0"), "check-in:17", says("claimed"), this::farewell);

        assertThat(fake.received("chat.postMessage")).hasSize(2);
        assertThat(fake.received("chat.postMessage").getLast().fields())
                .containsEntry("thread_ts", "10.0")
                .containsEntry("text", "still open");
        assertThat(fake.received("chat.update"))
                .extracting(update ->
                        update.fields().get("ts") + " " + update.fields().get("text"))
                .containsExactly("1.000100 moved to 2.000100", "2.000100 claimed");
        assertThat(left.of("check-in:17")).isEmpty();
    }

    @Test
    void thatCannotMoveStaysWhereItStands() {
        cards.show("check-in:17", "C1", "9.0", says("open"));
        fake.answers("chat.postMessage", error("is_archived"));

        var reply = cards.showUnder(new Posted("C2", "10.0"), "check-in:17", says("open"), this::farewell);

        assertThat(reply).isInstanceOf(Reply.Refused.class);
        assertThat(posts.find("check-in:17").orElseThrow().posted()).isEqualTo(new Posted("C1", "1.000100"));
        assertThat(fake.received("chat.update")).isEmpty();
    }

    @Test
    void whoseFarewellWasLostSaysItTheNextTime() {
        cards.show("check-in:17", "C1", "9.0", says("open"));
        fake.answers("chat.update", hangUp(), hangUp(), hangUp(), hangUp(), hangUp());
        cards.showUnder(new Posted("C1", "10.0"), "check-in:17", says("open"), this::farewell);
        assertThat(left.of("check-in:17")).isPresent();
        fake.forgetAll();

        cards.showUnder(new Posted("C1", "10.0"), "check-in:17", says("open"), this::farewell);

        assertThat(fake.received("chat.update"))
                .extracting(update -> update.fields().get("text"))
                .containsExactly("open", "moved to 2.000100");
        assertThat(left.of("check-in:17")).isEmpty();
    }

    @Test
    void isNotRefreshedWhereItNeverStood() {
        cards.refresh("check-in:17", says("open"));

        assertThat(fake.received("chat.postMessage")).isEmpty();
    }

    @Test
    void aColleagueIsAskedAboutOnceAndIsTheOneTheLedgerKnows() {
        jdbc.sql("insert into colleague (name, email) values ('A. Ruiz', 'ana@brightwater.example')")
                .update();
        var current = new CurrentColleague(colleagues, gateway);

        var ana = current.of("U0PANA");

        assertThat(ana.email()).isEqualTo("ana@brightwater.example");
        assertThat(current.of("U0PANA")).isEqualTo(ana);
        assertThat(fake.received("users.info")).hasSize(1);
        assertThat(jdbc.sql("select count(*) from colleague")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        jdbc.sql("delete from colleague").update();
    }

    @Test
    void nothingIsDoneInTheNameOfSomebodySlackDoesNotKnow() {
        fake.answers("users.info", error("user_not_found"));

        assertThatThrownBy(() -> new CurrentColleague(colleagues, gateway).of("U0GHOST"))
                .hasMessageContaining("user_not_found");
        assertThat(colleagues.bySlackUser("U0GHOST").map(Colleague::name)).isEmpty();
    }

    private SlackMessage farewell(Posted moved) {
        return SlackMessage.of("moved to " + moved.ts());
    }

    private static Supplier<SlackMessage> says(String text) {
        return () -> SlackMessage.of(text);
    }
}
