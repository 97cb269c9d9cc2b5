package dev.beforehand.reminders;

import dev.beforehand.reminders.Decision.Rest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/**
 * Puts the letters that the cadences ask for into the outbox, and writes down what they ask for in vain. Safe to run again:
 * a client gets one letter a day.
 */
@Component
class Planning {

    /** So many clients go in at once: few enough that nobody waits long for the database. */
    private static final int BATCH = 100;

    private final Leftovers leftovers;
    private final CadencesInForce cadences;
    private final Observations observations;
    private final Standstill standstill;
    private final Postbox postbox;
    private final ThanksPlanning thanks;
    private final ReminderSettings settings;
    private final Clock clock;

    Planning(
            Leftovers leftovers,
            CadencesInForce cadences,
            Observations observations,
            Standstill standstill,
            Postbox postbox,
            ThanksPlanning thanks,
            ReminderSettings settings,
            Clock clock) {
        this.leftovers = leftovers;
        this.cadences = cadences;
        this.observations = observations;
        this.standstill = standstill;
        this.postbox = postbox;
        this.thanks = thanks;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return whether nothing kept back all letters in the meantime; otherwise the day is to be planned again */
    boolean plan(LocalDate day) {
        leftovers.clear(day);
        var free = standstill.today().isEmpty();
        var leavesAt = day.atTime(settings.leaveAt()).atZone(clock.getZone()).toInstant();
        var noticed = clock.instant().plus(settings.notice());
        var notBefore = leavesAt.isBefore(noticed) ? noticed : leavesAt;
        var intake = new Intake(day, notBefore);
        observations.each(cadences.current(), day, intake::add);
        intake.put();
        return thanks.plan(day, notBefore) && intake.free && free;
    }

    /** Some letters, and some that rest, on their way into the database. */
    private final class Intake {

        private final LocalDate day;
        private final Instant notBefore;
        private final ArrayList<Postbox.Put> letters = new ArrayList<>();
        private final ArrayList<Rest> rests = new ArrayList<>();
        private boolean free = true;

        Intake(LocalDate day, Instant notBefore) {
            this.day = day;
            this.notBefore = notBefore;
        }

        void add(Observation seen) {
            free &= seen.standstill() == null;
            var opening = settings.opening(seen, notBefore);
            var decision = ReminderPolicy.decide(seen, day, seen.dateAt(opening.opens()));
            decision.letters()
                    .forEach(letter -> letters.add(new Postbox.Put(seen.client().id(), letter, opening)));
            rests.addAll(decision.rests());
            if (letters.size() + rests.size() >= BATCH) {
                put();
            }
        }

        void put() {
            if (!letters.isEmpty() || !rests.isEmpty()) {
                postbox.put(letters, rests, day);
                letters.clear();
                rests.clear();
            }
        }
    }
}
