package dev.beforehand.slack.people;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import dev.beforehand.checkins.CheckInId;
import dev.beforehand.checkins.CheckIns;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackTeam;
import dev.beforehand.slack.checkins.CheckInCards;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Where only those may work whom the ledger and the settings name. */
@TestPropertySource(
        properties = {
            "beforehand.approvers=U0DANALINDQVIST, eva.stone@brightwater.example",
            "beforehand.account-managers=ledger",
            "beforehand.viewers=U0VIEWER"
        })
class ConnectSurfaceTests extends SlackTeam {

    static final String DANA = "U0DANALINDQVIST";
    static final String EVA = "U0EVASTONE";
    static final String VIEWER = "U0VIEWER";
    static final Posted DANAS = new Posted("DU0DANALINDQVIST", "3.0");
    static final Posted EVAS = new Posted("DU0EVASTONE", "4.0");

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    CheckIns checkIns;

    /** Another one in each test: what Slack says of people is kept for some minutes. */
    final String felix = "U0FELIX" + PEOPLE.incrementAndGet();

    ClientId harbour;
    ColleagueId ana;
    String checkIn;
    Posted card;

    @BeforeEach
    void aCheckIn() {
        ledger.colleague("Dana Lindqvist");
        ledger.colleague("Eva Stone");
        ana = ledger.colleague("Ana Ruiz");
        harbour = ledger.client("Harbour Books", ana);
        ledger.invoice("INV-1042", harbour, MONDAY.plusDays(4), "EUR 700.00");
        checkIns.flag(MONDAY);
        checkIn = jdbc.sql("select id from check_in").query(String.class).single();
        theDigestIs(new Posted("C0PRECEIVABLES", "9.0"));
        card = shown(CheckInCards.subject(new CheckInId(Long.parseLong(checkIn))));
        FAKE.knows(felix, "Felix Stone", "felix@brightwater.example", "");
        FAKE.knows(EVA, "Eva Stone", "eva.stone@brightwater.example", "");
        FAKE.knows(VIEWER, "Vera Klein", "vera@brightwater.example", "");
        FAKE.forgetAll();
    }

    @Test
    void whomTheLedgerNamesByAddressWorksWithoutConnecting() {
        jdbc.sql("update colleague set slack_user_id = null, email = 'felix@brightwater.example' where id = ?")
                .param(ana.value())
                .update();

        clicks(felix, "check-in:claim", checkIn, card);

        assertThat(holder()).isEqualTo("Felix Stone");
        assertThat(toldTo(felix)).isEmpty();
    }

    @Test
    void aStrangersClickWaitsUntilAFinanceLeadHasSaidWhoTheyAre() {
        clicks(felix, "check-in:claim", checkIn, card);
        var connect = offer();
        assertThat(toldTo(felix)).singleElement().asString().contains("does not know you yet");
        assertThat(holder()).isNull();

        clicksEphemeral(felix, "people:connect", connect);
        await().until(() -> questions().size() == 2);
        await().until(() -> responses().contains("is asked who you are: <@" + DANA + ">, <@" + EVA + ">"));
        clicks(DANA, "people:decide:ACCOUNT_MANAGER", request(), DANAS);

        await().until(() -> "Felix Stone".equals(holder()));
        await().untilAsserted(() -> assertThat(directMessages(felix))
                .containsExactly(":white_check_mark: Dana Lindqvist made you an account manager in Beforehand."));
        await().untilAsserted(() -> assertThat(FAKE.received("chat.update"))
                .filteredOn(update -> update.fields().get("blocks").contains("Account manager, said Dana Lindqvist"))
                .extracting(update -> update.fields().get("channel"))
                .contains(DANAS.channel(), EVAS.channel()));
        assertThat(activities("ROLE_GIVEN")).containsExactly("Felix Stone, " + felix + ", ACCOUNT_MANAGER");

        clicks(felix, "check-in:feedback", checkIn, card);
        assertThat(FAKE.received("views.open")).hasSize(1);
    }

    @Test
    void whoeverHasBecomeKnownConnectsAtOnceAndTheFormThatWasMeantOpensOnce() {
        clicks(felix, "check-in:feedback", checkIn, card);
        var connect = offer();
        jdbc.sql("update colleague set slack_user_id = null, email = 'felix@brightwater.example' where id = ?")
                .param(ana.value())
                .update();

        clicksEphemeral(felix, "people:connect", connect);
        clicksEphemeral(felix, "people:connect", connect);

        assertThat(FAKE.received("views.open")).hasSize(1);
        await().until(() -> responses().contains("You are connected, as account manager."));
        assertThat(activities("COLLEAGUE_CONNECTED")).containsExactly("ACCOUNT_MANAGER");
        assertThat(questions()).isEmpty();
    }

    @Test
    void aShortcutThatWasMeantOpensItsFormOnceItsPersonIsConnected() {
        choosesForMessage(felix, "log_feedback", new Posted("C0GENERAL", "7.1"), DANA, "Harbour Books will pay");
        await().until(() -> responses().contains("does not know you yet"));
        assertThat(FAKE.received("views.open")).isEmpty();
        jdbc.sql("update colleague set slack_user_id = null, email = 'felix@brightwater.example' where id = ?")
                .param(ana.value())
                .update();

        var meant =
                jdbc.sql("select max(id) from meant_click").query(Long.class).single();
        clicksEphemeral(felix, "people:connect", meant);

        assertThat(modal("views.open").toString()).contains("Log client feedback", "Harbour Books will pay");
    }

    @Test
    void aDoubleClickAsksOnceAndOfTwoLeadsTheFirstDecides() {
        clicks(felix, "check-in:claim", checkIn, card);
        var connect = offer();
        atOnce(
                () -> clicksEphemeral(felix, "people:connect", connect),
                () -> clicksEphemeral(felix, "people:connect", connect));
        await().until(() -> questions().size() == 2);

        var request = request();
        atOnce(
                () -> clicks(DANA, "people:decide:VIEWER", request, DANAS),
                () -> clicks(EVA, "people:decide:NO", request, EVAS));

        await().until(() -> directMessages(felix).size() == 1);
        var viewer = directMessages(felix).getFirst().contains("made you a viewer");
        await().untilAsserted(() -> assertThat(viewer ? toldTo(EVA) : toldTo(DANA))
                .containsExactly((viewer ? "Dana Lindqvist" : "Eva Stone") + " has decided about this already."));
        assertThat(questions()).hasSize(2);
        assertThat(holder()).isNull();
    }

    @Test
    void aNoStandsForADay() {
        clicks(felix, "check-in:claim", checkIn, card);
        clicksEphemeral(felix, "people:connect", offer());
        await().until(() -> questions().size() == 2);
        clicks(EVA, "people:decide:NO", request(), EVAS);
        await().until(() -> directMessages(felix).toString().contains("did not give you a role"));

        clicks(felix, "check-in:claim", checkIn, card);
        await().until(() -> toldTo(felix).size() == 2);
        clicksEphemeral(felix, "people:connect", offer());

        await().until(() -> responses().contains("Eva Stone has said no."));
        assertThat(activities("ROLE_REFUSED")).hasSize(1);
        assertThat(questions()).hasSize(2);
        clock.moveTo(MONDAY.plusDays(2), LocalTime.of(8, 30));
        clicks(felix, "check-in:claim", checkIn, card);
        await().until(() -> toldTo(felix).size() == 3);
        clicksEphemeral(felix, "people:connect", offer());
        await().until(() -> questions().size() == 4);
    }

    @Test
    void whoeverWasDeactivatedMeanwhileIsGivenNothing() {
        clicks(felix, "check-in:claim", checkIn, card);
        clicksEphemeral(felix, "people:connect", offer());
        await().until(() -> questions().size() == 2);
        FAKE.knows(felix, "Felix Stone", "felix@brightwater.example", ",\"deleted\":true");

        clicks(DANA, "people:decide:ACCOUNT_MANAGER", request(), DANAS);

        await().until(() -> toldTo(DANA).toString().contains("Felix Stone was deactivated in Slack"));
        assertThat(holder()).isNull();
        assertThat(directMessages(felix)).isEmpty();
        assertThat(activities("ROLE_GIVEN")).isEmpty();
    }

    @Test
    void aViewerLooksThingsUpAndIsToldWhoMayDoMore() {
        assertThat(asks(VIEWER, "INV-1042")).contains("Harbour Books");
        assertThat(asks(VIEWER, "hold INV-1042")).contains("only an account manager can do this");

        clicks(VIEWER, "check-in:claim", checkIn, card);

        await().until(() -> toldTo(VIEWER)
                .equals(List.of("As a viewer you can look things up, but only an account" + " manager can do this. <@"
                        + DANA + ">, <@" + EVA + "> can have you made one.")));
        assertThat(holder()).isNull();
    }

    @Test
    void aFormIsCheckedAgainWhenItIsSubmitted() {
        clicks(DANA, "check-in:feedback", checkIn, card);
        var form = modal("views.open");

        assertThat(submits(felix, form, Map.of())).contains("errors", "does not know you (any more)");
        assertThat(submits(VIEWER, form, Map.of())).contains("errors", "only an account manager can do this");
    }

    @Test
    void aReactionAndACommandAreCarriedOutAfterConnectingToo() {
        reacts(felix, "tada", card);
        reacts(felix, "eyes", card);
        var reaction = offer();
        var answer = asks(felix, "INV-1042");
        assertThat(answer).contains("people:connect", "does not know you yet");
        var command = JsonParser.parseString(answer)
                .getAsJsonObject()
                .getAsJsonArray("blocks")
                .get(1)
                .getAsJsonObject()
                .getAsJsonArray("elements")
                .get(0)
                .getAsJsonObject()
                .get("value")
                .getAsString();
        jdbc.sql("update colleague set slack_user_id = null, email = 'felix@brightwater.example' where id = ?")
                .param(ana.value())
                .update();

        clicksEphemeral(felix, "people:connect", reaction);
        assertThat(holder()).isEqualTo("Felix Stone");
        clicksEphemeral(felix, "people:connect", command);
        await().until(() -> responses().contains("Harbour Books"));
        assertThat(toldTo(felix)).hasSize(1);
    }

    @Test
    void nobodyTakesUpWhatSomebodyElseMeant() {
        clicks(felix, "check-in:claim", checkIn, card);

        clicksEphemeral(DANA, "people:connect", offer());

        assertThat(holder()).isNull();
    }

    private String holder() {
        return jdbc.sql("select c.name from check_in i left join colleague c on c.id = i.claimed_by")
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** The value of the newest button *Connect me*. */
    private static String offer() {
        await().until(() -> FAKE.received("chat.postEphemeral").stream()
                .anyMatch(told -> told.fields().getOrDefault("blocks", "").contains("people:connect")));
        var blocks = FAKE.received("chat.postEphemeral").getLast().fields().get("blocks");
        return JsonParser.parseString(blocks)
                .getAsJsonArray()
                .get(1)
                .getAsJsonObject()
                .getAsJsonArray("elements")
                .get(0)
                .getAsJsonObject()
                .get("value")
                .getAsString();
    }

    private static List<String> questions() {
        return FAKE.received("chat.postMessage").stream()
                .filter(post -> post.fields().get("text").contains("wants to work with Beforehand"))
                .map(post -> post.fields().get("channel"))
                .toList();
    }

    private String request() {
        return jdbc.sql("select max(id) from access_request")
                .query(String.class)
                .single();
    }

    private static List<String> directMessages(String user) {
        return FAKE.received("chat.postMessage").stream()
                .filter(post -> post.fields().get("channel").equals("D" + user))
                .map(post -> post.fields().get("text"))
                .toList();
    }

    private static String responses() {
        return FAKE.received("response").stream()
                .map(response ->
                        JsonParser.parseString(response.fields().get("json")).toString())
                .reduce("", String::concat);
    }

    private List<String> activities(String kind) {
        return jdbc.sql("select detail from activity where kind = ? order by id")
                .param(kind)
                .query(String.class)
                .list();
    }

    private static void atOnce(Runnable one, Runnable other) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(one);
            threads.execute(other);
        }
    }
}
