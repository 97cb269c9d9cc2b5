package dev.beforehand.slack.ledger;

import dev.beforehand.invoices.LedgerReport;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A ledger report in a finance lead's words; pure. */
@Component
class LedgerReportMessage {

    private static final int REFUSALS = 10;
    private static final int LONGEST_FILE = 80;

    private final Phrases phrases;

    LedgerReportMessage(Phrases phrases) {
        this.phrases = phrases;
    }

    SlackMessage render(LedgerReport report) {
        var file = Format.cut(report.file(), LONGEST_FILE);
        if (report.problem() != null) {
            return SlackMessage.of(
                    phrases.say("ledger.refused", Map.of("file", file, "problem", phrases.say(report.problem()))));
        }
        var lines = new ReportLines(phrases)
                .add(phrases.say(
                        "ledger.read",
                        report.rows(),
                        Map.of(
                                "file",
                                file,
                                "seconds",
                                Format.decimal(report.took().toMillis() / 1000.0))))
                .count("ledger.added", report.added())
                .count("ledger.changed", report.changed())
                .count("ledger.missing", report.missing())
                .refusals(report, REFUSALS, "ledger.rows");
        return SlackMessage.of(lines.joined());
    }
}
