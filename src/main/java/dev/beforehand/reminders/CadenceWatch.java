package dev.beforehand.reminders;

import dev.beforehand.letters.MessageFolder;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes in changes of the file of cadences: a good one comes into force once it was said what it changes. */
@Component
class CadenceWatch {

    private static final Logger log = LoggerFactory.getLogger(CadenceWatch.class);

    private final CadencesInForce inForce;
    private final CadenceChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private @Nullable String refused;

    CadenceWatch(CadencesInForce inForce, CadenceChanges changes, ApplicationEventPublisher events, Clock clock) {
        this.inForce = inForce;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /** Safe to call at any time; what was refused is told once. */
    synchronized void look() {
        var before = inForce.current();
        try {
            inForce.changed().filter(file -> !file.text().equals(refused)).ifPresent(file -> take(file, before));
        } catch (UncheckedIOException e) {
            refuse(e.toString(), List.of(String.valueOf(e.getMessage())));
        }
    }

    private void take(MessageFolder.Found file, Cadences before) {
        Cadences after;
        try {
            after = inForce.read(file);
        } catch (CadencesRefused e) {
            refuse(file.text(), e.problems());
            return;
        }
        var change = changes.of(file.name(), before, after, LocalDate.now(clock));
        events.publishEvent(new CadencesChanging(change));
        inForce.enforce(file.text());
        log.info(
                "{} is in force: of {} open invoices, {} have another cadence and {} another next letter.",
                file.name(),
                change.open(),
                change.otherCadence(),
                change.otherLetter());
    }

    private void refuse(String what, List<String> problems) {
        if (!what.equals(refused)) {
            refused = what;
            log.error("The cadences were refused, and those in force stay.\n{}", String.join("\n", problems));
            events.publishEvent(new CadenceFileRefused(problems));
        }
    }
}
