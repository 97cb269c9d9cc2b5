package dev.beforehand.reminders;

import dev.beforehand.letters.Sentence;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins letters, so that one which cannot be made ready does not hold up the others. */
final class Beginnings {

    private static final Logger log = LoggerFactory.getLogger(Beginnings.class);

    private final Handover handover;
    private final Standstill standstill;
    private final Lessons lessons;

    /** Those that could not be made ready once; the database may have been away. */
    private final Set<ReminderId> brokeOff = ConcurrentHashMap.newKeySet();

    Beginnings(Handover handover, Standstill standstill, Lessons lessons) {
        this.handover = handover;
        this.standstill = standstill;
        this.lessons = lessons;
    }

    /** Those of the letters that are to leave now. Where none may, the lesson is that the run is over. */
    List<Departing> begin(List<ReminderId> ids) {
        standstill.sentence().ifPresent(lessons::end);
        if (lessons.over() != null) {
            return List.of();
        }
        try {
            return handover.begin(ids);
        } catch (RuntimeException e) {
            return ids.size() > 1 ? oneByOne(ids) : brokenOff(ids.getFirst(), e);
        }
    }

    private List<Departing> oneByOne(List<ReminderId> ids) {
        return ids.stream().flatMap(id -> begin(List.of(id)).stream()).toList();
    }

    private List<Departing> brokenOff(ReminderId id, RuntimeException why) {
        log.error("The try to send letter {} broke off.", id, why);
        if (!brokeOff.add(id)) {
            putAside(id);
        }
        return List.of();
    }

    private void putAside(ReminderId id) {
        try {
            brokeOff.remove(id);
            if (!handover.putAside(id)) {
                lessons.end(new Sentence("delivery.none-ready"));
            }
        } catch (RuntimeException e) {
            lessons.end(new Sentence("delivery.none-ready"));
            log.error("Letter {} could not be put aside; it is looked after in a few minutes.", id, e);
        }
    }
}
