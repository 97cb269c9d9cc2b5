package dev.beforehand.slack.reminders;

import dev.beforehand.clients.Clients;
import dev.beforehand.clients.Colleague;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.clients.Colleagues;
import dev.beforehand.reminders.Reminder;
import dev.beforehand.reminders.ReminderId;
import dev.beforehand.reminders.Reminders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a letter's card whole from the database. */
@Component
class ReminderCardReader {

    private final Reminders reminders;
    private final Clients clients;
    private final Colleagues colleagues;

    ReminderCardReader(Reminders reminders, Clients clients, Colleagues colleagues) {
        this.reminders = reminders;
        this.clients = clients;
        this.colleagues = colleagues;
    }

    /** The card as of now; empty where there is no such letter. */
    Optional<ReminderCard> read(ReminderId id) {
        return reminders.find(id).map(this::card);
    }

    private ReminderCard card(Reminder reminder) {
        var client = clients.find(reminder.client()).orElseThrow();
        return new ReminderCard(
                reminder,
                client.name(),
                name(client.accountManagerId()),
                name(reminder.requestedBy()),
                name(reminder.decidedBy()));
    }

    private @Nullable String name(@Nullable ColleagueId id) {
        return id == null ? null : colleagues.find(id).map(Colleague::name).orElse(null);
    }
}
