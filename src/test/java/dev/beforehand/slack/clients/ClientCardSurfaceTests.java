package dev.beforehand.slack.clients;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackTeam;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ClientCardSurfaceTests extends SlackTeam {

    private static final String ANA = "U0ANARUIZ";
    private static final String GUEST = "U0GUEST";
    private static final String DANA = "U0DANALINDQVIST";

    @Autowired
    Activities activities;

    @Autowired
    Clients clients;

    ColleagueId ana;
    ClientId harbour;
    InvoiceId invoice;
    LocalTime now = LocalTime.of(9, 0);

    @BeforeEach
    void aClient() {
        ana = ledger.colleague("Ana Ruiz");
        ledger.colleague("Ben Okafor");
        ledger.colleague("Dana Lindqvist");
        harbour = ledger.client("Harbour Books", ana);
        invoice = ledger.invoice("INV-1", harbour, MONDAY.minusDays(3), "EUR 100.00");
    }

    @Test
    void theCommandOpensTheCardOfTheOneClientThatWasNamed() {
        assertThat(asks("client harb")).isEmpty();

        assertThat(modal("views.open").toString())
                .contains("Harbour Books", "accounts@client.example", "€100.00", "1-30 days late", "Ana Ruiz");
    }

    @Test
    void ofSeveralClientsOneIsChosenAndOfNoneASentenceIsSaid() {
        var other = ledger.client("Harbour Tools", ana);

        assertThat(asks("client harbour")).contains("Several clients match", "Harbour Books", "Harbour Tools");
        clicksEphemeral(ANA, "client:open", other);
        assertThat(modal("views.open").toString()).contains("Harbour Tools", "Nothing is open.");

        FAKE.forgetAll();
        assertThat(asks("client harbour books")).isEmpty();
        assertThat(modal("views.open").toString()).contains("Harbour Books");

        assertThat(asks("client nobody")).contains("No client has the words");
        assertThat(asks("client ...")).contains("No client has the words");
    }

    @Test
    void ofMoreClientsThanCanBeChosenFromItIsSaid() {
        for (int i = 0; i < 10; i++) {
            ledger.client("Harbour " + i, ana);
        }

        assertThat(asks("client harbour")).contains("ask again with more words");
    }

    @Test
    void theMenuOfAnInvoiceOpensItsClientsCard() {
        chooses(ANA, "agreement:menu", "CLIENT invoice:" + invoice, new Posted("C0PRECEIVABLES", "1.000100"));

        assertThat(modal("views.open").toString()).contains("Harbour Books");
    }

    @Test
    void aCardOpensOverTheModalInWhichItWasAskedFor() {
        asks("client harbour");
        clicks(ANA, "client:open", harbour, modal("views.open"));

        assertThat(modal("views.push").toString()).contains("Harbour Books");
    }

    @Test
    void anAccountManagerEditsThePreferences() {
        var form = form(ANA);

        assertThat(submits(ANA, form, wanted("LANGUAGE", text("klingon")))).contains("is no language");
        assertThat(submits(ANA, form, wanted("CC", text("a@x.example; nobody"))))
                .contains("\\\"nobody\\\" is no e-mail");
        assertThat(submits(ANA, form, wanted("CC", text("a@x.example," + manyAddresses()))))
                .contains("11 addresses");
        assertThat(submits(ANA, form, wanted("SALUTATION", text("Frau")))).contains("is a title");
        var good = wanted("LANGUAGE", text("de"));
        good.put("CC", text("a@x.example, b@x.example"));
        good.put("PAY_RUN", option("THURSDAY"));
        good.put("SALUTATION", text("Sehr geehrte Frau Weiss,"));
        assertThat(submits(ANA, form, good)).isEmpty();

        var now = clients.find(harbour).orElseThrow();
        assertThat(now.language()).isEqualTo("de");
        assertThat(now.preferences().cc()).containsExactly("a@x.example", "b@x.example");
        assertThat(now.preferences().salutation()).isEqualTo("Sehr geehrte Frau Weiss");
        await().untilAsserted(() -> assertThat(modal("views.update").toString())
                .contains("German (de)", "set by Ana Ruiz", "clients.csv says: English (en)", "Thursday"));
    }

    @Test
    void aFormThatWasOvertakenOverwritesNothing() {
        var anas = form(ANA);
        submits(DANA, form(DANA), wanted("LANGUAGE", text("de")));

        assertThat(submits(ANA, anas, wanted("LANGUAGE", text("fr")))).contains("changed meanwhile", "German (de)");
        assertThat(clients.find(harbour).orElseThrow().language()).isEqualTo("de");
    }

    @Test
    void whomTheLedgerNamesAccountManagerEditsAtTheFirstClickInSlack() {
        jdbc.sql("update colleague set slack_user_id = null, email = 'ana@brightwater.example' where id = ?")
                .param(ana.value())
                .update();

        assertThat(form("U0NEVERMET").toString()).contains("client-preferences");
    }

    @Test
    void whoHasNoRoleCannotEdit() {
        FAKE.knows(GUEST, "Gus Guest", "gus@elsewhere.example", ",\"is_restricted\":true");
        asks("client harbour");
        clicks(GUEST, "client:edit", harbour, modal("views.open"));
        assertThat(FAKE.received("views.push")).isEmpty();

        assertThat(submits(GUEST, form(ANA), wanted("LANGUAGE", text("fr")))).contains("does not know you");
        assertThat(clients.find(harbour).orElseThrow().language()).isEqualTo("en");
    }

    @Test
    void theTimelineIsTurnedPageByPageAndNothingNewMovesIt() {
        happen("old", 30);
        asks("client harbour");
        clicks(ANA, "client:timeline:NEWEST", harbour + " NEWEST 0 0", modal("views.open"));
        var first = modal("views.push");
        assertThat(first.toString())
                .contains("old 30&lt;", "old 6&lt;", "Older")
                .doesNotContain("old 5&lt;", "Newer");
        happen("new", 1);

        clicks(ANA, "client:timeline:OLDER", value(first, "client:timeline:OLDER"), first);
        await().untilAsserted(() -> assertThat(modal("views.update").toString())
                .contains("old 5&lt;", "old 1&lt;")
                .doesNotContain("old 6&lt;"));
        var second = modal("views.update");
        FAKE.forgetAll();

        clicks(ANA, "client:timeline:NEWER", value(second, "client:timeline:NEWER"), second);
        await().untilAsserted(() ->
                assertThat(modal("views.update").toString()).contains("old 30&lt;", "old 6&lt;", "Newer"));
        var back = modal("views.update");
        FAKE.forgetAll();

        clicks(ANA, "client:timeline:NEWER", value(back, "client:timeline:NEWER"), back);
        await().untilAsserted(() -> assertThat(modal("views.update").toString())
                .contains("new 1&lt;", "old 30&lt;")
                .doesNotContain("Newer"));
    }

    private void happen(String what, int times) {
        for (int i = 1; i <= times; i++) {
            clock.moveTo(MONDAY, now = now.plusSeconds(1));
            activities.record(Activity.scheduled(Kind.LETTER_SENT, harbour.value(), null, what + " " + i + "<"));
        }
    }

    private JsonObject form(String user) {
        asks("client harbour");
        clicks(user, "client:edit", harbour, modal("views.open"));
        return modal("views.push");
    }

    private static Map<String, Object> wanted(String field, Object value) {
        var wanted = new HashMap<String, Object>(Map.of(
                "LANGUAGE", text("en"),
                "PAY_RUN", option("-"),
                "LETTERS", option("false"),
                "STATEMENT", option("false"),
                "THANKS", option("true")));
        wanted.put(field, value);
        return wanted;
    }

    private static String manyAddresses() {
        var all = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            all.append("b").append(i).append("@x.example;");
        }
        return all.toString();
    }

    private static String value(JsonObject view, String action) {
        for (var block : view.getAsJsonArray("blocks")) {
            var elements = block.getAsJsonObject().getAsJsonArray("elements");
            for (var element : elements == null ? new JsonArray() : elements) {
                var button = element.getAsJsonObject();
                if (button.has("action_id")
                        && button.get("action_id").getAsString().equals(action)) {
                    return button.get("value").getAsString();
                }
            }
        }
        throw new AssertionError("There is no " + action + " in " + view);
    }
}
