package dev.beforehand.reminders;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The letters of a day, from the planning to their leaving. Each step is safe to take again. */
@Component
class DayOfLetters {

    private final LetterDays days;
    private final Planning planning;
    private final Leftovers leftovers;
    private final Standstill standstill;
    private final Departures departures;
    private final ReminderSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DayOfLetters(
            LetterDays days,
            Planning planning,
            Leftovers leftovers,
            Standstill standstill,
            Departures departures,
            ReminderSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.days = days;
        this.planning = planning;
        this.leftovers = leftovers;
        this.standstill = standstill;
        this.departures = departures;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    void plan(LocalDate day) {
        if (planning.plan(day)) {
            days.planned(day);
        }
    }

    /** Sends what may leave by now. Where something keeps back every letter, all stay as they are, and it is said. */
    void send(LocalDate day) {
        leftovers.clear(day);
        if (standstill.today().isPresent()) {
            events.publishEvent(new LettersWaiting(day));
            return;
        }
        if (days.listedAt(day).isPresent()) {
            planWhatWasKeptBack(day);
        }
        // Not before people could look: the digest has to have stood for a while, however late it came.
        days.release(day, clock.instant().minus(settings.notice()));
        departures.run();
    }

    private void planWhatWasKeptBack(LocalDate day) {
        if (!days.isPlanned(day)) {
            plan(day);
            events.publishEvent(new LettersWaiting(day));
        }
    }
}
