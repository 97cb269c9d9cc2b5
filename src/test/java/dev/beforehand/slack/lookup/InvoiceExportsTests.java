package dev.beforehand.slack.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.beforehand.slack.FakeSlack.Received;
import dev.beforehand.slack.SlackTeam;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvoiceExportsTests extends SlackTeam {

    @Test
    void theFileComesIntoTheDirectMessagesOfWhoeverAsks() {
        invoice("INV-1", "=Mill <!here>", LocalDate.of(2013, 6, 10));
        invoice("INV-2", "Harbour", LocalDate.of(2013, 7, 10));

        assertThat(asks("export overdue")).isEmpty();

        var share = shared();
        assertThat(share.fields().get("channel_id")).startsWith("D");
        assertThat(share.fields()).doesNotContainKey("thread_ts");
        assertThat(share.fields().get("initial_comment"))
                .contains("1 invoice that is overdue", "as of Mon 17 Jun 2013");
        assertThat(share.fields().get("files")).contains("invoices-overdue-2013-06-17.csv");
        assertThat(FAKE.received("file").getLast().fields().get("content"))
                .startsWith("\ufeff")
                .contains("INV-1,'=Mill <!here>,", ",2013-06-10,")
                .doesNotContain("INV-2");
        assertThat(answers()).singleElement().asString().contains("A file with 1 invoice is in your direct messages");
        assertThat(jdbc.sql("select count(*) from activity where kind = 'LEDGER_EXPORTED' and actor_id is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aClientIsExportedByWords() {
        invoice("INV-1", "Mill Bakery", LocalDate.of(2013, 6, 10));
        invoice("INV-2", "Harbour", LocalDate.of(2013, 7, 10));

        asks("export client harb");

        shared();
        assertThat(FAKE.received("file").getLast().fields().get("content"))
                .contains("INV-2")
                .doesNotContain("INV-1");
    }

    @Test
    void whereThereIsNothingThereIsNoFile() {
        asks("export overdue");
        await().until(() -> answers().size() == 1);
        asks("export client nobody <!here>");
        await().until(() -> answers().size() == 2);

        assertThat(answers().toString())
                .contains("No invoice is overdue, so there is no file.")
                .contains("No client has the words")
                .doesNotContain("<!here>");
        assertThat(FAKE.received("files.getUploadURLExternal")).isEmpty();
    }

    @Test
    void whatIsNoListOfInvoicesIsNotExported() {
        assertThat(asks("export why INV-1")).contains("cannot look up");
    }

    private void invoice(String number, String client, LocalDate due) {
        ledger.invoice(number, ledger.clientWithoutContact(client), due, "GBP 10.00");
    }

    private Received shared() {
        await().until(() -> !answers().isEmpty());
        return FAKE.received("files.completeUploadExternal").getLast();
    }

    private List<String> answers() {
        return FAKE.received("response").stream()
                .map(answer -> answer.fields().toString())
                .toList();
    }
}
