package dev.beforehand.practice;

import dev.beforehand.calendar.DailyJobs;
import dev.beforehand.invoices.Payments;
import dev.beforehand.practice.workspace.Changed;
import dev.beforehand.reminders.Reminders;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Moves the practice day one on: what is left of today happens, payments arrive, and the new day's digest is posted. */
@Component
@ConditionalOnProperty("beforehand.practice.on")
public class NextMorning {

    private final PracticeClock clock;
    private final DailyJobs jobs;
    private final Payments payments;
    private final Reminders reminders;
    private final Changed changed;

    NextMorning(PracticeClock clock, DailyJobs jobs, Payments payments, Reminders reminders, Changed changed) {
        this.clock = clock;
        this.jobs = jobs;
        this.payments = payments;
        this.reminders = reminders;
        this.changed = changed;
    }

    /**
     * Waits until all has happened.
     *
     * @return what went wrong, in words for a person; empty where nothing did
     */
    public synchronized Optional<String> come() {
        var morning = LocalDate.now(clock).plusDays(1).atTime(jobs.times().getFirst());
        var all = letTheDayEnd();
        letTheHoursPass(morning);
        changed.tell();
        payments.note(morning.toLocalDate());
        all &= jobs.runDue();
        changed.tell();
        return all ? Optional.empty() : Optional.of("Something of the day went wrong; the log says what and why.");
    }

    /**
     * What is left of today happens, up to its last job.
     *
     * @return whether nothing went wrong
     */
    public synchronized boolean letTheDayEnd() {
        var today = LocalDate.now(clock);
        var all = true;
        for (var time : jobs.times()) {
            if (LocalDateTime.now(clock).isBefore(today.atTime(time))) {
                letTheHoursPass(today.atTime(time));
                all &= jobs.runDue();
            }
        }
        return all;
    }

    /** Until that moment letters leave in the hours of their clients. */
    private void letTheHoursPass(LocalDateTime until) {
        reminders.sendDue();
        var next = reminders.nextDeparture();
        while (next.isPresent()
                && next.get().isBefore(until.atZone(clock.getZone()).toInstant())) {
            clock.moveTo(LocalDateTime.ofInstant(next.get(), clock.getZone()));
            reminders.sendDue();
            next = reminders.nextDeparture();
        }
        clock.moveTo(until);
    }
}
