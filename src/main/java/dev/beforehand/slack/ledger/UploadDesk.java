package dev.beforehand.slack.ledger;

import dev.beforehand.invoices.LedgerPreview;
import dev.beforehand.invoices.LedgerUploads;
import dev.beforehand.letters.Phrases;
import dev.beforehand.letters.Sentence;
import dev.beforehand.slack.Format;
import dev.beforehand.slack.SlackDownloads;
import dev.beforehand.slack.SlackDownloads.Download;
import dev.beforehand.slack.SlackFile;
import dev.beforehand.slack.SlackGateway;
import dev.beforehand.slack.ledger.Upload.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Looks at dropped files and imports those that somebody wants. What was looked at is kept until it was imported, or
 * cancelled, or a day is over. Each may be called again after a crash. Not within a transaction.
 */
@Component
class UploadDesk {

    private static final Logger log = LoggerFactory.getLogger(UploadDesk.class);

    /** How long a file waits for a decision. */
    static final Duration KEPT = Duration.ofDays(1);

    /** Whoever has not come to an end by then has died. */
    private static final Duration DIED = Duration.ofMinutes(15);

    private static final int LONGEST_PROBLEM = 2_000;

    private final Uploads uploads;
    private final KeptBytes bytes;
    private final UploadCards cards;
    private final PreviewText text;
    private final LedgerUploads ledger;
    private final SlackDownloads downloads;
    private final SlackGateway gateway;
    private final UploadSettings settings;
    private final Phrases phrases;
    private final Clock clock;

    UploadDesk(
            Uploads uploads,
            KeptBytes bytes,
            UploadCards cards,
            PreviewText text,
            LedgerUploads ledger,
            SlackDownloads downloads,
            SlackGateway gateway,
            UploadSettings settings,
            Phrases phrases,
            Clock clock) {
        this.uploads = uploads;
        this.bytes = bytes;
        this.cards = cards;
        this.text = text;
        this.ledger = ledger;
        this.downloads = downloads;
        this.gateway = gateway;
        this.settings = settings;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** What is done with a file on the disk. */
    private interface Work {
        void with(Path file) throws IOException;
    }

    /** Fetches it and shows what its import would do. */
    void look(long id) {
        uploads.find(id).filter(upload -> upload.state() == State.ARRIVED).ifPresent(upload -> {
            try {
                onDisk(upload, file -> look(upload, file));
            } catch (RuntimeException e) {
                log.error("A dropped file could not be looked at.", e);
                end(upload, State.REFUSED, phrases.say("error.failed"));
            }
        });
    }

    /**
     * Imports what was shown, or shows it again where the ledger is not what it was.
     *
     * @return false where it broke off, and waits for another try
     */
    boolean take(long id) {
        var upload =
                uploads.find(id).filter(each -> each.state() == State.IMPORTING).orElse(null);
        if (upload == null) {
            return true;
        }
        try {
            onDisk(upload, file -> take(upload, file));
            return true;
        } catch (RuntimeException e) {
            log.error("The import of a dropped file broke off.", e);
            uploads.undecide(id);
            cards.show(upload);
            return false;
        }
    }

    private void look(Upload upload, Path file) throws IOException {
        var refusal = fetch(upload, file);
        if (refusal.isPresent()) {
            end(upload, State.REFUSED, refusal.get());
        } else {
            bytes.keep(upload.id(), file);
            look(upload, file, "");
        }
    }

    private void take(Upload upload, Path file) throws IOException {
        bytes.writeTo(file, upload.id());
        var by = Objects.requireNonNull(upload.decidedBy());
        var report = ledger.take(file, upload.droppedAt(), upload.ledger(), by).orElse(null);
        if (report == null) {
            look(upload, file, phrases.say("upload.again") + UploadCards.PARAGRAPH);
        } else if (report.problem() instanceof Sentence problem) {
            end(upload, State.REFUSED, escaped(problem));
        } else {
            end(upload, State.IMPORTED, text.of(report));
        }
    }

    /** Somebody does not want it. */
    void cancelled(Upload upload) {
        uploads.dropParts(upload.id());
        cards.show(upload);
    }

    void tidyUp() {
        var died = clock.instant().minus(DIED);
        uploads.inStateSince(State.ARRIVED, died).forEach(upload -> look(upload.id()));
        uploads.inStateSince(State.IMPORTING, died).forEach(upload -> take(upload.id()));
        uploads.inStateSince(State.WAITING, clock.instant().minus(KEPT))
                .forEach(upload -> end(upload, State.EXPIRED, upload.said()));
    }

    private void look(Upload upload, Path file, String before) throws IOException {
        var refused = new RefusedRows(phrases);
        var preview = ledger.preview(file, refused::add);
        if (preview.report().problem() instanceof Sentence problem) {
            end(upload, State.REFUSED, escaped(problem));
        } else if (uploads.awaitDecision(
                upload.id(), upload.state(), preview.ledger(), before + said(upload, preview))) {
            cards.show(upload);
            list(upload, refused);
        }
    }

    private String said(Upload upload, LedgerPreview preview) {
        return text.of(preview, upload.droppedAt());
    }

    private void list(Upload upload, RefusedRows refused) {
        if (refused.count() > PreviewText.REFUSALS) {
            var comment = phrases.say(
                    "upload.refused-rows",
                    refused.count(),
                    Map.of("more", refused.leftOut() > 0 ? Format.count(refused.leftOut()) : false));
            var file = new SlackFile(phrases.say("upload.refused-file"), refused.text());
            cards.shown(upload).ifPresent(card -> gateway.share(card, comment, List.of(file)));
        }
    }

    private void end(Upload upload, State to, String said) {
        if (uploads.end(upload.id(), upload.state(), to, said)) {
            uploads.dropParts(upload.id());
            cards.show(upload);
        }
    }

    private String escaped(Sentence problem) {
        return phrases.say("upload.problem", Map.of("problem", Format.cut(phrases.say(problem), LONGEST_PROBLEM)));
    }

    /** @return why it cannot be had, or is no table */
    private Optional<String> fetch(Upload upload, Path file) throws IOException {
        var kind = FileKind.named(upload.name());
        if (kind == FileKind.TABLE) {
            var download = downloads.fetch(upload.address(), file, settings.largestUpload());
            if (download != Download.DONE) {
                var most = Format.size(settings.largestUpload());
                return Optional.of(phrases.say("upload.download." + download, Map.of("most", most)));
            }
            kind = FileKind.beginningWith(beginning(file));
        }
        return kind == FileKind.TABLE ? Optional.empty() : Optional.of(phrases.say("upload.kind." + kind));
    }

    private static byte[] beginning(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(FileKind.BEGINNING);
        }
    }

    /** In a folder of its own, since a report calls a file by its name. */
    private static void onDisk(Upload upload, Work work) {
        try {
            var folder = Files.createTempDirectory("beforehand-upload");
            try {
                work.with(folder.resolve(upload.name()));
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
