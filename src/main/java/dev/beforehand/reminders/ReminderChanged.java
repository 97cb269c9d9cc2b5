package dev.beforehand.reminders;

/** Something about a letter is not as it was; whoever shows it looks again. */
public record ReminderChanged(ReminderId reminder) {}
