package dev.beforehand.slack.lookup;

import static dev.beforehand.database.TestClock.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.util.json.GsonFactory;
import dev.beforehand.Golden;
import dev.beforehand.clients.ClientId;
import dev.beforehand.invoices.InvoiceId;
import dev.beforehand.reminders.Reminders;
import dev.beforehand.slack.SlackMessage;
import dev.beforehand.slack.SlackTeam;
import dev.beforehand.slack.agreements.Agreement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LetterAnswersTests extends SlackTeam {

    private static final Gson SLACK = GsonFactory.createSnakeCase();

    @Autowired
    LetterAnswers answers;

    @Autowired
    Reminders reminders;

    ClientId harbour;
    InvoiceId invoice;

    @BeforeEach
    void anInvoice() {
        harbour = ledger.client("Harbour <Books>", ledger.colleague("Ana Ruiz"));
        invoice = ledger.invoice("INV-1001", harbour, MONDAY, "EUR 99.85");
    }

    @Test
    void whyTellsWhatWasDecidedOnWhichDayAndWhatIsToCome() {
        reminders.plan(MONDAY);
        jdbc.sql("update invoice set disputed = true").update();
        clock.moveTo(MONDAY.plusDays(3), LocalTime.of(8, 30));
        reminders.plan(MONDAY.plusDays(3));

        assertThat(text(answers.why("inv-1001")).lines())
                .containsExactly(
                        "*Letters about INV-1001* · Harbour &lt;Books&gt; · €99.85 due Mon 17 Jun 2013",
                        "• Mon 17 Jun 2013, 7 days before (Standard): no letter, because the next step had come by then",
                        "• Mon 17 Jun 2013, on the day (Standard): no letter, because mail is not set up; the log says what is missing",
                        "• Thu 20 Jun 2013, on the day (Standard): no letter, because the next step had come by then",
                        "• Thu 20 Jun 2013, 3 days after (Standard): no letter, because the client has a problem with it",
                        "Next: overdue-3, 3 days after, on Thu 20 Jun 2013 (Standard)",
                        "Now: the client has a problem with it.");
    }

    @Test
    void whyNamesWhoHeldALetter() {
        reminders.plan(MONDAY);
        var dana = ledger.colleague("Dana Lindqvist");
        jdbc.sql("""
                        insert into reminder (client_id, step, letter, day, leaves_at, closes_at, state, message_id, decided_by,
                            attempts, changed_at)
                        values (?, 0, 'due-today', ?, 0, 0, 'HELD', '<held@letter.example>', ?, 0, ?)""")
                .params(harbour.value(), MONDAY, dana.value(), clock.millis())
                .update();
        jdbc.sql("""
                        insert into reminder_invoice (reminder_id, invoice_id, step, due_on, balance, currency, listed)
                        select id, ?, 0, ?, 9985, 'EUR', false from reminder""").params(invoice.value(), MONDAY).update();

        assertThat(text(answers.why("inv-1001"))).contains("on the day: Dana Lindqvist held the letter");
    }

    @Test
    void cadenceTellsTheRealDaysOfEachStep() {
        ledger.invoice("INV-2001", harbour, LocalDate.of(2013, 6, 29), "EUR 5.00");

        var text = text(answers.cadence("harbour"));

        assertThat(text.lines())
                .contains(
                        "*INV-1001* · Harbour &lt;Books&gt; · due Mon 17 Jun 2013 · cadence \"Standard\", letters leave at the hour unless somebody holds them",
                        "• Mon 17 Jun 2013, on the day: due-today (friendly)",
                        "• Fri 28 Jun 2013, on the day: due-today (friendly)",
                        "• Mon 15 Jul 2013, 14 days after: overdue-14 (firm)");
    }

    @Test
    void cadenceTellsInWhichLanguageALetterComesThatTheClientsLacks() {
        jdbc.sql("update client set language = 'fr', country = 'FR'").update();

        assertThat(text(answers.cadence("inv-1001")).lines())
                .contains(
                        "• Mon 17 Jun 2013, on the day: due-today (friendly); it is missing in French, so the client gets"
                                + " due-today in English");
    }

    @Test
    void asManyInvoicesOfAClientAsAMessageTakesHaveTheirDaysAndTheRestIsCounted() {
        for (int i = 0; i < 60; i++) {
            ledger.invoice("INV-3%03d".formatted(i), harbour, MONDAY.plusDays(i % 20), "EUR 5.00");
        }

        var answer = answers.cadence("harbour");

        long shown =
                text(answer).lines().filter(line -> line.startsWith("*INV-")).count();
        assertThat(shown).isGreaterThan(15);
        assertThat(text(answer))
                .endsWith("and %d more invoices; `/invoices cadence` with the number of one shows its days"
                        .formatted(61 - shown));
        assertThat(answer.text()).startsWith("*INV-1001* · Harbour");
        slackTakes(answer);
    }

    @Test
    void whyTellsEachOfSixtyLetters() {
        sent(60);

        var answer = answers.why("inv-1001");

        assertThat(text(answer).lines().filter(line -> line.contains(": sent ")))
                .hasSize(60);
        assertThat(text(answer)).doesNotContain("earlier");
        slackTakes(answer);
    }

    @Test
    void whyCountsTheOldestOfThoseThatFindNoRoom() {
        sent(300);

        var answer = answers.why("inv-1001");

        var told = text(answer).lines().filter(line -> line.contains(": sent ")).toList();
        assertThat(told).hasSizeGreaterThan(60);
        assertThat(told.getLast()).startsWith("• Sun 16 Jun 2013, named beside others: sent ");
        assertThat(text(answer).lines())
                .contains("… %d earlier entries".formatted(300 - told.size()))
                .anyMatch(line -> line.startsWith("Next: ") || line.startsWith("No further"));
        slackTakes(answer);
    }

    @Test
    void whatIsNotFoundOrNotClearIsSaid() {
        ledger.invoice("INV-1002", harbour, MONDAY, "EUR 5.00");

        assertThat(answers.why("nothing").text()).startsWith("No invoice has a number");
        assertThat(answers.why("inv-100").text())
                .isEqualTo(
                        "Several invoices match \"inv-100\": INV-1001, INV-1002. Ask again with one of their numbers.");
        assertThat(answers.cadence("nothing").text()).isEqualTo("No open invoice matches \"nothing\".");
        assertThat(List.of(InvoicesCommand.parse("why INV-1 "), InvoicesCommand.parse("Cadence acme ltd")))
                .containsExactly(new InvoicesCommand.Why("INV-1"), new InvoicesCommand.Cadence("acme ltd"));
        assertThat(InvoicesCommand.parse("Promise INV-1"))
                .isEqualTo(new InvoicesCommand.Agree(Agreement.PROMISE, "INV-1"));
        assertThat(InvoicesCommand.parse("dispute old town"))
                .isEqualTo(new InvoicesCommand.Agree(Agreement.DISPUTE, "old town"));
        assertThat(InvoicesCommand.parse("hold acme")).isEqualTo(new InvoicesCommand.Agree(Agreement.HOLD, "acme"));
        assertThat(InvoicesCommand.parse("why")).isEqualTo(new InvoicesCommand.Lookup("why"));
    }

    /** A letter about the invoice on each of so many days until yesterday. */
    private void sent(int letters) {
        for (int i = 1; i <= letters; i++) {
            jdbc.sql("""
                            insert into reminder (client_id, step, letter, day, leaves_at, closes_at, state, message_id,
                                attempts, changed_at, subject)
                            values (?, 0, 'due-today', ?, 0, 0, 'SENT', ?, 0, 0, 'Invoice INV-1001 is due')""")
                    .params(harbour.value(), MONDAY.minusDays(i), "<%d@letter.example>".formatted(i))
                    .update();
        }
        jdbc.sql("""
                        insert into reminder_invoice (reminder_id, invoice_id, step, due_on, balance, currency, listed)
                        select id, ?, 0, ?, 9985, 'EUR', true from reminder""").params(invoice.value(), MONDAY).update();
    }

    private static void slackTakes(SlackMessage answer) {
        assertThat(Golden.refusals(SLACK.toJson(answer.blocks()))).isEmpty();
    }

    private static String text(SlackMessage answer) {
        return answer.blocks().stream()
                .map(block -> ((SectionBlock) block).getText().getText())
                .collect(Collectors.joining("\n"));
    }
}
