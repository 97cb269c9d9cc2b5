package dev.beforehand.slack.ledger;

import dev.beforehand.invoices.LedgerPreview;
import dev.beforehand.invoices.LedgerReport;
import dev.beforehand.invoices.LedgerReport.Refusal;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the import of a file would do, or has done, in words; pure. */
@Component
class PreviewText {

    /** How many refused rows stand on the card itself. */
    static final int REFUSALS = 5;

    private static final int LONGEST_REMEDY = 250;
    private static final int LONGEST_SUMS = 600;

    private final Phrases phrases;

    PreviewText(Phrases phrases) {
        this.phrases = phrases;
    }

    /** @param droppedAt from when on the file counts as the ledger, where it is the ledger */
    String of(LedgerPreview preview, Instant droppedAt) {
        var report = preview.report();
        var summary = counts(report);
        if (!preview.amounts().isEmpty()) {
            summary.add(phrases.say(
                    "upload.sums",
                    Map.of(
                            "amounts",
                            Format.cut(Format.totals(preview.amounts()), LONGEST_SUMS),
                            "open",
                            preview.open().isEmpty()
                                    ? false
                                    : Format.cut(Format.totals(preview.open()), LONGEST_SUMS))));
        }
        var paragraphs = new ArrayList<String>();
        paragraphs.add(String.join("\n", summary));
        paragraphs.add(refusals(report));
        count(paragraphs, "upload.reopened", preview.reopened());
        if (!preview.amounts().isEmpty()) {
            paragraphs.add(
                    preview.isWhole()
                            ? phrases.say("upload.whole", Map.of("when", Format.moment(droppedAt)))
                            : phrases.say("upload.added"));
        }
        return paragraphs.stream()
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining(UploadCards.PARAGRAPH));
    }

    /** After the import. */
    String of(LedgerReport report) {
        return String.join("\n", counts(report)) + UploadCards.PARAGRAPH + refusals(report);
    }

    private List<String> counts(LedgerReport report) {
        var lines = new ArrayList<String>();
        lines.add(phrases.say("upload.rows", report.rows(), Map.of()));
        count(lines, "upload.new", report.added());
        count(lines, "upload.changed", report.changed());
        count(lines, "upload.unchanged", report.unchanged());
        count(lines, "upload.left-out", report.leftOut());
        count(lines, "upload.missing", report.missing());
        return lines;
    }

    private String refusals(LedgerReport report) {
        var lines = new ArrayList<String>();
        count(lines, "upload.refused", report.refused());
        report.refusals().stream().limit(REFUSALS).map(this::line).forEach(lines::add);
        count(lines, "upload.more-refused", report.refused() - Math.min(REFUSALS, report.refused()));
        return String.join("\n", lines);
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
