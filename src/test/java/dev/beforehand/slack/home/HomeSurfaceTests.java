package dev.beforehand.slack.home;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.slack.SlackTeam;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "beforehand.account-managers=U0PANA",
            "beforehand.viewers=U0VERA",
        })
class HomeSurfaceTests extends SlackTeam {

    private static final String ANA = "U0PANA";
    private static final String VERA = "U0VERA";
    private static final String DANA = "U0DANALINDQVIST";
    private static final String STRANGER = "U0STRANGER";

    @Autowired
    CheckIns checkIns;

    private ClientId harbour;

    @BeforeEach
    void aLedger() {
        FAKE.knows(VERA, "Vera Stone", "vera@brightwater.example", "");
        FAKE.knows(DANA, "Dana Lindqvist", "dana@brightwater.example", "");
        FAKE.knows(STRANGER, "Felix Grant", "felix@brightwater.example", "");
        var ana = colleague();
        harbour = ledger.client("Harbour Books", ana);
        var birch = ledger.client("Birch <&> Co", ana);
        ledger.invoice("INV-1", harbour, MONDAY.plusDays(3), "EUR 100.00");
        ledger.invoice("INV-2", harbour, MONDAY.minusDays(3), "EUR 50.00");
        ledger.invoice("INV-3", birch, MONDAY.plusDays(20), "EUR 900.00");
        ledger.invoice("INV-4", birch, MONDAY.minusDays(9), "USD 7.00");
        ledger.invoice("INV-5", ledger.client("Not Ana's", ledger.colleague("Ben Okafor")), MONDAY, "EUR 5000.00");
        checkIns.flag(MONDAY);
    }

    private ColleagueId colleague() {
        jdbc.sql("insert into colleague (name, email, slack_user_id) values (?, ?, ?)")
                .params("Ana Ruiz", "ana@brightwater.example", ANA)
                .update();
        return new ColleagueId(jdbc.sql("select id from colleague where slack_user_id = ?")
                .param(ANA)
                .query(Long.class)
                .single());
    }

    @Test
    void anAccountManagerSeesWhatWaitsAndWhatTheirClientsOwe() {
        opens(ANA, "home");

        assertThat(homeOf(ANA))
                .contains("1 check-in to claim", "*Harbour Books* · €100.00 on 1 invoice, due Thu 20 Jun")
                .contains("*€1,050.00* open with 2 clients, of it *€50.00* late", "*US$7.00* open with 1 client")
                .contains("*Birch &lt;&amp;&gt; Co* · €900.00")
                .contains("*Harbour Books* · €150.00, of it €50.00 late, the oldest by 3 days")
                .doesNotContain("Not Ana's");
    }

    @Test
    void theMessagesBesideItAreNotHome() {
        opens(ANA, "messages");
        opens(VERA, "home");

        homeOf(VERA);
        assertThat(FAKE.received("views.publish"))
                .allMatch(each -> each.fields().get("user_id").equals(VERA));
    }

    @Test
    void aViewerSeesAllClientsAndNoButtonThatIsNotTheirs() {
        opens(VERA, "home");

        assertThat(homeOf(VERA))
                .contains("Not Ana's", "Nothing waits for you")
                .doesNotContain("check-in:claim", "setup:");
    }

    @Test
    void aStrangerCanConnectAndSeesHomeThen() {
        opens(STRANGER, "home");
        assertThat(homeOf(STRANGER)).contains("Welcome", "Connect me").doesNotContain("€");

        grant(STRANGER);
        var button = button(home(STRANGER), "people:connect");
        FAKE.forgetAll();
        FAKE.knows(STRANGER, "Felix Grant", "felix@brightwater.example", "");
        clicks(STRANGER, "people:connect", button, home(null));

        await().untilAsserted(() -> assertThat(homeOf(STRANGER)).contains("What waits for me"));
    }

    @Test
    void whatIsChosenStaysUntilItIsChosenOtherwise() {
        opens(ANA, "home");
        homeOf(ANA);
        choosesFromList(ANA, "home:whose", "ALL", home(ANA));
        choosesFromList(ANA, "home:order", "LATE", home(ANA));
        clicks(ANA, "home:late", "true", home(ANA));
        await().untilAsserted(() -> assertThat(homeOf(ANA)).contains("Late or not"));

        FAKE.forgetAll();
        opens(ANA, "home");

        assertThat(homeOf(ANA))
                .contains("*Harbour Books*", "Late or not")
                .doesNotContain("*Birch &lt;&amp;&gt; Co*", "*Not Ana's*");
    }

    @Test
    void manyClientsAreShownPageByPage() {
        IntStream.rangeClosed(1, 25)
                .forEach(n -> ledger.invoice(
                        "INV-1" + n,
                        ledger.client("Client " + n, anasId()),
                        MONDAY.plusDays(10),
                        "EUR " + (2000 - n) + ".00"));
        opens(ANA, "home");
        assertThat(homeOf(ANA)).contains("*Client 1*", "*Client 10*").doesNotContain("*Client 11*");

        turns("AFTER", "*Client 20*");
        assertThat(homeOf(ANA)).contains("*Client 11*").doesNotContain("*Client 10*", "*Client 21*");
        turns("AFTER", "*Birch");
        turns("BEFORE", "*Client 20*");

        FAKE.forgetAll();
        opens(ANA, "home");
        assertThat(homeOf(ANA)).contains("*Client 11*").doesNotContain("*Client 10*");
    }

    private void turns(String way, String seen) {
        clicks(ANA, "home:page:" + way, button(home(ANA), "home:page:" + way), home(ANA));
        await().untilAsserted(() -> assertThat(homeOf(ANA)).contains(seen));
    }

    @Test
    void theTourIsOfferedOnceLeftAndTakenUpAgainWhereItWas() {
        opens(ANA, "home");
        assertThat(homeOf(ANA)).contains("New here?");
        clicks(ANA, "home:tour:start", "", home(ANA));
        await().untilAsserted(() -> assertThat(homeOf(ANA)).contains("1 of 5"));
        clicks(ANA, "home:tour:step:NEXT", "2", home(ANA));
        await().untilAsserted(() -> assertThat(homeOf(ANA)).contains("2 of 5"));
        clicks(ANA, "home:tour:leave", "", home(ANA));
        await().untilAsserted(() ->
                assertThat(homeOf(ANA)).contains("Go on with the tour").doesNotContain("of 5"));

        FAKE.forgetAll();
        opens(ANA, "home");
        assertThat(homeOf(ANA)).doesNotContain("New here?", "of 5");
        clicks(ANA, "home:tour:start", "", home(ANA));

        await().untilAsserted(() -> assertThat(homeOf(ANA)).contains("2 of 5"));
    }

    @Test
    void aChangeIsShownSoonAndOnceToThoseWhoseItIs() {
        opens(ANA, "home");
        homeOf(ANA);
        jdbc.sql(
                        "insert into colleague (name, email, slack_user_id) values ('Carl', 'c@brightwater.example', 'U0CARL')")
                .update();
        jdbc.sql("""
                insert into home (slack_user_id, opened_at, whose, sort, only_late, tour_step, tour_open)
                values ('U0CARL', ?, 'MINE', 'OPEN', false, 0, false)""").param(clock.millis()).update();
        FAKE.forgetAll();

        var checkIn = checkIns.newestOf(harbour).orElseThrow();
        checkIns.claim(checkIn, anasId());
        checkIns.claim(checkIn, anasId());
        clock.moveTo(MONDAY, LocalTime.of(8, 30, 4));

        assertThat(homeOf(ANA)).contains("1 check-in that you have", "check-in:feedback");
        assertThat(FAKE.received("views.publish")).hasSize(1);
    }

    @Test
    void whoeverHasNotLookedForDaysIsNotShownEachChange() {
        opens(ANA, "home");
        homeOf(ANA);
        clock.moveTo(MONDAY.plusDays(4), LocalTime.of(8, 30));
        FAKE.forgetAll();

        checkIns.claim(checkIns.newestOf(harbour).orElseThrow(), anasId());

        assertThat(jdbc.sql("select count(*) from slack_errand where subject like 'home:%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aClaimOnHomeIsAClaim() {
        opens(ANA, "home");
        homeOf(ANA);

        clicks(ANA, "check-in:claim", button(home(ANA), "check-in:claim"), home(ANA));

        await().untilAsserted(() -> assertThat(jdbc.sql("select state from check_in where client_id = ?")
                        .param(harbour.value())
                        .query(String.class)
                        .single())
                .isEqualTo("CLAIMED"));
    }

    @Test
    void aClientsCardOpensFromHomeAsAWindowOfItsOwn() {
        opens(ANA, "home");
        homeOf(ANA);

        clicks(ANA, "client:open", harbour, home(ANA));

        await().untilAsserted(() -> assertThat(FAKE.received("views.open")).hasSize(1));
        assertThat(FAKE.received("views.push")).isEmpty();
    }

    private void grant(String person) {
        jdbc.sql(
                        "insert into access_request (slack_user_id, name, asked_at, role, decided_at) values (?, 'Felix', 1, 'VIEWER', 2)")
                .param(person)
                .update();
    }

    private ColleagueId anasId() {
        return new ColleagueId(jdbc.sql("select id from colleague where slack_user_id = ?")
                .param(ANA)
                .query(Long.class)
                .single());
    }

    private String homeOf(String person) {
        return home(person).toString();
    }

    /** What was published to them last; as somebody's, where nobody is named. */
    private JsonObject home(@Nullable String person) {
        if (person == null) {
            return JsonParser.parseString("{\"type\":\"home\",\"blocks\":[]}").getAsJsonObject();
        }
        await().until(() -> !published(person).isEmpty());
        return JsonParser.parseString(published(person).getLast()).getAsJsonObject();
    }

    private List<String> published(String person) {
        return FAKE.received("views.publish").stream()
                .filter(each -> person.equals(each.fields().get("user_id")))
                .map(each -> each.fields().get("view"))
                .toList();
    }

    private static String button(JsonObject home, String action) {
        for (var block : home.getAsJsonArray("blocks")) {
            var elements = new ArrayList<JsonObject>();
            if (block.getAsJsonObject().has("accessory")) {
                elements.add(block.getAsJsonObject().getAsJsonObject("accessory"));
            }
            if (block.getAsJsonObject().has("elements")) {
                block.getAsJsonObject()
                        .getAsJsonArray("elements")
                        .forEach(each -> elements.add(each.getAsJsonObject()));
            }
            for (var element : elements) {
                if (element.has("action_id")
                        && element.get("action_id").getAsString().equals(action)) {
                    return element.get("value").getAsString();
                }
            }
        }
        throw new AssertionError("There is no " + action + " on " + home);
    }
}
