package dev.beforehand.invoices.ledger;

import dev.beforehand.clients.ColleagueId;
import dev.beforehand.invoices.LedgerImported;
import dev.beforehand.invoices.LedgerPreview;
import dev.beforehand.invoices.LedgerReport;
import dev.beforehand.invoices.LedgerReport.Refusal;
import dev.beforehand.invoices.LedgerUploads;
import dev.beforehand.money.Totals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Reads handed-in files as the watched ones are read. */
@Service
class UploadedFiles implements LedgerUploads {

    private static final Logger log = LoggerFactory.getLogger(UploadedFiles.class);

    /** Under which name the last one of each kind is remembered; {@code LedgerAge} passes over clients. */
    private static final String LEDGER = "upload:invoices.csv";

    private static final String ROWS = "upload:rows.csv";
    private static final String CLIENTS = "upload:clients.csv";

    private final InvoicesFile invoicesFile;
    private final ClientsFile clientsFile;
    private final ImportedFiles imported;
    private final LedgerSettings settings;
    private final LedgerPlace place;
    private final ApplicationEventPublisher events;

    UploadedFiles(
            InvoicesFile invoicesFile,
            ClientsFile clientsFile,
            ImportedFiles imported,
            LedgerSettings settings,
            LedgerPlace place,
            ApplicationEventPublisher events) {
        this.invoicesFile = invoicesFile;
        this.clientsFile = clientsFile;
        this.imported = imported;
        this.settings = settings;
        this.place = place;
        this.events = events;
    }

    @Override
    public LedgerPreview preview(Path file, Consumer<Refusal> refused) throws IOException {
        var ledger = imported.state();
        boolean whole = !isOfClients(file) && !place.isWatched();
        try {
            if (isOfClients(file)) {
                return new LedgerPreview(
                        clientsFile.preview(file, refused), whole, 0, Totals.NONE, Totals.NONE, ledger);
            }
            var preview = invoicesFile.preview(file, whole, refused);
            return new LedgerPreview(
                    preview.report(), whole, preview.reopened(), preview.amounts(), preview.open(), ledger);
        } catch (LedgerRefused e) {
            var report = refused(file, e);
            return new LedgerPreview(report, whole, 0, Totals.NONE, Totals.NONE, ledger);
        }
    }

    /** One after the other: the second of two that were looked at together is looked at again. */
    @Override
    public Optional<LedgerReport> take(Path file, Instant asOf, String ledger, ColleagueId by) throws IOException {
        imported.turn().lock();
        try {
            return imported.state().equals(ledger) ? Optional.of(take(file, asOf, by)) : Optional.empty();
        } finally {
            imported.turn().unlock();
        }
    }

    private LedgerReport take(Path file, Instant asOf, ColleagueId by) throws IOException {
        var report = read(file);
        if (report.problem() == null) {
            var fingerprint = Fingerprint.exact(file, settings + " " + place.currency());
            imported.handedIn(path(file), fingerprint, addsToALedger(file) ? Instant.EPOCH : asOf, report, by);
            log.info("{}", report.sentence());
            events.publishEvent(new LedgerImported(report));
        }
        return report;
    }

    private LedgerReport read(Path file) throws IOException {
        try {
            if (isOfClients(file)) {
                return clientsFile.take(file);
            }
            return place.isWatched() ? invoicesFile.add(file) : invoicesFile.take(file);
        } catch (LedgerRefused e) {
            return refused(file, e);
        }
    }

    private String path(Path file) {
        if (isOfClients(file)) {
            return CLIENTS;
        }
        return place.isWatched() ? ROWS : LEDGER;
    }

    /** Such rows say nothing of what else was paid, so the ledger is no younger for them. */
    private boolean addsToALedger(Path file) {
        return !isOfClients(file) && place.isWatched();
    }

    private static boolean isOfClients(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).startsWith("clients");
    }

    private static LedgerReport refused(Path file, LedgerRefused refused) {
        return LedgerReport.refused(file.getFileName().toString(), refused.sentence(), Duration.ZERO);
    }
}
