package dev.beforehand.slack.ledger;

import dev.beforehand.invoices.LedgerReport;
import dev.beforehand.invoices.LedgerReport.Refusal;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A ledger report in a finance lead's words; pure. */
@Component
class LedgerReportMessage {

    private static final int REFUSALS = 10;
    private static final int LONGEST_FILE = 80;
    private static final int LONGEST_REMEDY = 250;

    private final Phrases phrases;

    LedgerReportMessage(Phrases phrases) {
        this.phrases = phrases;
    }

    SlackMessage render(LedgerReport report) {
        var file = Format.cut(report.file(), LONGEST_FILE);
        if (report.problem() != null) {
            return SlackMessage.of(phrases.say("ledger.refused", Map.of("file", file, "problem", report.problem())));
        }
        var lines = new ArrayList<String>();
        lines.add(phrases.say(
                "ledger.read",
                report.rows(),
                Map.of("file", file, "seconds", "%.1f".formatted(report.took().toMillis() / 1000.0))));
        count(lines, "ledger.added", report.added());
        count(lines, "ledger.changed", report.changed());
        count(lines, "ledger.missing", report.missing());
        count(lines, "ledger.rows-refused", report.refused());
        report.refusals().stream().limit(REFUSALS).map(this::line).forEach(lines::add);
        count(
                lines,
                "ledger.more-refused",
                report.refused() - Math.min(REFUSALS, report.refusals().size()));
        return SlackMessage.of(String.join("\n", lines));
    }

    private void count(List<String> lines, String key, long count) {
        if (count > 0) {
            lines.add(phrases.say(key, count, Map.of()));
        }
    }

    private String line(Refusal refusal) {
        return phrases.say(
                "ledger.refusal",
                Map.of(
                        "line", refusal.line(),
                        "field", refusal.field(),
                        "value", Format.name(refusal.value()),
                        "remedy", Format.cut(refusal.remedy(), LONGEST_REMEDY)));
    }
}
