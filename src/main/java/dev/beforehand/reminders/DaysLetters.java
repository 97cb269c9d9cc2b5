package dev.beforehand.reminders;

import dev.beforehand.clients.Client;
import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.reminders.PlannedLetters.Line;
import dev.beforehand.reminders.Reminder.Named;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The letters of a day as they are listed. */
@Component
class DaysLetters {

    private final ReminderRows reminders;
    private final Clients clients;
    private final Colleagues colleagues;

    DaysLetters(ReminderRows reminders, Clients clients, Colleagues colleagues) {
        this.reminders = reminders;
        this.clients = clients;
        this.colleagues = colleagues;
    }

    PlannedLetters on(LocalDate day, int limit, int offset) {
        var lines = reminders.of(day, limit, offset).stream().map(this::line).toList();
        return new PlannedLetters(lines, reminders.count(day));
    }

    private Line line(Reminder reminder) {
        var client = clients.find(reminder.client()).orElseThrow();
        return new Line(
                reminder.id(),
                reminder.kind(),
                client.id(),
                client.name(),
                reminder.mode(),
                reminder.step(),
                reminder.named().stream().map(Named::number).toList(),
                reminder.named().getFirst().dueOn(),
                reminder.totals(),
                manager(client),
                reminder.state(),
                reminder.hours().opens(),
                name(reminder.decidedBy()));
    }

    private String manager(Client client) {
        return Objects.requireNonNullElse(name(client.accountManagerId()), "");
    }

    private @Nullable String name(@Nullable ColleagueId id) {
        return id == null ? null : colleagues.find(id).map(Colleague::name).orElse(null);
    }
}
