package dev.beforehand.reminders;

import dev.beforehand.calendar.DailyJob;
import dev.beforehand.mail.Mailer;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Every working day: puts the letters of the day into the outbox and sends them. */
@Component
class ReminderJob implements DailyJob {

    private final ReminderSettings settings;
    private final Mailer mailer;
    private final Leftovers leftovers;
    private final Planning planning;
    private final Departures departures;
    private final ApplicationEventPublisher events;

    ReminderJob(
            ReminderSettings settings,
            Mailer mailer,
            Leftovers leftovers,
            Planning planning,
            Departures departures,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.mailer = mailer;
        this.leftovers = leftovers;
        this.planning = planning;
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
        if (mailer.missing().isPresent()) {
            events.publishEvent(new LettersWaiting(day));
            return;
        }
        planning.plan(day);
        departures.run(day);
    }
}
