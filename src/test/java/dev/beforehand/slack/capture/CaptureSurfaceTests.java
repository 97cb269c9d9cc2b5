package dev.beforehand.slack.capture;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.slack.FakeSlack;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackTeam;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaptureSurfaceTests extends SlackTeam {

    private static final String ANA = "U0ANARUIZ";
    private static final String BEN = "U0BENOKAFOR";
    private static final String GUEST = "U0GUEST";
    private static final Posted MESSAGE = new Posted("C0GENERAL", "171.000200");
    private static final String WORDS = "Harbour Books &amp; <@U0BENOKAFOR>: INV-1 is <mailto:x@y.example|wrong>";

    ColleagueId ana;
    ClientId harbour;
    InvoiceId wrong;
    InvoiceId right;

    @BeforeEach
    void aClient() {
        ana = ledger.colleague("Ana Ruiz");
        ledger.colleague("Ben Okafor");
        harbour = ledger.client("Harbour Books", ana);
        wrong = ledger.invoice("INV-1", harbour, MONDAY.minusDays(3), "EUR 100.00");
        right = ledger.invoice("INV-2", harbour, MONDAY.plusDays(3), "EUR 100.00");
    }

    @Test
    void aMessageIsLoggedForTheClientOfWhichItSpeaks() {
        var form = form(ANA);

        assertThat(form.toString())
                .contains("Harbour Books & @Ben Okafor: INV-1 is wrong", "\"initial_option\"")
                .contains("Nothing of this is sent to the client");
        assertThat(submits(ANA, form, said(Map.of("client", option(harbour.toString())))))
                .contains("Noted", "Harbour Books");

        assertThat(timeline())
                .contains("They said: Neutral, as Ben Okafor wrote: They will pay", "· Ana Ruiz ·", "|in Slack>")
                .contains("<https://brightwater.slack.example/171.000200|");
    }

    @Test
    void aMessageIsLoggedOnceAndWhoLoggedItIsSaid() {
        var bens = form(BEN);
        submits(ANA, form(ANA), said(Map.of("client", option(harbour.toString()))));

        assertThat(submits(BEN, bens, said(Map.of("client", option(harbour.toString())))))
                .contains("Ana Ruiz logged this message before");
        assertThat(form(BEN).toString()).contains("Ana Ruiz logged this message before", "Harbour Books");
        assertThat(count("feedback")).isEqualTo(1);
    }

    @Test
    void anotherClientIsNamedByWordsOfItsName() {
        var isar = ledger.client("Isar AG", ana);
        ledger.client("Isar Werke", ana);
        var form = form(ANA);

        assertThat(submits(ANA, form, said(Map.of("other", text("nobody"))))).contains("No client has the words");
        assertThat(submits(ANA, form, said(Map.of("other", text("isar"))))).contains("Isar AG, Isar Werke");
        assertThat(submits(ANA, form, said(Map.of("client", option(harbour.toString()), "other", text("isar ag")))))
                .contains("Noted", "Isar AG");
        assertThat(jdbc.sql("select client_id from feedback").query(Long.class).single())
                .isEqualTo(isar.value());
    }

    @Test
    void whatIsMissingIsSaidBesideItsField() {
        assertThat(submits(ANA, form(ANA), Map.of("words", text(" "))))
                .contains("Please choose the client", "Please write down what they said", "how they sounded");
    }

    @Test
    void aProblemIsAboutTheInvoicesThatTheWordsName() {
        var values = said(Map.of(
                "client", option(harbour.toString()),
                "words", text("INV-1 is wrong"),
                "problem", option("WRONG_AMOUNT")));
        submits(ANA, form(ANA), values);

        assertThat(jdbc.sql("select invoice_id from dispute").query(Long.class).list())
                .containsExactly(wrong.value());
    }

    @Test
    void aProblemWithNoInvoiceIsAboutAllThatIsOwed() {
        submits(ANA, form(ANA), said(Map.of("client", option(harbour.toString()), "problem", option("CASH_SHORTAGE"))));

        assertThat(jdbc.sql("select invoice_id from dispute").query(Long.class).list())
                .containsExactlyInAnyOrder(wrong.value(), right.value());
    }

    @Test
    void whereBeforehandIsNotThereItSaysWhatToDo() {
        FAKE.answers("chat.getPermalink", FakeSlack.error("channel_not_found"));

        assertThat(form(ANA).toString()).contains("<#C0GENERAL>", "/invite @Beforehand");
    }

    @Test
    void hostileAndEndlessWordsAreQuotedWithinSlacksLimits() {
        choosesForMessage(ANA, "log_feedback", MESSAGE, BEN, "<!channel> *x* `y` 😀 &lt;b&gt; ".repeat(2_000));

        submits(
                ANA,
                modal("views.open"),
                said(Map.of("other", text("harbour"), "words", text("<!channel> <@U0> ".repeat(100)))));
        assertThat(timeline()).doesNotContain("<!channel>", "<@U0>");
    }

    @Test
    void whoMayNotIsToldBesideTheMessageAndCanConnect() {
        FAKE.knows(GUEST, "Gus Guest", "gus@elsewhere.example", ",\"is_restricted\":true");
        choosesForMessage(GUEST, "log_feedback", MESSAGE, BEN, WORDS);

        await().untilAsserted(() ->
                assertThat(FAKE.received("response").toString()).contains("does not know you", "Connect me"));
        assertThat(FAKE.received("views.open")).isEmpty();
    }

    private JsonObject form(String user) {
        choosesForMessage(user, "log_feedback", MESSAGE, BEN, WORDS);
        return modal("views.open");
    }

    private static Map<String, Object> said(Map<String, Object> more) {
        var values = new HashMap<String, Object>(Map.of("words", text("They will pay"), "mood", option("NEUTRAL")));
        values.putAll(more);
        return values;
    }

    private String timeline() {
        asks("client harbour books");
        return modal("views.open").toString().replace("\\u003c", "<").replace("\\u003e", ">");
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
