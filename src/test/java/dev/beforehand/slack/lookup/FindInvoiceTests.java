package dev.beforehand.slack.lookup;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.slack.SlackTeam;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindInvoiceTests extends SlackTeam {

    private static final String ANA = "U0ANARUIZ";
    private static final String GUEST = "U0GUEST";

    InvoiceId invoice;

    @BeforeEach
    void anInvoice() {
        invoice = ledger.invoice(
                "INV-1", ledger.client("Harbour Books", ledger.colleague("Ana Ruiz")), MONDAY, "EUR 100.00");
    }

    @Test
    void whatIsFoundStandsUnderTheQuestionWhichCanBeAskedAgain() {
        choosesAnywhere(ANA, "find_invoice");

        var nothing = updated(submits(ANA, modal("views.open"), Map.of("words", text("INV-9"))));
        assertThat(nothing.toString()).contains("No invoice has a number", "\"initial_value\":\"INV-9\"");
        var found = updated(submits(ANA, nothing, Map.of("words", text("harbour"))));
        assertThat(found.toString()).contains("1 invoice matches", "INV-1", "€100.00", "Harbour Books");

        choosesInMenu(ANA, "agreement:menu", "PROMISE invoice:" + invoice, found);
        assertThat(modal("views.push").toString()).contains("They promised to pay by");
        assertThat(FAKE.received("views.open")).hasSize(1);
    }

    @Test
    void whoMayNotIsToldInADirectMessage() {
        FAKE.knows(GUEST, "Gus Guest", "gus@elsewhere.example", ",\"is_restricted\":true");

        choosesAnywhere(GUEST, "find_invoice");

        await().untilAsserted(() -> assertThat(FAKE.received("chat.postMessage").toString())
                .contains("D" + GUEST, "does not know you", "Connect me"));
        assertThat(FAKE.received("views.open")).isEmpty();
    }

    private static JsonObject updated(String answer) {
        return JsonParser.parseString(answer).getAsJsonObject().getAsJsonObject("view");
    }
}
