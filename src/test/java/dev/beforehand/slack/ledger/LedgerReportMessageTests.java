package dev.beforehand.slack.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.invoices.LedgerReport;
import dev.beforehand.invoices.LedgerReport.Refusal;
import dev.beforehand.letters.Phrases;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerReportMessageTests {

    private final LedgerReportMessage message = new LedgerReportMessage(Phrases.packaged());

    @Test
    void saysWhatChangedAndWhatEachBadRowNeeds() {
        var refusal = new Refusal(17, "due date", "31/02/2026", "is no date; write one like 2026-02-28.");
        var report = new LedgerReport(
                "invoices.csv", null, 300, 12, 1, 285, 0, 2, List.of(refusal, refusal), 0, Duration.ofMillis(420));

        assertThat(message.render(report).text()).isEqualTo("""
                :inbox_tray: invoices.csv was read: 300 rows in 0.4 s.
                • 12 are new.
                • 1 has changed.
                :warning: 2 rows could not be read; the others went in.
                • Line 17, due date: "31/02/2026" is no date; write one like 2026-02-28.
                • Line 17, due date: "31/02/2026" is no date; write one like 2026-02-28.""");
    }

    @Test
    void hostileValuesStayTextAndManyRefusalsAreCounted() {
        var refusal = new Refusal(2, "amount", "<!channel> =cmd() " + "x".repeat(5000), "is no amount.");
        var report = new LedgerReport(
                "in&voices.csv", null, 9_000, 0, 0, 0, 0, 9_000, Collections.nCopies(50, refusal), 0, Duration.ZERO);

        var text = message.render(report).text();

        assertThat(text)
                .contains("in&amp;voices.csv", "&lt;!channel&gt;", "and 8,990 more")
                .hasSizeLessThan(3_500);
    }

    @Test
    void aRefusedFileSaysWhatToDo() {
        var report = LedgerReport.refused("invoices.csv", "It has no column for the due date.", Duration.ZERO);

        assertThat(message.render(report).text())
                .isEqualTo(
                        ":warning: invoices.csv was not read, and nothing was changed. It has no column for the due date.");
    }
}
