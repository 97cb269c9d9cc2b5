package dev.beforehand.slack.digest;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.beforehand.checkins.CheckIns;
import dev.beforehand.plans.PlanTerms;
import dev.beforehand.plans.PlanTerms.Interval;
import dev.beforehand.plans.Plans;
import dev.beforehand.slack.FakeSlack.Received;
import dev.beforehand.slack.Posted;
import dev.beforehand.slack.SlackTeam;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DigestThreadTests extends SlackTeam {

    @Autowired
    DigestThread thread;

    @Autowired
    CheckIns checkIns;

    @Autowired
    Plans plans;

    @Test
    void holdsWhatWaitsForSomebodyOnceAndTakesItAlongTheNextMorning() {
        var ana = ledger.colleague("Ana Ruiz");
        var harbour = ledger.client("Harbour Books", ana);
        var mill = ledger.client("Mill Lane", ana);
        ledger.invoice("INV-1", harbour, MONDAY.plusDays(4), "EUR 100.00");
        var planned = ledger.invoice("INV-2", mill, MONDAY.minusDays(4), "EUR 100.00");
        checkIns.flag(MONDAY);
        plans.propose(
                mill, List.of(planned), CurrencyUnit.EUR, new PlanTerms(2, MONDAY.plusDays(1), Interval.WEEKLY), ana);

        theDigestIs(new Posted("C1", "5.0"));
        thread.fill(MONDAY);
        await().until(() -> posted("5.0").size() == 2);
        theDigestIs(new Posted("C1", "5.0"));
        thread.fill(MONDAY);

        var tuesday = MONDAY.plusDays(1);
        clock.moveTo(tuesday, LocalTime.of(8, 30));
        theDigestIs(new Posted("C1", "6.0"));
        thread.fill(tuesday);
        await().until(() -> posted("6.0").size() == 2);
        assertThat(posted("6.0"))
                .containsExactlyInAnyOrderElementsOf(posted("5.0"))
                .containsExactlyInAnyOrder(
                        "Check-in with Harbour Books: €100.00", "Payment plan for Mill Lane: €100.00 in 2 instalments");
    }

    @Test
    void saysOnceThatAClientHasHadItsMostLetters() {
        var harbour = ledger.client("Harbour Books", ledger.colleague("Ana Ruiz"));
        var invoice = ledger.invoice("INV-1", harbour, MONDAY.minusDays(40), "EUR 100.00");
        jdbc.sql("""
                        insert into letter_rest (invoice_id, due_on, step, reason, cadence, first_on, last_on)
                        values (?, ?, 14, 'MOST_LETTERS', 'Standard', ?, ?)""")
                .params(invoice.value(), MONDAY.minusDays(40), MONDAY.minusDays(1), MONDAY)
                .update();

        theDigestIs(new Posted("C1", "5.0"));
        thread.fill(MONDAY);
        await().until(() -> posted("5.0").size() == 1);
        assertThat(posted("5.0").getFirst())
                .startsWith(":telephone_receiver: *Harbour Books* has had as many letters about INV-1 (€100.00)")
                .contains("Ana Ruiz looks after them");

        var tuesday = MONDAY.plusDays(1);
        clock.moveTo(tuesday, LocalTime.of(8, 30));
        jdbc.sql("update letter_rest set last_on = ?").param(tuesday).update();
        ledger.invoice("INV-2", harbour, MONDAY.plusDays(4), "EUR 1.00");
        checkIns.flag(tuesday);
        theDigestIs(new Posted("C1", "6.0"));
        thread.fill(tuesday);
        await().until(() -> posted("6.0").size() == 1);
        assertThat(posted("6.0")).containsExactly("Check-in with Harbour Books: €1.00");
    }

    @Test
    void ofManyInvoicesSomeAreNamedAndTheRestIsCounted() {
        var harbour = ledger.client("Harbour <Books>", ledger.colleague("Ana Ruiz"));
        jdbc.sql("update client set account_manager_id = null").update();
        IntStream.rangeClosed(1, 7).forEach(n -> {
            var invoice = ledger.invoice("INV-" + n, harbour, MONDAY.minusDays(40), "EUR 100.00");
            jdbc.sql("""
                            insert into letter_rest (invoice_id, due_on, step, reason, cadence, first_on, last_on)
                            values (?, ?, 14, 'CADENCE_OVER', 'Standard', ?, ?)""")
                    .params(invoice.value(), MONDAY.minusDays(40), MONDAY, MONDAY)
                    .update();
        });

        theDigestIs(new Posted("C1", "5.0"));
        thread.fill(MONDAY);

        await().until(() -> posted("5.0").size() == 1);
        assertThat(posted("5.0").getFirst())
                .contains(
                        "*Harbour &lt;Books&gt;*",
                        "INV-1, INV-2, INV-3, INV-4, INV-5 and 2 more (€700.00)",
                        "Please talk to them. `/invoices why`");
    }

    private static List<String> posted(String threadTs) {
        return FAKE.received("chat.postMessage").stream()
                .map(Received::fields)
                .filter(fields -> threadTs.equals(fields.get("thread_ts")))
                .map(fields -> fields.get("text"))
                .toList();
    }
}
