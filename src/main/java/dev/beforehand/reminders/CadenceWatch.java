package dev.beforehand.reminders;

import dev.beforehand.letters.MessageFolder;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes in changes of the file of cadences: a good one comes into force once it was said what it changes. The file is read
 * at every look, because what is wrong with it may be mended elsewhere, as by a letter that is added.
 */
@Component
class CadenceWatch {

    private static final Logger log = LoggerFactory.getLogger(CadenceWatch.class);

    private final CadencesInForce inForce;
    private final CadenceChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** What was told of already. */
    private List<String> refused = List.of();

    CadenceWatch(CadencesInForce inForce, CadenceChanges changes, ApplicationEventPublisher events, Clock clock) {
        this.inForce = inForce;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /** Safe to call at any time: whatever goes wrong, the cadences in force stay, and it is tried again. */
    synchronized void look() {
        try {
            var before = inForce.current();
            inForce.changed().ifPresent(file -> take(file, before));
            refused = List.of();
        } catch (CadencesRefused e) {
            refuse(e.problems());
        } catch (UncheckedIOException e) {
            refuse(List.of(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            log.error("The change of the cadences could not be told of or not be tried, so it is not in force yet.", e);
        }
    }

    private void take(MessageFolder.Found file, Cadences before) {
        var change = changes.of(file.name(), before, inForce.read(file), LocalDate.now(clock));
        events.publishEvent(new CadencesChanging(change));
        inForce.enforce(file.text());
        log.info(
                "{} is in force: of {} open invoices, {} have another cadence and {} other letters to come.",
                file.name(),
                change.open(),
                change.otherCadence(),
                change.otherLetters());
    }

    private void refuse(List<String> problems) {
        if (problems.equals(refused)) {
            return;
        }
        log.error("The cadences were refused, and those in force stay.\n{}", String.join("\n", problems));
        try {
            events.publishEvent(
                    new CadenceFileRefused(problems, inForce.current().all().isEmpty()));
            refused = problems;
        } catch (RuntimeException e) {
            log.error("Nobody could be told that the cadences were refused; it is tried again.", e);
        }
    }
}
