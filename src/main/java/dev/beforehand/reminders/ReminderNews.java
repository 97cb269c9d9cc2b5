package dev.beforehand.reminders;

import dev.beforehand.activity.Activities;
import dev.beforehand.activity.Activity;
import dev.beforehand.activity.Activity.Kind;
import dev.beforehand.clients.ColleagueId;
import dev.beforehand.letters.Sentence;
import dev.beforehand.reminders.Reminder.Named;
import dev.beforehand.reminders.Reminder.State;
import dev.beforehand.reminders.Tries.Ended;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** A letter came to its end, or waits for a person now, and nobody decided so. In the caller's transaction. */
    void ended(ReminderId id) {
        var reminder = reminders.find(id).orElseThrow();
        var kind = kindOf(reminder.state()).orElseThrow();
        of(reminder, kind, reminder.reason(), null);
    }

    /** As the letter stands now, in the caller's transaction. */
    void of(ReminderId id, Kind kind, @Nullable ColleagueId by) {
        var reminder = reminders.find(id).orElseThrow();
        of(reminder, kind, reminder.reason(), by);
    }

    /** In the caller's transaction. */
    void of(Reminder reminder, Kind kind, @Nullable String reason, @Nullable ColleagueId by) {
        activities.record(activity(reminder, kind, reason, by));
        changed(reminder.id());
    }

    /** How tries ended; one that goes on later is nothing of which anybody wants to know. In the caller's transaction. */
    void ofTries(List<Ended> tries) {
        activities.record(tries.stream().flatMap(ReminderNews::activity).toList());
        tries.forEach(each -> changed(each.begun().id()));
    }

    private static Stream<Activity> activity(Ended ended) {
        return kindOf(ended.state()).map(kind -> activity(ended.begun(), kind, ended.reason(), null)).stream();
    }

    /** Empty where it goes on. */
    private static Optional<Kind> kindOf(State state) {
        return switch (state) {
            case SENT -> Optional.of(Kind.LETTER_SENT);
            case FAILED -> Optional.of(Kind.LETTER_FAILED);
            case UNKNOWN -> Optional.of(Kind.LETTER_UNKNOWN);
            case CANCELLED -> Optional.of(Kind.LETTER_CANCELLED);
            default -> Optional.empty();
        };
    }

    private static Activity activity(Reminder reminder, Kind kind, @Nullable String reason, @Nullable ColleagueId by) {
        var client = reminder.client().value();
        var amounts = reminder.totals().amounts();
        // An activity has one amount; a letter over several currencies is still one letter.
        var amount = amounts.size() == 1 ? amounts.getFirst() : null;
        var detail = detail(reminder, reason);
        return by == null
                ? Activity.scheduled(kind, client, amount, detail)
                : Activity.inSlack(kind, by.value(), client, amount, detail);
    }

    /** Nothing happened of which anybody wants to know later. */
    void changed(ReminderId id) {
        events.publishEvent(new ReminderChanged(id));
    }

    private static String detail(Reminder reminder, @Nullable String reason) {
        var numbers =
                reminder.invoices().stream().limit(NAMED).map(Named::number).collect(Collectors.joining(", "));
        var more = reminder.invoices().size() - NAMED;
        return new Sentence(
                        "client.event.letter",
                        Map.of(
                                "invoices", numbers,
                                "more", more > 0 ? more : false,
                                "reason", reason == null ? false : sentence(reason)))
                .written();
    }

    private static Sentence sentence(String reason) {
        return Reason.named(reason)
                .map(named -> new Sentence("reminder.reason." + named))
                .orElseGet(() -> Sentence.read(reason));
    }
}
