package dev.beforehand.slack;

import static dev.beforehand.database.TestClock.MONDAY;
import static dev.beforehand.slack.FakeSlack.error;
import static dev.beforehand.slack.FakeSlack.hangUp;
import static dev.beforehand.slack.FakeSlack.json;
import static dev.beforehand.slack.FakeSlack.lost;
import static dev.beforehand.slack.FakeSlack.status;
import static dev.beforehand.slack.FakeSlack.tooMany;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.composition.BlockCompositions;
import com.slack.api.model.view.Views;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.database.OnPostgres;
import dev.beforehand.database.OnSqlite;
import dev.beforehand.database.TestClock;
import dev.beforehand.letters.Language;
import dev.beforehand.letters.Phrases;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What is written down reaches Slack once and in order, whatever happens in between. */
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({
    Cards.class,
    CardKinds.class,
    Colleagues.class,
    DirectMessages.class,
    Dispatch.class,
    Errands.class,
    FinanceLeads.class,
    KnownChannels.class,
    Looking.class,
    OpenProblems.class,
    Posting.class,
    Readers.class,
    Publishing.class,
    Homes.class,
    Receipts.class,
    SenderLease.class,
    Setbacks.class,
    SlackPosts.class,
    SlackProblems.class,
    SlackHealthIndicator.class,
    Updating.class,
    SenderContract.Beans.class
})
abstract class SenderContract {

    private static final FakeSlack FAKE = new FakeSlack();
    private static final String DANA = "U0DANA";
    private static final AtomicReference<String> HOME = new AtomicReference<>("");
    private static final String OMAR = "U0OMAR";
    private static final Duration DOUBT = Duration.ofSeconds(30);

    static class Beans {
        @Bean
        SenderCalls senderCalls(SlackProblems problems) {
            Slack slack = SlackClients.connect(FAKE.apiUrl(), Duration.ofSeconds(2));
            return new SenderCalls(new SlackCalls(slack, "xoxb-test", problems, Duration.ZERO));
        }

        @Bean
        Pacing pacing() {
            return new Pacing(Duration.ZERO, Integer.MAX_VALUE);
        }

        @Bean
        Phrases phrases() {
            return Phrases.packaged();
        }

        @Bean
        SenderSettings sender() {
            return new SenderSettings(Duration.ZERO, 48, DOUBT);
        }

        @Bean
        LanguageSettings languages() {
            return new LanguageSettings(null, "en");
        }

        @Bean
        TeamSettings team() {
            return new TeamSettings(List.of(DANA, OMAR), List.of(), List.of());
        }

        @Bean
        SlackPeople people(SlackProblems problems, Clock clock) {
            Slack slack = SlackClients.connect(FAKE.apiUrl(), Duration.ofSeconds(2));
            return new SlackPeople(new SlackCalls(slack, "xoxb-test", problems, Duration.ZERO), clock);
        }

        @Bean
        HomeTab homes() {
            return person -> Views.view(v -> v.type("home")
                    .blocks(List.of(Blocks.header(h -> h.text(BlockCompositions.plainText(HOME.get()))))));
        }

        @Bean
        Notes notes(SlackPosts posts) {
            return new Notes(posts);
        }
    }

    /** Cards of which a test says what they show and where they belong. */
    static class Notes implements CardKind {

        final Map<String, String> texts = new ConcurrentHashMap<>();
        final Map<String, Place> places = new ConcurrentHashMap<>();
        final List<String> posted = new ArrayList<>();
        final List<String> shown = new ArrayList<>();
        final List<String> doubted = new ArrayList<>();
        volatile Runnable whileRendered = () -> {};

        Notes(SlackPosts posts) {}

        @Override
        public String prefix() {
            return "note:";
        }

        @Override
        public Optional<Place> place(String subject) {
            return Optional.ofNullable(places.get(subject));
        }

        @Override
        public SlackMessage render(String subject) {
            var message = SlackMessage.of(texts.get(subject));
            whileRendered.run();
            return message;
        }

        @Override
        public SlackMessage farewell(String subject, SlackPost moved) {
            return SlackMessage.of(subject + " moved to " + moved.ts());
        }

        @Override
        public void posted(String subject, Posted card) {
            posted.add(subject);
        }

        @Override
        public void shown(String subject, SlackMessage card) {
            shown.add(card.text());
        }

        @Override
        public void inDoubt(String subject) {
            doubted.add(subject);
        }
    }

    @Autowired
    Cards cards;

    @Autowired
    DirectMessages messages;

    @Autowired
    Homes homes;

    @Autowired
    Errands errands;

    @Autowired
    SlackPeople people;

    @Autowired
    Colleagues colleagues;

    @Autowired
    Phrases phrases;

    @Autowired
    OpenProblems problems;

    @Autowired
    SlackHealthIndicator health;

    @Autowired
    SenderLease lease;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Pacing pacing;

    @Autowired
    SlackPosts posts;

    @Autowired
    Notes notes;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    Sender sender;
    long seconds;

    @BeforeEach
    void beginAnew() {
        for (var table : List.of("slack_errand", "slack_problem", "slack_post", "slack_channel")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("update slack_sender set until = 0").update();
        FAKE.forgetAll();
        notes.texts.clear();
        notes.places.clear();
        notes.posted.clear();
        notes.shown.clear();
        notes.doubted.clear();
        notes.whileRendered = () -> {};
        pacing.restUpdates(Duration.ZERO);
        sender = new Sender(errands, problems, lease, dispatch, pacing);
        ReflectionTestUtils.setField(sender, "running", true);
        seconds = 0;
        after(0);
    }

    @AfterEach
    void nothingIsLeftOver() {
        FAKE.forgetAll();
    }

    @Test
    void aCardIsPostedTheFirstTimeAndUpdatedEverAfter() {
        wants("note:1", "C1", "open");
        send();
        wants("note:1", "C1", "claimed");
        send();

        assertThat(FAKE.received("chat.postMessage")).hasSize(1);
        assertThat(FAKE.received("chat.update")).hasSize(1);
        assertThat(FAKE.standing()).containsExactly("C1 -: claimed");
        assertThat(notes.posted).containsExactly("note:1");
    }

    @Test
    void changesThatComeTogetherAreShownTogether() {
        wants("note:1", "C1", "one");
        wants("note:1", "C1", "two");
        wants("note:1", "C1", "three");

        send();

        assertThat(FAKE.standing()).containsExactly("C1 -: three");
        assertThat(FAKE.received("chat.update")).isEmpty();
    }

    @Test
    void whatChangesWhileItIsShownIsShownOnceMore() {
        wants("note:1", "C1", "one");
        notes.whileRendered = () -> {
            notes.whileRendered = () -> {};
            wants("note:1", "C1", "two");
        };

        send();

        assertThat(FAKE.standing()).containsExactly("C1 -: two");
    }

    @Test
    void whatItsTransactionTakesBackIsNotShown() {
        transaction.executeWithoutResult(status -> {
            wants("note:1", "C1", "never happened");
            status.setRollbackOnly();
        });

        send();

        assertThat(FAKE.standing()).isEmpty();
    }

    @Test
    void whoeverLooksAtHomeSeesItAtOnce() {
        HOME.set("Nothing waits");
        homes.show(DANA);

        send();

        assertThat(published()).containsExactly(DANA + ": Nothing waits");
    }

    @Test
    void manyChangesOfHomeAreShownOnceAndSoon() {
        for (int change = 1; change <= 5; change++) {
            HOME.set(change + " wait");
            homes.refresh(List.of(DANA));
        }

        send();
        assertThat(published()).isEmpty();
        after(3);
        send();
        after(6);
        send();

        assertThat(published()).containsExactly(DANA + ": 5 wait");
    }

    @Test
    void whoeverDoesSomethingOnHomeDoesNotWaitForARefresh() {
        homes.refresh(List.of(DANA));
        HOME.set("done");
        homes.show(DANA);

        send();
        after(3);
        send();

        assertThat(published()).containsExactly(DANA + ": done");
    }

    @Test
    void aHomeThatNobodyCanLookAtIsDroppedAndNobodyIsTold() {
        FAKE.answers("views.publish", error("user_not_found"));
        homes.show("U0GONE");

        send();

        assertThat(jdbc.sql("select count(*) from slack_errand")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void aHomeIsShownOnceSlackIsBackAsItIsThen() {
        FAKE.answers("views.publish", hangUp());
        HOME.set("before");
        homes.show(DANA);
        send();
        HOME.set("after");
        homes.refresh(List.of(DANA));

        after(60);
        send();

        assertThat(published()).last().isEqualTo(DANA + ": after");
        assertThat(jdbc.sql("select count(*) from slack_errand")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static List<String> published() {
        return FAKE.received("views.publish").stream()
                .map(request -> request.fields().get("user_id") + ": "
                        + JsonParser.parseString(request.fields().get("view"))
                                .getAsJsonObject()
                                .getAsJsonArray("blocks")
                                .get(0)
                                .getAsJsonObject()
                                .getAsJsonObject("text")
                                .get("text")
                                .getAsString())
                .toList();
    }

    @Test
    void aCardThatBelongsNowhereIsNotPosted() {
        notes.texts.put("note:1", "of yesterday");
        cards.show("note:1");

        send();

        assertThat(FAKE.standing()).isEmpty();
        assertThat(errands.isWaiting("note:1")).isFalse();
    }

    @Test
    void aCardMovesToWhereItBelongsAndLeavesALineBehind() {
        wants("note:1", new Place("C1", "9.0"), "open");
        send();
        wants("note:1", new Place("C1", "10.0"), "still open");
        send();
        wants("note:1", new Place("C1", "10.0"), "claimed");
        send();

        assertThat(FAKE.standing()).containsExactly("C1 9.0: note:1 moved to " + ts("note:1"), "C1 10.0: claimed");
        assertThat(jdbc.sql("select count(*) from slack_post")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theOrderOfAChannelIsKept() {
        IntStream.rangeClosed(1, 5).forEach(n -> wants("note:" + n, "C1", "note " + n));

        send();

        assertThat(FAKE.standing())
                .containsExactly("C1 -: note 1", "C1 -: note 2", "C1 -: note 3", "C1 -: note 4", "C1 -: note 5");
    }

    @Test
    void aMessageWhoseAnswerWasLostIsFoundAndNotPostedAgain() {
        FAKE.answers("chat.postMessage", lost());
        wants("note:1", new Place("C1", "9.0"), "open");
        wants("note:2", "C1", "after it");

        send();
        assertThat(FAKE.standing()).as("the other one keeps its turn").hasSize(1);
        after(31);
        send();

        assertThat(FAKE.standing()).containsExactly("C1 9.0: open", "C1 -: after it");
        assertThat(posts.find("note:1").orElseThrow().posted()).isNotNull();
        assertThat(notes.posted).containsExactly("note:1", "note:2");
    }

    @Test
    void aCardIsToldWhatSlackHasTakenOfIt() {
        wants("note:1", "C1", "one");
        wants("note:2", "C2", "another");
        send();
        FAKE.answers("chat.update", error("msg_too_long"));
        wants("note:1", "C1", "one, and far too much");
        wants("note:2", "C2", "another, and more");
        send();

        assertThat(notes.shown).containsExactly("one", "another", "another, and more");
    }

    @Test
    void whatACardSaysThatWasFoundIsKnownOnceItIsBroughtUpToDate() {
        FAKE.answers("chat.postMessage", lost());
        wants("note:1", "C1", "open");
        send();
        notes.texts.put("note:1", "open, and more");
        after(31);
        send();

        assertThat(FAKE.standing()).containsExactly("C1 -: open, and more");
        assertThat(notes.shown).containsExactly("open, and more");
    }

    @Test
    void aMessageThatIsNotFoundIsPostedAgainInItsTurn() {
        FAKE.answers("chat.postMessage", hangUp());
        wants("note:1", "C1", "open");
        wants("note:2", "C1", "after it");

        send();
        assertThat(FAKE.standing()).isEmpty();
        after(31);
        send();

        assertThat(FAKE.standing()).containsExactly("C1 -: open", "C1 -: after it");
    }

    @Test
    void aMessageWhoseProcessDiedIsLookedForToo() {
        messages.send(DANA, () -> SlackMessage.of("hello"));
        errands.posting(errands.due(1).getFirst(), "DU0DANA", null, DOUBT);
        send();
        assertThat(FAKE.received("chat.postMessage")).isEmpty();

        after(31);
        send();

        assertThat(FAKE.standing()).containsExactly("DU0DANA -: hello");
    }

    @Test
    void whereSlackDoesNotLetUsLookOnlyThatMessageWaitsAndThoseInChargeAreTold() {
        FAKE.answers("chat.postMessage", hangUp());
        wants("note:1", "C1", "open");
        send();
        FAKE.answers(
                "conversations.history",
                json("{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"channels:history\"}"));
        wants("note:2", "C1", "after it");
        after(31);
        send();
        send();

        assertThat(standingIn("C1")).containsExactly("after it");
        assertThat(notes.doubted).containsExactly("note:1");
        assertThat(toldTo(DANA)).singleElement().asString().contains("channels:history");
        assertThat(cards.postAgain("note:1")).as("not within the first minute").isFalse();
        after(120);
        assertThat(cards.postAgain("note:1")).isTrue();
        send();
        assertThat(standingIn("C1")).containsExactly("after it", "open");
    }

    @Test
    void aPauseThatSlackWantsInOneChannelIsNoPauseInAnother() {
        FAKE.answers("chat.postMessage", tooMany(1));
        wants("note:1", "C1", "one");
        wants("note:2", "C1", "two");
        wants("note:3", "C2", "elsewhere");

        send();
        assertThat(FAKE.standing()).containsExactly("C2 -: elsewhere");
        sleep(Duration.ofMillis(1100));
        send();

        assertThat(standingIn("C1")).containsExactly("one", "two");
        assertThat(jdbc.sql("select count(*) from slack_problem")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aPauseThatSlackWantsOfUpdatesIsNoPauseOfPosts() {
        wants("note:1", "C1", "one");
        wants("note:2", "C1", "two");
        send();
        FAKE.answers("chat.update", tooMany(1));
        wants("note:1", "C1", "one, changed");
        wants("note:2", "C1", "two, changed");
        wants("note:3", "C1", "three");

        send();
        assertThat(FAKE.standing()).containsExactly("C1 -: one", "C1 -: two", "C1 -: three");
        assertThat(FAKE.received("chat.update")).hasSize(1);
        sleep(Duration.ofMillis(1100));
        send();

        assertThat(FAKE.standing()).containsExactly("C1 -: one, changed", "C1 -: two, changed", "C1 -: three");
    }

    @Test
    void afterAnHourWithoutSlackEverythingArrivesOnceAndInOrder() {
        wants("note:1", "C1", "one");
        send();
        FAKE.always("chat.postMessage", fields -> true, status(503));
        FAKE.always("chat.update", fields -> true, status(503));
        IntStream.range(0, 60).forEach(minute -> {
            wants("note:1", "C1", "one, minute " + minute);
            if (minute % 20 == 0) {
                wants("note:" + (minute + 2), "C1", "minute " + minute);
            }
            after(60);
            send();
        });
        FAKE.forgetAnswers();

        after(300);
        send();

        assertThat(FAKE.standing())
                .containsExactly("C1 -: one, minute 59", "C1 -: minute 0", "C1 -: minute 20", "C1 -: minute 40");
        assertThat(toldTo(DANA)).as("it has passed by itself").isEmpty();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void newsThatAreOutOfDateAreNotSaid() {
        FAKE.answers("chat.postMessage", status(503));
        messages.send(DANA, () -> SlackMessage.of("the inbox cannot be read"));
        send();

        after(Duration.ofDays(3).toSeconds() + 1);
        send();

        assertThat(FAKE.standing()).isEmpty();
        assertThat(jdbc.sql("select count(*) from slack_errand")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anArchivedChannelIsToldOnceAndGoesOnByItself() {
        tellsOnceAndGoesOn("is_archived", "is archived");
    }

    @Test
    void aChannelWithoutUsIsToldOnceAndGoesOnByItself() {
        tellsOnceAndGoesOn("not_in_channel", "Invite it there");
    }

    @Test
    void anUnknownChannelIsToldOnceAndGoesOnByItself() {
        tellsOnceAndGoesOn("channel_not_found", "Slack knows no channel");
    }

    private void tellsOnceAndGoesOn(String code, String sentence) {
        FAKE.always("chat.postMessage", fields -> fields.containsValue("C1"), error(code));
        wants("note:1", "C1", "one");
        wants("note:2", "C1", "two");
        wants("note:3", "C2", "elsewhere");
        send();
        for (int minute = 0; minute < 5; minute++) {
            after(60);
            send();
        }

        assertThat(standingIn("C1")).isEmpty();
        assertThat(standingIn("C2")).containsExactly("elsewhere");
        for (var lead : List.of(DANA, OMAR)) {
            assertThat(toldTo(lead)).singleElement().asString().contains(sentence, "Nothing is lost");
        }
        assertThat(health.health().getStatus().getCode()).isEqualTo("IMPAIRED");
        assertThat(health.health().getStatus().getDescription()).contains("C1", sentence);

        FAKE.forgetAnswers();
        after(600);
        send();

        assertThat(standingIn("C1")).containsExactly("one", "two");
        assertThat(toldTo(DANA)).hasSize(2).last().asString().contains("This is over");
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void aRevokedTokenIsToldByTheHealthAndAfterwards() {
        FAKE.always("chat.postMessage", fields -> true, error("token_revoked"));
        wants("note:1", "C1", "one");
        wants("note:2", "C2", "two");
        send();
        after(60);
        send();

        assertThat(FAKE.received("chat.postMessage")).hasSize(2);
        assertThat(health.health().getStatus().getDescription()).contains("SLACK_BOT_TOKEN");

        FAKE.forgetAnswers();
        after(600);
        send();

        assertThat(standingIn("C1")).containsExactly("one");
        assertThat(standingIn("C2")).containsExactly("two");
        assertThat(toldTo(DANA)).singleElement().asString().contains("This is over", "SLACK_BOT_TOKEN");
    }

    @Test
    void aDeactivatedFinanceLeadDoesNotSilenceTheOthers() {
        FAKE.always("chat.postMessage", fields -> fields.containsValue("DU0OMAR"), error("user_disabled"));
        messages.send(OMAR, () -> SlackMessage.of("for somebody who is gone"));
        messages.send(DANA, () -> SlackMessage.of("hello"));

        send();
        after(60);
        send();

        assertThat(toldTo(DANA)).hasSize(2).first().isEqualTo("hello");
        assertThat(toldTo(DANA).getLast()).contains("deactivated");
        FAKE.forgetAnswers();
        after(600);
        send();
        assertThat(toldTo(OMAR)).first().isEqualTo("for somebody who is gone");
    }

    @Test
    void whatIsToBePostedDoesNotWaitForManyUpdates() {
        for (int n = 10; n < 40; n++) {
            wants("note:" + n, "C1", "note " + n);
        }
        send();
        for (int n = 10; n < 40; n++) {
            wants("note:" + n, "C1", "changed " + n);
        }
        messages.send(DANA, () -> SlackMessage.of("hello"));
        FAKE.always("chat.update", fields -> true, tooMany(1));

        sender.work();

        assertThat(toldTo(DANA)).containsExactly("hello");
    }

    @Test
    void eachIsToldInTheirOwnLanguageAndAChannelInItsOwn() {
        FAKE.knows("U0OTTO", "Otto", "otto@brightwater.example", ",\"locale\":\"de-AT\"");
        Supplier<SlackMessage> message = () -> SlackMessage.of(phrases.say("words.mended"));
        messages.send("U0OTTO", message);
        messages.send(DANA, message);
        errands.addMessage("C1", null, message, Duration.ofDays(1));

        send();

        assertThat(toldTo("U0OTTO")).containsExactly(Language.in(Locale.GERMAN, () -> phrases.say("words.mended")));
        assertThat(toldTo(DANA)).containsExactly(phrases.say("words.mended"));
        assertThat(standingIn("C1")).containsExactly(phrases.say("words.mended"));
    }

    @Test
    void whoTheFinanceLeadsAreIsAskedOnlyOnceTheyAreTold() {
        FAKE.answers("users.lookupByEmail", json("{\"ok\":true,\"user\":{\"id\":\"U0LEAD\"}}"));
        var byAddress = leadsNamed("lead@brightwater.example");
        transaction.executeWithoutResult(status -> byAddress.tell(() -> SlackMessage.of("news")));
        assertThat(FAKE.received("users.lookupByEmail")).isEmpty();

        byAddress.spread(errands.due(1).getFirst());
        send();

        assertThat(toldTo("U0LEAD")).containsExactly("news");
    }

    @Test
    void whatFinanceLeadsAreToldWaitsUntilSlackSaysWhoTheyAre() {
        var byAddress = leadsNamed("nobody@brightwater.example", "late@brightwater.example");
        FAKE.answers(
                "users.lookupByEmail",
                error("users_not_found"),
                error("internal_error"),
                json("{\"ok\":true,\"user\":{\"id\":\"U0LATE\"}}"));
        byAddress.tell(() -> SlackMessage.of("news"));

        byAddress.spread(errands.due(1).getFirst());
        assertThat(errands.due(1)).as("told at once").isEmpty();
        after(2);
        byAddress.spread(errands.due(1).getFirst());
        send();

        assertThat(toldTo("U0LATE")).containsExactly("news");
    }

    @Test
    void oneFinanceLeadOfWhomSlackDoesNotSayWhoTheyAreDoesNotKeepTheNewsFromTheOthersForEver() {
        var byAddress = leadsNamed("lead@brightwater.example", "late@brightwater.example");
        FAKE.always(
                "users.lookupByEmail",
                asked -> asked.containsValue("lead@brightwater.example"),
                json("{\"ok\":true,\"user\":{\"id\":\"U0LEAD\"}}"));
        FAKE.always("users.lookupByEmail", asked -> true, error("internal_error"));
        byAddress.tell(() -> SlackMessage.of("news"));

        for (int minute = 0; minute < 20 && toldTo("U0LEAD").isEmpty(); minute++) {
            errands.due(1).forEach(byAddress::spread);
            send();
            after(60);
        }

        assertThat(toldTo("U0LEAD")).containsExactly("news");
    }

    private FinanceLeads leadsNamed(String... addresses) {
        return new FinanceLeads(
                new TeamSettings(List.of(addresses), List.of(), List.of()), people, colleagues, errands, clock);
    }

    @Test
    void aDeletedMessageIsSaidOnceInItsThread() {
        wants("note:1", new Place("C1", "9.0"), "open");
        send();
        FAKE.answers("chat.update", error("message_not_found"), error("message_not_found"));
        wants("note:1", new Place("C1", "9.0"), "claimed");
        send();
        wants("note:1", new Place("C1", "9.0"), "done");
        send();

        assertThat(FAKE.received("chat.update")).hasSize(1);
        assertThat(standingIn("C1"))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("The message")
                .contains("deleted");
        assertThat(toldTo(DANA)).singleElement().asString().contains("<#C1>", "deleted");
    }

    @Test
    void whatSlackWillNeverTakeIsGivenUpAndToldOnceAndHoldsNobodyUp() {
        FAKE.always("chat.postMessage", fields -> fields.containsValue("much too long"), error("msg_too_long"));
        wants("note:1", "C1", "much too long");
        wants("note:2", "C1", "two");

        send();
        after(3600);
        send();

        assertThat(standingIn("C1")).containsExactly("two");
        assertThat(toldTo(DANA)).hasSize(1);
        wants("note:1", "C1", "short");
        FAKE.forgetAnswers();
        send();
        assertThat(standingIn("C1")).containsExactly("two", "short");
    }

    @Test
    void whatCannotBeRenderedHoldsNobodyUpAndIsTriedAgain() {
        wants("note:1", "C1", "one");
        notes.texts.remove("note:1");
        wants("note:2", "C1", "two");
        send();
        assertThat(standingIn("C1")).containsExactly("two");

        notes.texts.put("note:1", "one");
        after(10);
        send();

        assertThat(standingIn("C1")).containsExactly("two", "one");
    }

    @Test
    void whileAnotherInstanceSendsThisOneDoesNot() {
        var other = new SenderLease(jdbc, clock);
        wants("note:1", "C1", "one");
        transaction.executeWithoutResult(status -> other.take());

        send();
        assertThat(FAKE.standing()).isEmpty();
        after(61);
        send();

        assertThat(FAKE.standing()).containsExactly("C1 -: one");
    }

    @Test
    void twoInstancesSendEverythingOnceAndInOrder() {
        var one = new Sender(errands, problems, lease, dispatch, pacing);
        var other = new Sender(errands, problems, new SenderLease(jdbc, clock), dispatch, pacing);
        one.start();
        other.start();
        try {
            for (int n = 10; n < 40; n++) {
                wants("note:" + n, "C1", "note " + n);
                (n % 2 == 0 ? one : other).wake(new Errands.Added());
            }
            await().until(() -> FAKE.standing().size() >= 30 && errands.due(1).isEmpty());
        } finally {
            one.stop();
            other.stop();
        }

        assertThat(standingIn("C1"))
                .containsExactlyElementsOf(
                        IntStream.range(10, 40).mapToObj(n -> "note " + n).toList());
    }

    private void wants(String subject, String channel, String text) {
        wants(subject, new Place(channel, null), text);
    }

    private void wants(String subject, Place place, String text) {
        notes.places.put(subject, place);
        notes.texts.put(subject, text);
        cards.show(subject);
    }

    private void send() {
        while (sender.work().isZero()) {}
    }

    private void after(long more) {
        seconds += more;
        var time = MONDAY.atStartOfDay().plusSeconds(seconds);
        clock.moveTo(time.toLocalDate(), time.toLocalTime());
    }

    private List<String> toldTo(String person) {
        return standingIn("D" + person);
    }

    private static List<String> standingIn(String channel) {
        return FAKE.standing().stream()
                .filter(message -> message.startsWith(channel + " "))
                .map(message -> message.substring(message.indexOf(": ") + 2))
                .toList();
    }

    private @Nullable String ts(String subject) {
        return posts.find(subject).orElseThrow().ts();
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @OnSqlite
    static class OnSqliteTests extends SenderContract {}

    @OnPostgres
    static class OnPostgresTests extends SenderContract {}
}
