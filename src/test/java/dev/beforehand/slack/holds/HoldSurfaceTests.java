package dev.beforehand.slack.holds;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.beforehand.checkins.Hold;
import dev.beforehand.checkins.Holds;
import dev.beforehand.clients.ClientId;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.slack.SlackTeam;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HoldSurfaceTests extends SlackTeam {

    private static final String ANA = "U0ANARUIZ";

    @Autowired
    HoldForms forms;

    @Autowired
    Holds holds;

    ColleagueId ana;
    ClientId harbour;
    InvoiceId invoice;

    @BeforeEach
    void aClient() {
        ana = ledger.colleague("Ana Ruiz");
        harbour = ledger.client("Harbour Books", ana);
        invoice = ledger.invoice("INV-1", harbour, MONDAY, "EUR 100.00");
        ledger.invoice("INV-2", ledger.client("Harbour Lights", ana), MONDAY, "EUR 100.00");
    }

    @Test
    void anInvoiceIsHeldUntilADayWithAReasonAndReleasedAgain() {
        assertThat(forms.open("inv-1", "T1")).isEmpty();
        var form = opened();
        assertThat(form.toString()).contains("No letter asks for *INV-1*").doesNotContain("On hold until");

        assertThat(submits(ANA, form, filled("2013-06-16", "new order number"))).contains("This day is past");
        assertThat(submits(ANA, form, filled("2013-06-21", "  "))).contains("Please write down why");
        assertThat(submits(ANA, form, filled("2013-06-21", "new order number")))
                .contains("Letters rest until Fri 21 Jun 2013");

        assertThat(holds.standing(harbour, MONDAY)).extracting(Hold::invoiceId).containsExactly(invoice);
        forms.open("INV-1", "T2");
        assertThat(opened().toString()).contains("On hold until Fri 21 Jun 2013", "new order number");
    }

    @Test
    void aClientIsHeldAsAWhole() {
        forms.open("harbour books", "T1");

        submits(ANA, opened(), filled("2013-06-21", "they are moving"));

        assertThat(holds.standing(harbour, MONDAY)).extracting(Hold::invoiceId).containsExactly((InvoiceId) null);
    }

    @Test
    void whatIsNotFoundOrNotClearIsSaid() {
        assertThat(forms.open("nothing", "T1"))
                .hasValueSatisfying(said -> assertThat(said).startsWith("No open invoice matches \"nothing\""));
        assertThat(forms.open("harbour", "T1"))
                .hasValueSatisfying(said -> assertThat(said).startsWith("Several clients match \"harbour\""));
    }

    private static Map<String, Object> filled(String until, String reason) {
        return Map.of(
                "until", Map.of("type", "datepicker", "selected_date", until),
                "reason", Map.of("type", "plain_text_input", "value", reason));
    }

    private static JsonObject opened() {
        await().until(() -> !FAKE.received("views.open").isEmpty());
        return JsonParser.parseString(
                        FAKE.received("views.open").getLast().fields().get("view"))
                .getAsJsonObject();
    }
}
