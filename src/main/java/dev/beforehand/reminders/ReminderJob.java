package dev.beforehand.reminders;

import dev.beforehand.calendar.DailyJob;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Every working day, when the digest has listed them: lets the letters of the day go. */
@Component
class ReminderJob implements DailyJob {

    private final ReminderSettings settings;
    private final Standstill standstill;
    private final Leftovers leftovers;
    private final Postbox postbox;
    private final Departures departures;
    private final ApplicationEventPublisher events;

    ReminderJob(
            ReminderSettings settings,
            Standstill standstill,
            Leftovers leftovers,
            Postbox postbox,
            Departures departures,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.standstill = standstill;
        this.leftovers = leftovers;
        this.postbox = postbox;
        this.departures = departures;
        this.events = events;
    }

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public LocalTime time() {
        return settings.leaveAt();
    }

    @Override
    public void run(LocalDate day) {
        leftovers.clear(day);
        if (standstill.today().isPresent()) {
            events.publishEvent(new LettersWaiting(day));
            return;
        }
        postbox.release(day);
        departures.run(day);
    }
}
