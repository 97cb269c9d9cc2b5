package dev.beforehand.slack.ledger;

import dev.beforehand.invoices.LedgerPreview;
import dev.beforehand.invoices.LedgerReport;
import dev.beforehand.letters.Phrases;
import dev.beforehand.slack.Format;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the import of a file would do, or has done, in words; pure. */
@Component
class PreviewText {

    /** How many refused rows stand on the card itself. */
    static final int REFUSALS = 5;

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
        paragraphs.add(summary.joined());
        paragraphs.add(refusals(report));
        paragraphs.add(new ReportLines(phrases)
                .count("upload.reopened", preview.reopened())
                .joined());
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
        return counts(report).joined() + UploadCards.PARAGRAPH + refusals(report);
    }

    private ReportLines counts(LedgerReport report) {
        return new ReportLines(phrases)
                .add(phrases.say("upload.rows", report.rows(), Map.of()))
                .count("upload.new", report.added())
                .count("upload.changed", report.changed())
                .count("upload.unchanged", report.unchanged())
                .count("upload.left-out", report.leftOut())
                .count("upload.missing", report.missing());
    }

    private String refusals(LedgerReport report) {
        return new ReportLines(phrases).refusals(report, REFUSALS, "upload").joined();
    }
}
