package dev.beforehand.slack.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beforehand.invoices.LedgerReport;
import dev.beforehand.invoices.LedgerReport.Refusal;
import dev.beforehand.letters.Language;
import dev.beforehand.letters.Phrases;
import dev.beforehand.letters.Sentence;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerReportMessageTests {

    private static final Sentence DUE = new Sentence("ledger.column.due");
    private static final Sentence NO_HEADER = new Sentence(
            "ledger.problem.no-header", Map.of("file", "invoices.csv", "lines", 20, "columns", List.of(DUE)));

    private final LedgerReportMessage message = new LedgerReportMessage(Phrases.packaged());

    @Test
    void saysWhatChangedAndWhatEachBadRowNeeds() {
        var refusal = new Refusal(17, DUE, "31/02/2026", new Sentence("ledger.remedy.no-date"));
        var report = new LedgerReport(
                "invoices.csv", null, 300, 12, 1, 285, 0, 2, List.of(refusal, refusal), 0, Duration.ofMillis(420));

        assertThat(message.render(report).text()).isEqualTo("""
                :inbox_tray: invoices.csv was read: 300 rows in 0.4 s.
                • 12 are new.
                • 1 has changed.
                :warning: 2 rows could not be read; the others went in.
                • Line 17, due date: "31/02/2026" is no date. Write it like 2013-02-28.
                • Line 17, due date: "31/02/2026" is no date. Write it like 2013-02-28.""");
    }

    @Test
    void hostileValuesStayTextAndManyRefusalsAreCounted() {
        var refusal = new Refusal(
                2,
                new Sentence("ledger.column.total"),
                "<!channel> =cmd() " + "x".repeat(5000),
                new Sentence("ledger.remedy.no-amount"));
        var report = new LedgerReport(
                "in&voices.csv", null, 9_000, 0, 0, 0, 0, 9_000, Collections.nCopies(50, refusal), 0, Duration.ZERO);

        var text = message.render(report).text();

        assertThat(text)
                .contains("in&amp;voices.csv", "&lt;!channel&gt;", "and 8,990 more")
                .hasSizeLessThan(3_500);
    }

    @Test
    void aRefusedFileSaysWhatToDo() {
        var report = LedgerReport.refused("invoices.csv", NO_HEADER, Duration.ZERO);

        assertThat(message.render(report).text())
                .isEqualTo(":warning: invoices.csv was not read, and nothing was changed. invoices.csv was"
                        + " not imported: none of its first 20 lines is a header with columns for due date. Export it as"
                        + " CSV, in UTF-8.");
    }

    @Test
    void whoReadsGermanIsToldInGerman() {
        var refusal = new Refusal(17, DUE, "31/02/2026", new Sentence("ledger.remedy.no-date"));
        var report =
                new LedgerReport("invoices.csv", null, 2, 1, 0, 0, 0, 1, List.of(refusal), 0, Duration.ofMillis(420));
        var refused = LedgerReport.refused("invoices.csv", NO_HEADER, Duration.ZERO);

        Language.in(Locale.GERMAN, () -> {
            assertThat(message.render(report).text())
                    .endsWith("• Zeile 17, Fälligkeitsdatum: „31/02/2026“ ist kein Datum. Schreib es wie 2013-02-28.");
            assertThat(message.render(refused).text()).contains("eine Kopfzeile mit Spalten für Fälligkeitsdatum.");
        });
    }
}
