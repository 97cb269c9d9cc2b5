package dev.beforehand.slack.ledger;

import dev.beforehand.invoices.LedgerReport;
import dev.beforehand.invoices.LedgerReport.Refusal;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What became of a file's rows, line by line; pure. */
final class ReportLines {

    private static final int LONGEST_REMEDY = 250;

    private final Phrases phrases;
    private final List<String> lines = new ArrayList<>();

    ReportLines(Phrases phrases) {
        this.phrases = phrases;
    }

    ReportLines add(String line) {
        lines.add(line);
        return this;
    }

    /** Nothing is said where there is none. */
    ReportLines count(String key, long count) {
        return count > 0 ? add(phrases.say(key, count, Map.of())) : this;
    }

    /** @param surface whose words they are: {@code surface.refused}, {@code surface.more-refused} */
    ReportLines refusals(LedgerReport report, int most, String surface) {
        count(surface + ".refused", report.refused());
        var shown = report.refusals().stream().limit(most).toList();
        shown.forEach(refusal -> add(line(refusal)));
        return count(surface + ".more-refused", report.refused() - shown.size());
    }

    String joined() {
        return String.join("\n", lines);
    }

    private String line(Refusal refusal) {
        return phrases.say(
                "ledger.refusal",
                Map.of(
                        "line", refusal.line(),
                        "field", phrases.say(refusal.field()),
                        "value", Format.name(refusal.value()),
                        "remedy", Format.cut(phrases.say(refusal.remedy()), LONGEST_REMEDY)));
    }
}
