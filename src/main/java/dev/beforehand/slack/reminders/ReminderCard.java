package dev.beforehand.slack.reminders;

import dev.beforehand.reminders.Reminder;
import org.jspecify.annotations.Nullable;

/**
 * All that the card of a letter shows, as the database had it at one moment.
 *
 * @param manager in whose name it is; empty where nobody looks after the client any more
 * @param requestedBy empty where the cadence asked for it
 * @param decidedBy who decided about it after it was stuck
 */
record ReminderCard(
        Reminder reminder,
        String client,
        @Nullable String manager,
        @Nullable String requestedBy,
        @Nullable String decidedBy) {

    /** Whether somebody has to see it: it waits for a decision, or somebody expected it to leave and it did not. */
    static boolean isNeeded(Reminder reminder) {
        return reminder.state().waitsForAPerson() || reminder.endedUnexpectedly();
    }
}
