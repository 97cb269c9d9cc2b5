package dev.beforehand.invoices.ledger;

import dev.beforehand.invoices.LedgerImported;
import dev.beforehand.invoices.LedgerReport;
import dev.beforehand.letters.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/**
 * Looks after the ledger's files: one that changed is taken in when it has stood still for a while, because until then it
 * may still be being written.
 */
@Service
class LedgerWatch {

    private static final Logger log = LoggerFactory.getLogger(LedgerWatch.class);

    /** States that no file's fingerprint is like. */
    private static final String GONE = "gone";

    private static final String UNREADABLE = "unreadable";

    private final InvoicesFile invoicesFile;
    private final ClientsFile clientsFile;
    private final ImportedFiles imported;
    private final LedgerSettings settings;
    private final LedgerPlace place;
    private final ApplicationEventPublisher events;
    private final Map<Path, Seen> seen = new HashMap<>();
    private final Map<Path, String> done = new HashMap<>();

    LedgerWatch(
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

    /** Before the day's jobs, which shall know what the ledger says. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void start() throws InterruptedException {
        if (look()) {
            Thread.sleep(settings.settles());
            look();
        }
    }

    /**
     * Takes in what has changed and stands still.
     *
     * @return whether there is a file that has changed and does not
     */
    boolean look() {
        if (place.ledger() == null || !place.isWatched()) {
            return false;
        }
        imported.turn().lock();
        try {
            var ledger = Path.of(place.ledger()).toAbsolutePath().normalize();
            boolean folder = Files.isDirectory(ledger);
            boolean moving = folder && readable(ledger.resolve("clients.csv"), clientsFile::take, false);
            return readable(folder ? ledger.resolve("invoices.csv") : ledger, invoicesFile::take, true) || moving;
        } finally {
            imported.turn().unlock();
        }
    }

    private boolean readable(Path path, Taking taking, boolean needed) {
        try {
            return look(path, taking, needed);
        } catch (IOException e) {
            log.debug("{} could not be read.", path.getFileName(), e);
            sayOnce(
                    path,
                    UNREADABLE,
                    new Sentence(
                            "ledger.problem.unreadable",
                            Map.of("path", path.toString(), "error", String.valueOf(e.getMessage()))));
            return false;
        }
    }

    private boolean look(Path path, Taking taking, boolean needed) throws IOException {
        var state = Fingerprint.quick(path);
        if (state == null) {
            if (needed || done.containsKey(path)) {
                sayOnce(path, GONE, new Sentence("ledger.problem.gone", Map.of("path", path.toString())));
            }
            return false;
        }
        if (state.equals(done.get(path))) {
            return false;
        }
        var before = seen.get(path);
        if (before == null || !state.equals(before.state())) {
            seen.put(path, new Seen(state, System.nanoTime()));
            return true;
        }
        if (System.nanoTime() - before.since() < settings.settles().toNanos()) {
            return true;
        }
        take(path, state, taking);
        return false;
    }

    private void sayOnce(Path path, String state, Sentence problem) {
        if (!state.equals(done.put(path, state))) {
            seen.remove(path);
            var report = LedgerReport.refused(path.getFileName().toString(), problem, Duration.ZERO);
            imported.tell(report);
            tell(report);
        }
    }

    private void take(Path path, String state, Taking taking) throws IOException {
        var fingerprint = Fingerprint.exact(path, settings + " " + place.currency());
        var asOf = Files.getLastModifiedTime(path).toInstant();
        if (imported.has(path, fingerprint)) {
            imported.confirm(path, asOf);
        } else {
            var report = read(path, taking);
            if (!state.equals(Fingerprint.quick(path))) {
                log.info("{} was written while it was read, and will be read again.", path.getFileName());
                return;
            }
            if (remember(path, fingerprint, asOf, report)) {
                tell(report);
            }
        }
        done.put(path, state);
    }

    private boolean remember(Path path, String fingerprint, Instant asOf, LedgerReport report) {
        if (report.problem() == null) {
            return imported.add(path, fingerprint, asOf, report);
        }
        imported.tell(report);
        return true;
    }

    private static LedgerReport read(Path path, Taking taking) throws IOException {
        long start = System.nanoTime();
        try {
            return taking.take(path);
        } catch (LedgerRefused refused) {
            return LedgerReport.refused(
                    path.getFileName().toString(), refused.sentence(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void tell(LedgerReport report) {
        log.atLevel(report.problem() == null ? Level.INFO : Level.WARN).log("{}", report.sentence());
        events.publishEvent(new LedgerImported(report));
    }

    /** The state in which a file was seen, and since when it is in it, by {@link System#nanoTime}. */
    private record Seen(String state, long since) {}

    /** How a file is taken in. */
    private interface Taking {

        LedgerReport take(Path path) throws IOException;
    }
}
