package dev.beforehand.reminders;

import dev.beforehand.calendar.WorkingDays;
import dev.beforehand.clients.Client;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.reminders.PlannedLetters.Line;
import dev.beforehand.reminders.Reminder.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** Which letters leave on a day: those in the outbox and, until the cadence has had its turn, those that it will ask for. */
@Component
class Forecast {

    private final ReminderRows reminders;
    private final Queue queue;
    private final ComingLetters coming;
    private final ReminderSettings settings;
    private final WorkingDays workingDays;
    private final Clients clients;
    private final Colleagues colleagues;
    private final Clock clock;

    Forecast(
            ReminderRows reminders,
            Queue queue,
            ComingLetters coming,
            ReminderSettings settings,
            WorkingDays workingDays,
            Clients clients,
            Colleagues colleagues,
            Clock clock) {
        this.reminders = reminders;
        this.queue = queue;
        this.coming = coming;
        this.settings = settings;
        this.workingDays = workingDays;
        this.clients = clients;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    LocalTime leaveAt() {
        return settings.leaveAt();
    }

    PlannedLetters on(LocalDate day, int limit, int offset) {
        var written = reminders.count(day);
        var lines = new ArrayList<>(
                reminders.of(day, limit, offset).stream().map(this::line).toList());
        if (!isStillToBePlanned(day)) {
            return new PlannedLetters(lines, written);
        }
        var planned = coming.on(day, limit - lines.size(), Math.max(0, offset - written));
        lines.addAll(planned.lines());
        return new PlannedLetters(lines, written + planned.total());
    }

    private boolean isStillToBePlanned(LocalDate day) {
        var now = LocalDateTime.now(clock);
        var itsTurn = day.atTime(settings.leaveAt());
        return workingDays.contains(day)
                && !day.isBefore(now.toLocalDate())
                && (now.isBefore(itsTurn) || !queue.isPlanned(day));
    }

    private Line line(Reminder reminder) {
        var client = clients.find(reminder.client()).orElseThrow();
        return new Line(
                client.id(),
                client.name(),
                reminder.step(),
                reminder.named().stream().map(Named::number).toList(),
                reminder.invoices().getFirst().dueOn(),
                reminder.totals(),
                manager(client),
                reminder.state());
    }

    private String manager(Client client) {
        return client.accountManagerId() == null
                ? ""
                : colleagues
                        .find(client.accountManagerId())
                        .map(Colleague::name)
                        .orElse("");
    }
}
