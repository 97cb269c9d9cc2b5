package dev.beforehand.reminders;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.reminders.Reminder.Named;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what happened to a letter, and tells whoever shows it. */
@Component
class ReminderNews {

    private static final int NAMED = 10;

    private final ReminderRows reminders;
    private final Activities activities;
    private final ApplicationEventPublisher events;

    ReminderNews(ReminderRows reminders, Activities activities, ApplicationEventPublisher events) {
        this.reminders = reminders;
        this.activities = activities;
        this.events = events;
    }

    /** As the letter stands now, in the caller's transaction. */
    void of(ReminderId id, Kind kind, @Nullable ColleagueId by) {
        var reminder = reminders.find(id).orElseThrow();
        var client = reminder.client().value();
        var amounts = reminder.totals().amounts();
        // An activity has one amount; a letter over several currencies is still one letter.
        var amount = amounts.size() == 1 ? amounts.getFirst() : null;
        activities.record(
                by == null
                        ? Activity.scheduled(kind, client, amount, detail(reminder))
                        : Activity.inSlack(kind, by.value(), client, amount, detail(reminder)));
        events.publishEvent(new ReminderChanged(id));
    }

    /** Where nothing happened but another try is to come. */
    void of(ReminderId id) {
        events.publishEvent(new ReminderChanged(id));
    }

    private static String detail(Reminder reminder) {
        var numbers =
                reminder.invoices().stream().limit(NAMED).map(Named::number).collect(Collectors.joining(", "));
        var more = reminder.invoices().size() - NAMED;
        return numbers + (more > 0 ? ", +" + more : "") + (reminder.reason() == null ? "" : ": " + reminder.reason());
    }
}
